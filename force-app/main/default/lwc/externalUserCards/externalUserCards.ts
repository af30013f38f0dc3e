import { api, LightningElement } from 'lwc';
import { STATUS_ICONS } from 'c/externalUserChecklist';
import { cardFor, labels } from 'c/externalUserLabels';
import { offersOf, type Finding } from 'c/externalUserRules';

/** Shows each problem as a card: what, why and how to fix it. The event `fix` bubbles, with what a person chose. */
export default class ExternalUserCards extends LightningElement {
  @api findings: readonly Finding[] = [];

  labels = labels;

  get items() {
    return this.findings.map((finding) => ({
      check: finding.check,
      icon: STATUS_ICONS[finding.status],
      ...cardFor(finding),
      offers: offersOf(finding)
    }));
  }

  get hasItems(): boolean {
    return this.findings.length > 0;
  }
}
