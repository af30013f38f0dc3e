import { api, LightningElement } from 'lwc';
import { fieldLabels, formLabels } from 'c/externalUserLabels';
import type { Choice } from 'c/externalUserOrg';
import type { ValidatedElement } from 'c/externalUserProfile';
import {
  displayText,
  type ContactFacts,
  type DraftField,
  type ExternalProfile,
  type ExternalUserKind,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';

type ChoiceField = 'timeZone' | 'locale' | 'language' | 'emailEncoding' | 'portalRole';
type Messages = Readonly<Partial<Record<DraftField, string>>>;

const PERSON_FIELDS = ['firstName', 'lastName', 'email', 'alias', 'nickname'] as const satisfies readonly DraftField[];
const LOCALE_FIELDS = ['timeZone', 'locale', 'language', 'emailEncoding'] as const satisfies readonly ChoiceField[];

const FOLDED: readonly string[] = [...PERSON_FIELDS, ...LOCALE_FIELDS];

/** Resets the fields that depend on the profile. */
const NO_PROFILE_OPTIONS = { portalRole: '', permissionSetIds: [] };

/** The fields of the new user's draft. `draftchange` carries the new draft, `leave` the name of the field that was left. */
export default class ExternalUserForm extends LightningElement {
  @api draft: UserDraft | undefined;
  @api kinds: readonly ExternalUserKind[] = [];
  /** The profiles of the chosen kind; undefined if profiles can't be read, so that the form asks for an id. */
  @api profiles: readonly ExternalProfile[] | undefined;
  /** Say where users of the chosen profile can log in, and why it was suggested. */
  @api org: OrgFacts | undefined;
  @api contact: ContactFacts | undefined;
  /** Has no `portalRole` if the profile has no roles. */
  @api choices: Readonly<Partial<Record<ChoiceField, readonly Choice[]>>> = {};
  /** Whether a folded field has a problem. */
  @api needsPerson = false;
  /** Whether the nickname and its notes are shown while the fields are folded. */
  @api showsNickname = false;
  /** Undefined until known; empty if none can be assigned here. */
  @api permissionSets: readonly Choice[] | undefined;

  /** The message of each invalid field. */
  @api get messages(): Messages {
    return this.givenMessages;
  }
  set messages(messages: Messages) {
    this.givenMessages = messages;
    this.showMessages();
  }

  /** Moves the focus to the given field, or to the first with a message; returns whether it found one. */
  @api focusField(field?: DraftField): boolean {
    const found = this.inputs.find(({ dataset: { field: name } }) => {
      return field === undefined ? this.messageOf(name) !== '' : name === field;
    });
    found?.focus();
    if (found === undefined && field !== undefined && FOLDED.includes(field)) {
      this.isEdited = true;
      this.fieldToFocus = field;
      return true;
    }
    return found !== undefined;
  }

  labels = formLabels;
  fieldLabels = fieldLabels;

  private givenMessages: Messages = {};
  private isEdited = false;
  private fieldToFocus: DraftField | undefined;

  /** The draft, without values until there is one. */
  get given(): Partial<UserDraft> {
    return this.draft ?? {};
  }

  get hasKindChoice(): boolean {
    return this.kinds.length > 1;
  }

  get kindOptions(): readonly Choice[] {
    return this.kinds.map((kind) => ({
      value: kind,
      label: kind === 'customer' ? formLabels.kindCustomer : formLabels.kindPartner
    }));
  }

  get isFolded(): boolean {
    const hasMessage = Object.keys(this.givenMessages).some((field) => FOLDED.includes(field));
    return !this.isEdited && !this.needsPerson && !hasMessage;
  }

  get isUnfolded(): boolean {
    return !this.isFolded;
  }

  get hasNicknameNotes(): boolean {
    return this.showsNickname || this.isUnfolded;
  }

  /** The folded values in one line. */
  get values(): string {
    const { firstName = '', lastName = '', email = '', language = '', timeZone = '', nickname = '' } = this.draft ?? {};
    const shown = [
      `${firstName} ${lastName}`.trim(),
      email,
      this.labelOf('language', language),
      this.labelOf('timeZone', timeZone),
      this.showsNickname ? `${fieldLabels.nickname} ${nickname}` : ''
    ];
    // A name from right to left must not turn the values after it around.
    return shown
      .filter((value) => value !== '')
      .map(displayText)
      .join(' · ');
  }

  get hasNoPermissionSets(): boolean {
    return !this.isFolded && this.permissionSets?.length === 0;
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
    const field = this.fieldToFocus;
    if (field !== undefined) {
      this.fieldToFocus = undefined;
      this.focusField(field);
    }
  }

  handleKindChange(event: CustomEvent<{ readonly value: string }>): void {
    const { value } = event.detail;
    if (value === 'customer' || value === 'partner') {
      // A profile belongs to one kind, so clear the choice of the other kind.
      this.change({ kind: value, profileId: '', ...NO_PROFILE_OPTIONS });
    }
  }

  handleChange(event: CustomEvent<{ readonly value: string | readonly string[] }>): void {
    const field = fieldOf(event);
    if (field !== undefined) {
      this.change({ ...(field === 'profileId' ? NO_PROFILE_OPTIONS : {}), [field]: event.detail.value });
    }
  }

  handleEdit(): void {
    this.isEdited = true;
    this.fieldToFocus = 'firstName';
  }

  handleLeave(event: Event): void {
    this.dispatchEvent(new CustomEvent<string>('leave', { detail: fieldOf(event) ?? '' }));
  }

  private labelOf(field: ChoiceField, value: string): string {
    return this.choices[field]?.find((choice) => choice.value === value)?.label ?? value;
  }

  private change(changes: Partial<UserDraft>): void {
    if (this.draft !== undefined) {
      this.dispatchEvent(new CustomEvent<UserDraft>('draftchange', { detail: { ...this.draft, ...changes } }));
    }
  }

  private get inputs(): readonly ValidatedElement[] {
    return [...(this.template?.querySelectorAll<ValidatedElement>('[data-field]') ?? [])];
  }

  private showMessages(): void {
    for (const input of this.inputs) {
      const message = this.messageOf(input.dataset['field']);
      input.setCustomValidity(message);
      // Don't report a field without a message, because an empty required field would show an error too early.
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
