import { api, LightningElement } from 'lwc';
import { STATUS_ICONS } from 'c/externalUserChecklist';
import { checkNameFor, fixLabelFor, labels, sentenceFor } from 'c/externalUserLabels';
import type { Finding, FixOffer } from 'c/externalUserRules';

/** Shows each finding as a card: what, why and how to fix it. The event `fix` bubbles, with what is to be done. */
export default class ExternalUserCards extends LightningElement {
  @api findings: readonly Finding[] = [];

  labels = labels;

  get items() {
    return this.findings.map((finding) => ({
      check: finding.check,
      icon: STATUS_ICONS[finding.status],
      title: checkNameFor(finding),
      text: sentenceFor(finding),
      buttons: offersOf(finding).map((offer) => ({ fix: offer.fix, label: fixLabelFor(offer) }))
    }));
  }

  get hasItems(): boolean {
    return this.findings.length > 0;
  }
  handleFix(event: Event): void {
    const { check, fix } = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset : {};
    const finding = this.findings.find((candidate) => candidate.check === check);
    const detail = finding && offersOf(finding).find((offer) => offer.fix === fix);
    if (detail !== undefined) {
      this.dispatchEvent(new CustomEvent<FixOffer>('fix', { detail, bubbles: true, composed: true }));
    }
  }
}

/** Everything that cures a finding. */
function offersOf(finding: Finding): readonly FixOffer[] {
  return finding.fix === null ? [] : [finding, ...(finding.otherFixes ?? [])];
}
