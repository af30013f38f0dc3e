import type { ExternalUserKind } from './facts.ts';
import { findUsernameFault, type UsernameFault } from './usernameForm.ts';

/** The values of the form. Every text may be empty while a person fills the form. */
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
  /** The level among the account's roles, for role-based profiles only; if it is empty, the org decides. */
  readonly portalRole: string;
  /** Assigned after the user is created. */
  readonly permissionSetIds: readonly string[];
}

export type DraftField = Exclude<keyof UserDraft, 'kind' | 'permissionSetIds'>;

/** The User field of each field of the draft. */
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

/** Every User field that a create request may contain. */
export const USER_FIELD_NAMES: readonly string[] = ['ContactId', ...Object.values(USER_FIELDS)];

const DRAFT_FIELDS = Object.keys(USER_FIELDS).filter(isDraftField);

const OPTIONAL: readonly DraftField[] = ['firstName', 'portalRole'];

/** The length limits of object info, by the API names of User fields; a field without a limit is not checked. */
export type FieldLimits = Readonly<Record<string, number>>;

/** How long the fields may be, where object info can't be asked (Object Reference, "User"). */
export const USER_FIELD_LENGTHS = {
  Username: 80,
  Email: 128,
  Alias: 8,
  CommunityNickname: 40,
  FirstName: 40,
  LastName: 80
} as const satisfies FieldLimits;

export type DraftProblem =
  | { readonly field: DraftField; readonly code: 'required' | 'notAnEmail' | 'notAProfileId' }
  | ({ readonly field: DraftField } & UsernameFault)
  | { readonly field: DraftField; readonly code: 'tooLong'; readonly limit: number };

/** The fields for `createRecord`, without Name, AccountId, UserType and IsPortalEnabled: they are read-only on create. */
export type UserFields = Readonly<Record<string, string>>;

function isDraftField(name: string): name is DraftField {
  return Object.hasOwn(USER_FIELDS, name);
}

/** The draft's field for a User field such as `Username`, or null. */
export function draftFieldOf(userField: string): DraftField | null {
  return DRAFT_FIELDS.find((field) => USER_FIELDS[field] === userField) ?? null;
}

/** Finds at most one problem per field, in the order of the form. The server decides whether names are unique. */
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
    case 'username': {
      const fault = findUsernameFault(text);
      return fault === null ? null : { field, ...fault };
    }
    case 'email':
      return isEmailForm(text) ? null : { field, code: 'notAnEmail' };
    case 'profileId':
      return /^00e[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/.test(text) ? null : { field, code: 'notAProfileId' };
    default:
      return null;
  }
}

/** What fills the places of the problem's sentence. */
export function wordsOfProblem(problem: DraftProblem): readonly string[] {
  switch (problem.code) {
    case 'tooLong':
      return [String(problem.limit)];
    case 'usernameCharacter':
      return [problem.character, String(problem.place)];
    default:
      return [];
  }
}

/** The check is rough, so that it refuses nothing that Salesforce accepts, such as letters beyond ASCII. */
function isEmailForm(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}

/** The fields of a contact's new User, without the empty ones. Usernames are lower case (object reference, User). */
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
