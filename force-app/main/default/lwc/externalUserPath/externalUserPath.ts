import { api, LightningElement } from 'lwc';
import { labels } from 'c/externalUserLabels';

/** The places on the way to a user. */
export type Place = 'check' | 'details' | 'done';

const PLACES: readonly (readonly [place: Place, name: string])[] = [
  ['check', labels.stepPrerequisites],
  ['details', labels.stepDetails],
  ['done', labels.stepDone]
];

/** Shows how far the way is. The event `move` asks the parent to go to the place in its detail. */
export default class ExternalUserPath extends LightningElement {
  @api place: Place = 'check';
  /** The place to which a person can go from here. */
  @api goal: Place | null = null;

  labels = labels;

  get places() {
    const position = PLACES.findIndex(([place]) => place === this.place);
    return PLACES.map(([place, name], index) => ({
      place,
      name,
      isPassed: index < position,
      isOpen: place === this.goal,
      current: index === position ? 'step' : null,
      className: index <= position ? 'place reached' : 'place'
    }));
  }

  handleMove(): void {
    this.dispatchEvent(new CustomEvent<Place | null>('move', { detail: this.goal }));
  }
}
