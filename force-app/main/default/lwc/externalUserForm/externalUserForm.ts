import { api, LightningElement } from 'lwc';
import { fieldLabels, formLabels, toProfileChoices } from 'c/externalUserLabels';
import type { Choice } from 'c/externalUserOrg';
import {
  valueOr,
  type DraftField,
  type ExternalProfile,
  type ExternalUserKind,
  type License,
  type UserDraft
} from 'c/externalUserRules';

type ChoiceField = 'timeZone' | 'locale' | 'language' | 'emailEncoding' | 'portalRole';
type Messages = Readonly<Partial<Record<DraftField, string>>>;

interface ValidatedElement extends HTMLElement {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

const PERSON_FIELDS = ['firstName', 'lastName', 'email', 'alias', 'nickname'] as const satisfies readonly DraftField[];
const LOCALE_FIELDS = ['timeZone', 'locale', 'language', 'emailEncoding'] as const satisfies readonly ChoiceField[];

/** What belongs to a profile, and therefore goes with it. */
const OF_PROFILE = { portalRole: '', permissionSetIds: [] };

/** The fields of the new user. A draft comes in; `draftchange` hands out the next one, `leave` says which field was left. */
export default class ExternalUserForm extends LightningElement {
  @api draft: UserDraft | undefined;
  @api kinds: readonly ExternalUserKind[] = [];
  /** Those of the chosen kind; undefined where profiles can't be read, and an id is typed instead. */
  @api profiles: readonly ExternalProfile[] | undefined;
  /** No `portalRole` where the profile has no roles. */
  @api choices: Readonly<Partial<Record<ChoiceField, readonly Choice[]>>> = {};
  /** Undefined until it is known; empty where none can be assigned from here. */
  @api permissionSets: readonly Choice[] | undefined;

  /** What is wrong, by field. */
  @api get messages(): Messages {
    return this.givenMessages;
  }
  set messages(messages: Messages) {
    this.givenMessages = messages;
    this.showMessages();
  }

  /** Moves the focus to a field, or to the first with a message; says whether there is one. */
  @api focusField(field?: DraftField): boolean {
    const found = this.inputs.find(({ dataset: { field: name } }) => {
      return field === undefined ? this.messageOf(name) !== '' : name === field;
    });
    found?.focus();
    return found !== undefined;
  }

  labels = formLabels;
  fieldLabels = fieldLabels;

  // No template shows these: they reach the fields by their validity, so a change must not wait for a rendering.
  private givenMessages: Messages = {};

  // `#` keeps it out of what rendering watches.
  #profileOptions: readonly Choice[] = [];

  get hasKindChoice(): boolean {
    return this.kinds.length > 1;
  }

  get kindOptions(): readonly Choice[] {
    return this.kinds.map((kind) => ({
      value: kind,
      label: kind === 'customer' ? formLabels.kindCustomer : formLabels.kindPartner
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

  get license(): License | undefined {
    return this.profile && valueOr(this.profile.license, undefined);
  }

  /** Their place is kept while they are being read. */
  get hasSeats(): boolean {
    const license = this.profile?.license;
    return license?.kind === 'known' || license?.reason === 'pending';
  }

  get hasPermissionSets(): boolean {
    return this.permissionSets !== undefined && this.permissionSets.length > 0;
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
      options: this.choices[field] ?? []
    }));
  }

  override renderedCallback(): void {
    this.showMessages();
  }

  handleKindChange(event: CustomEvent<{ readonly value: string }>): void {
    const { value } = event.detail;
    if (value === 'customer' || value === 'partner') {
      // A profile belongs to one kind, so the other kind's choice goes.
      this.change({ kind: value, profileId: '', ...OF_PROFILE });
    }
  }

  handleChange(event: CustomEvent<{ readonly value: string | readonly string[] }>): void {
    const field = fieldOf(event);
    if (field !== undefined) {
      this.change({ ...(field === 'profileId' ? OF_PROFILE : {}), [field]: event.detail.value });
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

  private get profile(): ExternalProfile | undefined {
    return this.profiles?.find(({ id }) => id === this.draft?.profileId);
  }

  private get inputs(): readonly ValidatedElement[] {
    return [...(this.template?.querySelectorAll<ValidatedElement>('[data-field]') ?? [])];
  }

  private showMessages(): void {
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
    return Object.entries(this.messages).find(([name]) => name === field)?.[1] ?? '';
  }
}

function fieldOf(event: Event): string | undefined {
  return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['field'] : undefined;
}
