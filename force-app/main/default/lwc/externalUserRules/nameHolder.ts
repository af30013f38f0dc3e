import type { Fact } from './fact.ts';
import { kindOfUserType } from './facts.ts';

/** The fields of a user whose values nobody else may have. */
export type NameField = 'username' | 'nickname';

/** A user who has a name that a new user should get. */
export interface NameHolder {
  readonly name: string;
  readonly isActive: boolean;
  readonly contactId: string | null;
  /** `User.UserType`, which is that of the user's profile; null if it can't be read. */
  readonly userType: string | null;
}

/** Who has the name: what to do about it depends on it. */
export type NameHolderKind = 'inactiveUser' | 'contactlessUser' | 'internalUser' | 'externalUser';

/** Who has a name: a user, another contact for whom a user is made together with this one, or somebody who can't be read. */
export type FoundHolder =
  | { readonly kind: NameHolderKind; readonly name: string }
  | { readonly kind: 'otherRow' }
  | { readonly kind: 'hidden' };

/** The names that are taken, in lower case, and who has them. */
export type TakenNames = ReadonlyMap<string, FoundHolder>;

/** Names that users have, as far as the running user can see users. */
export interface NamesInUse {
  readonly usernames: Fact<TakenNames>;
  readonly nicknames: Fact<TakenNames>;
}

/** A name with a number, because somebody has the wanted one. */
export interface NumberedName {
  readonly field: NameField;
  readonly wanted: string;
  readonly free: string;
  readonly holder: FoundHolder;
}

/** An inactive user keeps its names [F-112]. An external user without a contact may get one later [F-113]. */
export function toFoundHolder({ name, isActive, contactId, userType }: NameHolder): FoundHolder {
  if (!isActive) return { kind: 'inactiveUser', name };
  if (contactId !== null) return { kind: 'externalUser', name };
  if (userType === null) return { kind: 'hidden' };
  return { kind: kindOfUserType(userType) === null ? 'internalUser' : 'contactlessUser', name };
}
