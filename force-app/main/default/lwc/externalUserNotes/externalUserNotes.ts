import { api, LightningElement } from 'lwc';
import { STATUS_ICONS } from 'c/externalUserChecklist';
import { sentenceFor } from 'c/externalUserLabels';
import { offersOf, type Finding, type FindingStatus } from 'c/externalUserRules';

/** What can't be seen has no icon, because it is neither good nor bad. */
const WITHOUT_ICON: readonly FindingStatus[] = ['unknown', 'pending'];

/** Shows the checks of one field below it. The event `fix` bubbles, with what a person chose. */
export default class ExternalUserNotes extends LightningElement {
  @api findings: readonly Finding[] = [];

  /** Moves the focus to the checks. A host that had it would keep Tab from the buttons inside. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('.notes')?.focus();
  }

  get items() {
    return this.findings.map((finding) => {
      // The field itself says that its name is taken.
      const isSaid = finding.status === 'blocked' && (finding.check === 'username' || finding.check === 'nickname');
      return {
        code: finding.code,
        icon: isSaid || WITHOUT_ICON.includes(finding.status) ? undefined : STATUS_ICONS[finding.status],
        sentence: isSaid ? '' : sentenceFor(finding),
        offers: offersOf(finding)
      };
    });
  }
}
