import { api, LightningElement } from 'lwc';
import { fieldLabels, labels, sentenceForProblem } from 'c/externalUserLabels';
import type { Choice } from 'c/externalUserOrg';
import type { DraftField, DraftProblem, ExternalProfile, ExternalUserKind, UserDraft } from 'c/externalUserRules';
import { toProfileChoices } from './profileOptions.ts';

type ChoiceField = 'timeZone' | 'locale' | 'language' | 'emailEncoding';

interface Refusal {
  readonly field: DraftField;
  readonly message: string;
}

interface ValidatedElement extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

const PERSON_FIELDS: readonly DraftField[] = ['firstName', 'lastName', 'email', 'alias', 'nickname'];
const LOCALE_FIELDS: readonly ChoiceField[] = ['timeZone', 'locale', 'language', 'emailEncoding'];

/** The fields of the new user. A draft comes in; `draftchange` hands out the next one, `leave` says which field was left. */
export default class ExternalUserForm extends LightningElement {
  @api draft: UserDraft | undefined;
  @api kinds: readonly ExternalUserKind[] = [];
  /** Those of the chosen kind; undefined where profiles can't be read, and an id is typed instead. */
  @api profiles: readonly ExternalProfile[] | undefined;
  @api choices: Readonly<Record<ChoiceField, readonly Choice[]>> | undefined;

  @api get problems(): readonly DraftProblem[] {
    return this.givenProblems;
  }
  set problems(problems: readonly DraftProblem[]) {
    this.givenProblems = problems;
    this.showProblems();
  }

  /** What the org said of one field. */
  @api get refusal(): Refusal | undefined {
    return this.givenRefusal;
  }
  set refusal(refusal: Refusal | undefined) {
    this.givenRefusal = refusal;
    this.showProblems();
  }

  /** Moves the focus to the first field that needs attention. */
  @api focusFirstProblem(): void {
    this.showProblems();
    const troubled = this.inputs.find(({ dataset }) => this.messageOf(dataset['field']) !== '');
    troubled?.focus();
  }

  labels = labels;
  fieldLabels = fieldLabels;

  // No template shows these: they reach the fields by their validity, so a change must not wait for a rendering.
  private givenProblems: readonly DraftProblem[] = [];
  private givenRefusal: Refusal | undefined;

  // `#` keeps it out of what rendering watches.
  #profileOptions: readonly Choice[] = [];

  get hasKindChoice(): boolean {
    return this.kinds.length > 1;
  }

  get kindOptions(): readonly Choice[] {
    return this.kinds.map((kind) => ({
      value: kind,
      label: kind === 'customer' ? labels.kindCustomer : labels.kindPartner
    }));
  }

  /** The same array until a choice changes: a list that is open would lose its highlighted option with a new one. */
  get profileOptions(): readonly Choice[] {
    const options = toProfileChoices(this.profiles ?? []);
    if (JSON.stringify(options) !== JSON.stringify(this.#profileOptions)) {
      this.#profileOptions = options;
    }
    return this.#profileOptions;
  }

  get personFields() {
    return PERSON_FIELDS.map((field) => ({
      field,
      label: fieldLabels[field],
      value: this.draft?.[field] ?? '',
      required: field !== 'firstName',
      type: field === 'email' ? 'email' : 'text'
    }));
  }

  get localeFields() {
    return LOCALE_FIELDS.map((field) => ({
      field,
      label: fieldLabels[field],
      value: this.draft?.[field] ?? '',
      options: this.choices?.[field] ?? []
    }));
  }

  override renderedCallback(): void {
    this.showProblems();
  }

  handleKindChange(event: CustomEvent<{ readonly value: string }>): void {
    const { value } = event.detail;
    if (value === 'customer' || value === 'partner') {
      // A profile belongs to one kind, so the other kind's choice goes.
      this.change({ kind: value, profileId: '' });
    }
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    const field = fieldOf(event);
    if (field !== undefined) {
      this.change({ [field]: event.detail.value });
    }
  }

  handleLeave(event: Event): void {
    this.dispatchEvent(new CustomEvent<string>('leave', { detail: fieldOf(event) ?? '' }));
  }

  private change(changes: Partial<UserDraft>): void {
    if (this.draft !== undefined) {
      this.dispatchEvent(new CustomEvent<UserDraft>('draftchange', { detail: { ...this.draft, ...changes } }));
    }
  }

  private get inputs(): readonly ValidatedElement[] {
    return [...(this.template?.querySelectorAll<ValidatedElement>('[data-field]') ?? [])];
  }

  private showProblems(): void {
    for (const input of this.inputs) {
      const message = this.messageOf(input.dataset['field']);
      input.setCustomValidity(message);
      // A field without a message is left alone: reporting would call out what nobody has filled in yet.
      if (message !== '' || input.dataset['reported'] === 'yes') {
        input.reportValidity();
      }
      input.dataset['reported'] = message === '' ? 'no' : 'yes';
    }
  }

  private messageOf(field: string | undefined): string {
    if (this.refusal !== undefined && this.refusal.field === field) {
      return this.refusal.message;
    }
    const problem = this.problems.find((candidate) => candidate.field === field);
    return problem === undefined ? '' : sentenceForProblem(problem);
  }
}

function fieldOf(event: Event): string | undefined {
  return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['field'] : undefined;
}
