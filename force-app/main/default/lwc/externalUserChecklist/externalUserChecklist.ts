import { api, LightningElement } from 'lwc';
import { checkNameFor, labels, sentenceFor } from 'c/externalUserLabels';
import { offersOf, type Finding, type FindingStatus } from 'c/externalUserRules';

/** A pending finding has an empty label because its sentence already says that it is being read. */
export const STATUS_ICONS: Readonly<
  Record<FindingStatus, { readonly name: string; readonly label: string; readonly variant: string }>
> = {
  pass: { name: 'utility:success', label: labels.statusPass, variant: 'success' },
  warning: { name: 'utility:warning', label: labels.statusWarning, variant: 'warning' },
  blocked: { name: 'utility:error', label: labels.statusBlocked, variant: 'error' },
  unknown: { name: 'utility:help', label: labels.statusUnknown, variant: '' },
  pending: { name: 'utility:clock', label: '', variant: '' }
};

/** Shows findings with cause and fixes. The event `fix` bubbles, with what a person chose. */
export default class ExternalUserChecklist extends LightningElement {
  @api findings: readonly Finding[] = [];

  labels = labels;

  get items() {
    return this.findings.map((finding) => ({
      check: finding.check,
      icon: STATUS_ICONS[finding.status],
      name: checkNameFor(finding),
      sentence: sentenceFor(finding),
      offers: offersOf(finding),
      tone: finding.status === 'pending' ? 'words slds-text-color_weak' : 'words'
    }));
  }
}
