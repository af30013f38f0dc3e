import { api, LightningElement } from 'lwc';
import { checkNameFor, fixLabelFor, labels, sentenceFor } from 'c/externalUserLabels';
import type { Finding } from 'c/externalUserRules';

/** Shows each finding as a card: what, why and how to fix it. The event `fix` bubbles, with the finding. */
export default class ExternalUserCards extends LightningElement {
  @api findings: readonly Finding[] = [];

  get items() {
    return this.findings.map((finding) => {
      const isBlocked = finding.status === 'blocked';
      return {
        check: finding.check,
        icon: isBlocked ? 'utility:error' : 'utility:warning',
        variant: isBlocked ? 'error' : 'warning',
        status: isBlocked ? labels.statusBlocked : labels.statusWarning,
        title: checkNameFor(finding),
        text: sentenceFor(finding),
        fixLabel: fixLabelFor(finding)
      };
    });
  }

  get hasItems(): boolean {
    return this.findings.length > 0;
  }

  labels = labels;

  handleFix(event: Event): void {
    const check = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['check'] : undefined;
    const detail = this.findings.find((candidate) => candidate.check === check);
    if (detail !== undefined) {
      this.dispatchEvent(new CustomEvent<Finding>('fix', { detail, bubbles: true, composed: true }));
    }
  }
}
