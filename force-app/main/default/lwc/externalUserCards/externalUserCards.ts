import { api, LightningElement } from 'lwc';
import { shownFinding } from 'c/externalUserChecklist';
import { labels } from 'c/externalUserLabels';
import type { Finding } from 'c/externalUserRules';

/** Shows each finding as a card: what, why and how to fix it. The event `fix` bubbles, with what a person chose. */
export default class ExternalUserCards extends LightningElement {
  @api findings: readonly Finding[] = [];

  labels = labels;

  get items() {
    return this.findings.map(shownFinding);
  }

  get hasItems(): boolean {
    return this.findings.length > 0;
  }
}
