import { LightningElement } from 'lwc';
import { onRefusals } from '../../platform/notedRefusals.ts';

export { noteRefusal } from '../../platform/notedRefusals.ts';

/** What components of this page asked for, and the local org does not have. */
export default class Refusals extends LightningElement {
  sentences: readonly string[] = [];

  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stop = onRefusals((sentences) => {
      this.sentences = sentences;
    });
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get hasSentences(): boolean {
    return this.sentences.length > 0;
  }
}
