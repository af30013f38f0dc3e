import { api, LightningElement } from 'lwc';
import { fill, forCount, formLabels } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import type { ValidatedElement } from 'c/externalUserProfile';
import { seatsLeft, valueOr, type ExternalProfile, type ExternalUserKind, type OrgFacts } from 'c/externalUserRules';

/** The values that all new users share. */
export interface CommonChoices {
  readonly kind: ExternalUserKind;
  readonly profileId: string;
  /** The username pattern, such as `{email}`. */
  readonly pattern: string;
}

/** The choices for many contacts. `choicechange` carries the new choices, `selectfirst` the number of seats left. */
export default class ExternalUserChoices extends LightningElement {
  @api choices: CommonChoices = { kind: 'customer', profileId: '', pattern: '' };
  @api kinds: readonly ExternalUserKind[] = [];
  /** The profiles of the chosen kind; undefined if profiles can't be read, so that the form asks for an id. */
  @api profiles: readonly ExternalProfile[] | undefined;
  /** Says where users of the chosen profile can log in. */
  @api org: OrgFacts | undefined;
  /** The number of users to create. */
  @api needed = 0;
  /** Usernames that the pattern produces. */
  @api examples: readonly string[] = [];
  @api isPatternUsable = false;

  labels = { ...formLabels, ...massLabels };

  private isPatternLeft = false;

  get hasKindChoice(): boolean {
    return this.kinds.length > 1;
  }

  get kindOptions() {
    return this.kinds.map((kind) => ({
      value: kind,
      label: kind === 'customer' ? formLabels.kindCustomer : formLabels.kindPartner
    }));
  }

  get shortage(): string {
    const short = this.needed - (this.left ?? this.needed);
    return short > 0 ? forCount(massLabels.shortOne, massLabels.shortMany, short) : '';
  }

  get selectFirst(): string {
    return this.left === null || this.left === 0 ? '' : fill(massLabels.selectFirst, [String(this.left)]);
  }

  get exampleSentence(): string {
    return this.examples.length === 0 ? '' : fill(massLabels.examples, [this.examples.join(', ')]);
  }

  override renderedCallback(): void {
    this.showProblem();
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    const field = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['field'] : undefined;
    if (field !== undefined) {
      this.isPatternLeft &&= field !== 'pattern';
      const detail = { ...this.choices, [field]: event.detail.value };
      this.dispatchEvent(new CustomEvent<CommonChoices>('choicechange', { detail }));
    }
  }

  handleLeave(): void {
    this.isPatternLeft = true;
    this.showProblem();
  }

  handleSelectFirst(): void {
    this.dispatchEvent(new CustomEvent<number>('selectfirst', { detail: this.left ?? 0 }));
  }

  /** Shows the problem only after the field is left, because a pattern is incomplete during typing. */
  private showProblem(): void {
    const input = this.template?.querySelector<ValidatedElement>('[data-field=pattern]');
    input?.setCustomValidity(this.isPatternUsable ? '' : massLabels.patternProblem);
    if (this.isPatternLeft || this.isPatternUsable) {
      input?.reportValidity();
    }
  }

  private get left(): number | null {
    const profile = this.profiles?.find(({ id }) => id === this.choices.profileId);
    const license = profile && valueOr(profile.license, undefined);
    return license === undefined ? null : valueOr(seatsLeft(license), null);
  }
}
