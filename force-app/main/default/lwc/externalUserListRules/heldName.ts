import type { FoundHolder, NameField } from 'c/externalUserRules';

/** The part of a code that says who has a name. */
const CODE_OF_HOLDER = {
  inactiveUser: 'OfInactiveUser',
  contactlessUser: 'OfContactlessUser',
  internalUser: 'OfInternalUser',
  externalUser: 'OfOtherContact',
  otherRow: 'OfOtherRow',
  hidden: 'Taken'
} as const satisfies Record<FoundHolder['kind'], string>;

export type NameCode = `${NameField}${(typeof CODE_OF_HOLDER)[FoundHolder['kind']]}`;

/** The code of a name that a user does not get, the same on every surface. */
export function codeOfHeldName(field: NameField, { kind }: FoundHolder): NameCode {
  return `${field}${CODE_OF_HOLDER[kind]}`;
}
