import { api, LightningElement } from 'lwc';
import { sentenceForSeats } from 'c/externalUserLabels';
import { areSeatsShort, seatsLeft, valueOr, type License } from 'c/externalUserRules';

/** Shows the seats of a license as a sentence, and as a bar if few are left. */
export default class ExternalUserSeats extends LightningElement {
  @api license: License | undefined;
  /** Leaves only the bar, where the sentence stands beside it. */
  @api hidesSentence = false;

  get showsSentence(): boolean {
    return !this.hidesSentence;
  }

  get sentence(): string {
    return this.license === undefined ? '' : sentenceForSeats(this.license);
  }

  /** The width of the bar's filled part; undefined, and so no bar, while there are enough seats. */
  get filled(): string | undefined {
    const { license } = this;
    if (license === undefined || !areSeatsShort(license)) {
      return undefined;
    }
    const [left, total] = [valueOr(seatsLeft(license), 0), valueOr(license.total, 0)];
    return `width: ${String(Math.round((100 * (total - left)) / total))}%`;
  }
}
