import { api, LightningElement } from 'lwc';
import { fill, forCount, labels, sentenceForContact } from 'c/externalUserLabels';
import type { ContactReading } from 'c/externalUserContactFacts';
import type { Place } from 'c/externalUserPath';
import { summarizeChecks, type CheckSummary, type Verdict } from 'c/externalUserRules';

/** The icon of each verdict; the words beside it say the same. */
const ICONS: Readonly<Record<Verdict, { readonly name: string; readonly variant: string }>> = {
  checking: { name: 'utility:clock', variant: '' },
  ready: { name: 'utility:success', variant: 'success' },
  readFirst: { name: 'utility:warning', variant: 'warning' },
  blocked: { name: 'utility:error', variant: 'error' }
};

/** Says in one headline what the checks mean. The event `move` asks the parent to show them. */
export default class ExternalUserBanner extends LightningElement {
  @api checks: CheckSummary = summarizeChecks([]);
  /** Why there is no contact to check. */
  @api problem: ContactReading['contactProblem'] = null;
  /** Whether the checks are on another screen. */
  @api canShowChecks = false;

  labels = labels;

  /** Moves the focus to the headline. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('h3')?.focus();
  }

  get icon() {
    return ICONS[this.verdict];
  }

  get className(): string {
    return `banner slds-media ${this.verdict}`;
  }

  get role(): string {
    return this.problem === null ? 'status' : 'alert';
  }

  get headline(): string {
    const { problem, checks } = this;
    if (problem !== null) {
      return sentenceForContact(problem);
    }
    switch (checks.verdict) {
      case 'checking':
        return labels.loading;
      case 'ready':
        return labels.ready;
      case 'readFirst':
        return fill(labels.readFirst, [String(checks.count)]);
      case 'blocked':
        return forCount(labels.notYetOne, labels.notYetMany, checks.count);
    }
  }

  get text(): string {
    const { problem, checks } = this;
    if (problem !== null || checks.verdict === 'checking') {
      return '';
    }
    return checks.verdict === 'blocked' ? labels.comeBack : this.passed;
  }

  get hasLink(): boolean {
    return this.canShowChecks && this.text !== '';
  }

  handleShowChecks(): void {
    this.dispatchEvent(new CustomEvent<Place>('move', { detail: 'check' }));
  }

  private get passed(): string {
    const { verdict, passed, unseen } = this.checks;
    const words = [passed, unseen].map(({ length }) => String(length));
    if (unseen.length > 0) {
      return fill(labels.somePassed, words);
    }
    const counted = passed.length === 1 ? labels.passedOne : labels.passedMany;
    return fill(verdict === 'ready' ? labels.allPassed : counted, words);
  }

  private get verdict(): Verdict {
    return this.problem === null ? this.checks.verdict : 'blocked';
  }
}
