import { api, LightningElement } from 'lwc';
import { copyText } from 'c/externalUserCopy';
import { failureLabels, fill, labels, sentenceForFailure, type FailureNames } from 'c/externalUserLabels';
import {
  fixesForFailure,
  showControls,
  type ContactFacts,
  type Failure,
  type FixOffer,
  type OrgFacts
} from 'c/externalUserRules';

/** Shows a refusal: cause, fix, the org's message, the result of a later look-up, and details for support. */
export default class ExternalUserFailure extends LightningElement {
  @api get failure(): Failure | undefined {
    return this.shownFailure;
  }
  set failure(failure: Failure | undefined) {
    this.shownFailure = failure;
    this.time = new Date().toISOString();
    this.copyResult = '';
  }

  /** `absent` means that the look-up found no user, `failed` that it is unknown whether there is one. */
  @api lookUp: 'none' | 'absent' | 'failed' = 'none';

  /** The known names of the records in the sentence. */
  @api names: FailureNames = {};

  /** With contact and org, the event `fix` bubbles, with the page on which a person wants to fix the cause. */
  @api contact: ContactFacts | undefined;

  /** Decides by the current user's permissions which pages of Setup are offered. */
  @api org: Pick<OrgFacts, 'runningUser'> | undefined;

  /** Names another failed action, because the sentences of failures are about creating a user. */
  @api heading = '';

  /** Moves the focus to the headline. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('.headline')?.focus();
  }

  labels = { ...labels, ...failureLabels };
  copyResult = '';
  private time = '';
  private shownFailure: Failure | undefined;

  get headline(): string {
    return this.heading === '' ? this.sentence : this.heading;
  }

  get message(): string {
    const message = this.failure?.message ?? '';
    const said = message === '' ? '' : fill(labels.orgSays, [message]);
    const isSentenceOfAction = said === '' || this.failure?.code === 'noPartnerAccess';
    const sentence = this.heading !== '' && isSentenceOfAction ? this.sentence : '';
    return [sentence, said].filter((part) => part !== '').join(' ');
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

  get offers(): readonly FixOffer[] {
    const { failure, contact, org } = this;
    return failure && contact && org ? fixesForFailure(failure.code, contact, org) : [];
  }

  /** Untranslated details for support: time, HTTP status, code and raw answer. */
  get details(): string {
    const { code = '', status = null, details = '' } = this.failure ?? {};
    const lines = [this.time, ...(status === null ? [] : [`HTTP ${status}`]), code, ...details.split('\n')];
    return lines.map(showControls).join('\n');
  }

  async handleCopy(): Promise<void> {
    this.copyResult = await copyText(this.details, this.template?.querySelector('pre'));
  }

  private get sentence(): string {
    return this.failure === undefined ? '' : sentenceForFailure(this.failure, this.names);
  }
}
