import { api, LightningElement } from 'lwc';
import { fill, labels } from 'c/externalUserLabels';
import { summarizeChecks, type CheckSummary, type Finding } from 'c/externalUserRules';

/** Shows all checks: what stands in the way as cards, the others folded. */
export default class ExternalUserChecks extends LightningElement {
  @api checks: CheckSummary = summarizeChecks([]);
  /** Unfolds the lists, for a person who asked for the checks. */
  @api isOpen = false;

  get folds() {
    const { passed, unseen } = this.checks;
    return [
      { findings: passed, title: titleFor(passed, labels.passedOne, labels.passedMany) },
      { findings: unseen, title: titleFor(unseen, labels.unseenOne, labels.unseenMany) }
    ].filter(({ findings }) => findings.length > 0);
  }
}

function titleFor({ length }: readonly Finding[], one: string, many: string): string {
  return fill(length === 1 ? one : many, [String(length)]);
}
