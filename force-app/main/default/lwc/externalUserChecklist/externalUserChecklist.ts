import { api, LightningElement } from 'lwc';
import { checkNameFor, fixLabelFor, labels, sentenceFor } from 'c/externalUserLabels';
import type { Finding, FindingStatus } from 'c/externalUserRules';

const ICONS: Readonly<
  Record<FindingStatus, { readonly name: string; readonly label: string; readonly variant: string }>
> = {
  pass: { name: 'utility:success', label: labels.statusPass, variant: 'success' },
  warning: { name: 'utility:warning', label: labels.statusWarning, variant: 'warning' },
  blocked: { name: 'utility:error', label: labels.statusBlocked, variant: 'error' },
  unknown: { name: 'utility:help', label: labels.statusUnknown, variant: '' }
};

/** Findings, each with its cause and its fix. `fix` asks the component around to carry one out; its detail is the finding. */
export default class ExternalUserChecklist extends LightningElement {
  @api findings: readonly Finding[] = [];

  labels = labels;

  get items() {
    return this.findings.map((finding) => ({
      code: finding.code,
      icon: ICONS[finding.status],
      name: checkNameFor(finding),
      sentence: sentenceFor(finding),
      fixLabel: fixLabelFor(finding)
    }));
  }

  handleFix(event: Event): void {
    const code = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['code'] : undefined;
    const finding = this.findings.find((candidate) => candidate.code === code);
    if (finding !== undefined) {
      this.dispatchEvent(new CustomEvent<Finding>('fix', { detail: finding }));
    }
  }
}
