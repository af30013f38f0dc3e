import { api, LightningElement } from 'lwc';
import { failureLabels, fill, fixLabelFor, labels, sentenceForFailure, type FailureNames } from 'c/externalUserLabels';
import { fixForFailure, type ContactFacts, type Failure, type OrgFacts } from 'c/externalUserRules';

/** A refusal: what happened, what to do, what the org said, what a look-up afterwards found, and the details for support. */
export default class ExternalUserFailure extends LightningElement {
  @api get failure(): Failure | undefined {
    return this.shownFailure;
  }
  set failure(failure: Failure | undefined) {
    this.shownFailure = failure;
    this.time = new Date().toISOString();
    this.copyResult = '';
  }

  /** `absent`: looked up, and there is no user. `failed`: it stays open whether there is one. */
  @api lookUp: 'none' | 'absent' | 'failed' = 'none';

  /** The records that the sentence names, as far as they are known. */
  @api names: FailureNames = {};

  /** Whose owner, account and org are at fault: with it, the page that mends the cause is offered by the event `fix`. */
  @api contact: ContactFacts | undefined;

  /** Pages of Setup are offered to those who can open them. */
  @api org: Pick<OrgFacts, 'runningUser'> | undefined;

  /** What failed, where it isn't the creation of the user: the sentences of failures speak of a user. */
  @api heading = '';

  labels = { ...labels, ...failureLabels };
  copyResult = '';
  private time = '';
  private shownFailure: Failure | undefined;

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

  get fixLabel(): string | null {
    return this.fix === null ? null : fixLabelFor(this.fix);
  }

  /** For support, in no language: when, the HTTP status, the code, and what came. */
  get details(): string {
    const { code = '', status = null, details = '' } = this.failure ?? {};
    return [this.time, ...(status === null ? [] : [`HTTP ${status}`]), code, details].join('\n');
  }

  handleFix(): void {
    this.dispatchEvent(new CustomEvent('fix', { detail: this.fix }));
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.details);
      this.copyResult = this.labels.copied;
    } catch {
      // The browser, or the frame around, refuses the clipboard: a person's own keys are always allowed.
      const details = this.template?.querySelector('pre');
      if (details) {
        window.getSelection()?.selectAllChildren(details);
      }
      this.copyResult = this.labels.copyByHand;
    }
  }

  private get fix() {
    const { failure, contact, org } = this;
    return failure && contact && org ? fixForFailure(failure.code, contact, org) : null;
  }

  private get sentence(): string {
    return this.failure === undefined ? '' : sentenceForFailure(this.failure, this.names);
  }
}
