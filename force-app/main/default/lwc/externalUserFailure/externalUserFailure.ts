import { api, LightningElement } from 'lwc';
import { fill, labels, sentenceForFailure } from 'c/externalUserLabels';
import type { Failure } from 'c/externalUserRules';

/** A refusal: what happened, what to do, what the org said, and what a look-up afterwards found. */
export default class ExternalUserFailure extends LightningElement {
  @api failure: Failure | undefined;
  /** `absent`: looked up, and there is no user. `failed`: it stays open whether there is one. */
  @api lookUp: 'none' | 'absent' | 'failed' = 'none';

  /** What failed, where it isn't the creation of the user: the sentences of failures speak of a user. */
  @api heading = '';

  labels = labels;

  get headline(): string {
    return this.heading === '' ? this.sentence : this.heading;
  }

  get message(): string {
    const message = this.failure?.message ?? '';
    if (message !== '') {
      return fill(labels.orgSays, [message]);
    }
    return this.heading === '' ? '' : this.sentence;
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

  private get sentence(): string {
    return this.failure === undefined ? '' : sentenceForFailure(this.failure);
  }
}
