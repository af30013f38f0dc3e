import { api, LightningElement } from 'lwc';
import { forCount, labels } from 'c/externalUserLabels';
import { summarizeChecks, type CheckSummary, type RecordReference } from 'c/externalUserRules';

/** Shows all checks: what stands in the way as cards, the others folded. */
export default class ExternalUserChecks extends LightningElement {
  @api checks: CheckSummary = summarizeChecks([]);
  /** For the message to an administrator. */
  @api contact: RecordReference | undefined;
  /** Unfolds the lists, for a person who asked for the checks. */
  @api isOpen = false;

  get folds() {
    const { passed, unseen } = this.checks;
    return [
      { findings: passed, title: forCount(labels.passedOne, labels.passedMany, passed.length) },
      { findings: unseen, title: forCount(labels.unseenOne, labels.unseenMany, unseen.length) }
    ].filter(({ findings }) => findings.length > 0);
  }
}
