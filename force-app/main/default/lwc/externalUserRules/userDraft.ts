import type { ExternalUserKind } from './facts.ts';

/** What the form holds. Every text may be empty while it is being filled. */
export interface UserDraft {
  readonly kind: ExternalUserKind;
  readonly profileId: string;
  readonly username: string;
  readonly email: string;
  readonly alias: string;
  readonly nickname: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly emailEncoding: string;
  /** Level in the account's roles, for role-based profiles only; empty leaves it to the org. */
  readonly portalRole: string;
  /** Assigned once the user is there. */
  readonly permissionSetIds: readonly string[];
}

export type DraftField = Exclude<keyof UserDraft, 'kind' | 'permissionSetIds'>;

/** The User field behind each field of the draft. */
const USER_FIELDS = {
  profileId: 'ProfileId',
  username: 'Username',
  email: 'Email',
  alias: 'Alias',
  nickname: 'CommunityNickname',
  firstName: 'FirstName',
  lastName: 'LastName',
  timeZone: 'TimeZoneSidKey',
  locale: 'LocaleSidKey',
  language: 'LanguageLocaleKey',
  emailEncoding: 'EmailEncodingKey',
  portalRole: 'PortalRole'
} as const satisfies Record<DraftField, string>;

/** Every field that a new user may be sent with. */
export const USER_FIELD_NAMES: readonly string[] = ['ContactId', ...Object.values(USER_FIELDS)];

const DRAFT_FIELDS = Object.keys(USER_FIELDS).filter(isDraftField);

const OPTIONAL: readonly DraftField[] = ['firstName', 'portalRole'];

/** In characters, by User field API name, as object info gives them; a field without a limit is not checked. */
export type FieldLimits = Readonly<Record<string, number>>;

export type DraftProblem =
  | { readonly field: DraftField; readonly code: 'required' | 'notAnEmail' | 'notAUsername' | 'notAProfileId' }
  | { readonly field: DraftField; readonly code: 'tooLong'; readonly limit: number };

/** What `createRecord` gets. Never Name, AccountId, UserType or IsPortalEnabled: they are read-only on create. */
export type UserFields = Readonly<Record<string, string>>;

function isDraftField(name: string): name is DraftField {
  return Object.hasOwn(USER_FIELDS, name);
}

/** The draft field that a User field (`Username`) belongs to, or null. */
export function draftFieldOf(userField: string): DraftField | null {
  return DRAFT_FIELDS.find((field) => USER_FIELDS[field] === userField) ?? null;
}

/** At most one problem a field, in the order of the form. Uniqueness is the server's to decide. */
export function findDraftProblems(draft: UserDraft, limits: FieldLimits): readonly DraftProblem[] {
  return DRAFT_FIELDS.flatMap((field) => findProblem(field, draft[field].trim(), limits) ?? []);
}

function findProblem(field: DraftField, text: string, limits: FieldLimits): DraftProblem | null {
  if (text === '') {
    return OPTIONAL.includes(field) ? null : { field, code: 'required' };
  }
  const limit = limits[USER_FIELDS[field]];
  if (limit !== undefined && limit > 0 && text.length > limit) {
    return { field, code: 'tooLong', limit };
  }
  switch (field) {
    case 'username':
      return isEmailForm(text) ? null : { field, code: 'notAUsername' };
    case 'email':
      return isEmailForm(text) ? null : { field, code: 'notAnEmail' };
    case 'profileId':
      return /^00e[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/.test(text) ? null : { field, code: 'notAProfileId' };
    default:
      return null;
  }
}

/** A rough form only, so that nothing the platform accepts is refused here. */
export function isEmailForm(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}

/** The fields of the new User of a contact; empty optional fields are left out. Usernames are lower case (object reference, User). */
export function toUserFields(draft: UserDraft, contactId: string): UserFields {
  const fields: Record<string, string> = { ContactId: contactId };
  for (const field of DRAFT_FIELDS) {
    const text = draft[field].trim();
    if (text !== '') {
      fields[USER_FIELDS[field]] = field === 'username' ? text.toLowerCase() : text;
    }
  }
  return fields;
}
