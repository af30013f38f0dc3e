import { api, LightningElement } from 'lwc';
import { fieldLabels, fill, formLabels, massLabels, toProfileChoices } from 'c/externalUserLabels';
import { seatsLeft, valueOr, type ExternalProfile, type ExternalUserKind, type License } from 'c/externalUserRules';

/** What all new users have in common. */
export interface CommonChoices {
  readonly kind: ExternalUserKind;
  readonly profileId: string;
  /** Of usernames, such as `{email}`. */
  readonly pattern: string;
}

interface ValidatedElement extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** Chosen once for many contacts. `choicechange` hands out the next choices, `selectfirst` the number of seats left. */
export default class ExternalUserChoices extends LightningElement {
  @api choices: CommonChoices = { kind: 'customer', profileId: '', pattern: '' };
  @api kinds: readonly ExternalUserKind[] = [];
  /** Those of the chosen kind; undefined where profiles can't be read, and an id is typed instead. */
  @api profiles: readonly ExternalProfile[] | undefined;
  /** How many users are to be made. */
  @api needed = 0;
  /** Usernames that the pattern gives. */
  @api examples: readonly string[] = [];
  @api isPatternUsable = false;

  labels = { ...formLabels, ...massLabels, profile: fieldLabels.profileId };

  private isPatternLeft = false;

  // `#` keeps it out of what rendering watches.
  #profileOptions: ReturnType<typeof toProfileChoices> = [];

  get hasKindChoice(): boolean {
    return this.kinds.length > 1;
  }

  get kindOptions() {
    return this.kinds.map((kind) => ({
      value: kind,
      label: kind === 'customer' ? formLabels.kindCustomer : formLabels.kindPartner
    }));
  }

  /** The same array until a choice changes: a list that is open would lose its highlighted option with a new one. */
  get profileOptions() {
    const options = toProfileChoices(this.profiles ?? []);
    if (JSON.stringify(options) !== JSON.stringify(this.#profileOptions)) {
      this.#profileOptions = options;
    }
    return this.#profileOptions;
  }

  get license(): License | undefined {
    const profile = this.profiles?.find(({ id }) => id === this.choices.profileId);
    return profile && valueOr(profile.license, undefined);
  }

  get seats(): string {
    return this.left === null ? '' : fill(massLabels.seats, [this.needed, this.left].map(String));
  }

  get shortage(): string {
    const missing = this.needed - (this.left ?? this.needed);
    return missing > 0 ? fill(massLabels.seatsShort, [String(missing)]) : '';
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

  /** While it is being typed, no pattern is complete. */
  private showProblem(): void {
    const input = this.template?.querySelector<ValidatedElement>('[data-field=pattern]');
    input?.setCustomValidity(this.isPatternUsable ? '' : massLabels.patternProblem);
    if (this.isPatternLeft || this.isPatternUsable) {
      input?.reportValidity();
    }
  }

  private get left(): number | null {
    return this.license === undefined ? null : valueOr(seatsLeft(this.license), null);
  }
}
