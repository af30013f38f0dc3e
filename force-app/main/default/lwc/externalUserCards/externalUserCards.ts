import { api, LightningElement } from 'lwc';
import { STATUS_ICONS } from 'c/externalUserChecklist';
import { checkNameFor, labels, sentenceFor } from 'c/externalUserLabels';
import { offersOf, type Finding } from 'c/externalUserRules';

/** Shows each finding as a card: what, why and how to fix it. The event `fix` bubbles, with what a person chose. */
export default class ExternalUserCards extends LightningElement {
  @api findings: readonly Finding[] = [];

  labels = labels;

  get items() {
    return this.findings.map((finding) => ({
      check: finding.check,
      icon: STATUS_ICONS[finding.status],
      title: checkNameFor(finding),
      text: sentenceFor(finding),
      offers: offersOf(finding)
    }));
  }

  get hasItems(): boolean {
    return this.findings.length > 0;
  }
}
