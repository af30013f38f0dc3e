import { kindOfUserType } from './facts.ts';

/** A user who has a name that a new user should get. */
export interface NameHolder {
  readonly name: string;
  readonly isActive: boolean;
  readonly contactId: string | null;
  /** `User.UserType`, which is that of the user's profile. */
  readonly userType: string;
}

/** Who has the name: what to do about it depends on it. */
export type NameHolderKind = 'inactiveUser' | 'contactlessUser' | 'internalUser' | 'externalUser';

/** An inactive user keeps its names [F-112]. An external user without a contact may get one later [F-113]. */
export function kindOfNameHolder({ isActive, contactId, userType }: NameHolder): NameHolderKind {
  if (!isActive) return 'inactiveUser';
  if (contactId !== null) return 'externalUser';
  return kindOfUserType(userType) === null ? 'internalUser' : 'contactlessUser';
}
