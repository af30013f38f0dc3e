import { api, LightningElement } from 'lwc';
import { fill, labels, sentenceForFailure } from 'c/externalUserLabels';
import type { Failure } from 'c/externalUserRules';

/** A refusal: what happened, what to do, what the org said, and what a look-up afterwards found. */
export default class ExternalUserFailure extends LightningElement {
  @api failure: Failure | undefined;
  /** `absent`: looked up, and there is no user. `failed`: it stays open whether there is one. */
  @api lookUp: 'none' | 'absent' | 'failed' = 'none';

  labels = labels;

  get sentence(): string {
    return this.failure === undefined ? '' : sentenceForFailure(this.failure);
  }

  get message(): string {
    const message = this.failure?.message ?? '';
    return message === '' ? '' : fill(labels.orgSays, [message]);
  }

  get lookUpSentence(): string {
    switch (this.lookUp) {
      case 'none':
        return '';
      case 'absent':
        return labels.lookedUp;
      case 'failed':
        return labels.unresolved;
    }
  }
}
