import { codeOfHeldName } from 'c/externalUserListRules';
import {
  displayText,
  type ExistingUser,
  type ExternalProfile,
  type FoundHolder,
  type NumberedName,
  type UserDraft
} from 'c/externalUserRules';
import type { Deviation } from '../store/deviations.ts';
import type { UserFieldValues } from '../store/inputRows.ts';
import type { RowOverrides } from './rowOverrides.ts';

/** What a row does not get as it asks for it, and why. */

/** A name with a number, because somebody has the one that the pattern makes. */
export function numberedName({ field, wanted, free, holder }: NumberedName): Deviation {
  const sentence = `The ${field} is ${displayText(free)}, because ${holderClause(wanted, holder)}`;
  return { code: codeOfHeldName(field, holder), sentence };
}

/** Why a name that a row gives itself is refused. */
export function holderSentence({ wanted, holder }: NumberedName): string {
  const clause = holderClause(wanted, holder);
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

function holderClause(wanted: string, holder: FoundHolder): string {
  const name = displayText(wanted);
  switch (holder.kind) {
    case 'inactiveUser':
      return `${name} belongs to ${displayText(holder.name)}, an inactive user. If it is the same person, rename that user first, which frees ${name}.`;
    case 'contactlessUser':
      return `${name} belongs to ${displayText(holder.name)}, a user without a contact. If it is the same person, give that user the contact, and take the row out.`;
    case 'internalUser':
      return `${name} belongs to ${displayText(holder.name)}, an internal user. Check that the contact needs a user of its own.`;
    case 'externalUser':
      return `${name} belongs to ${displayText(holder.name)}, the user of another contact. Check that they are two persons.`;
    case 'otherRow':
      return `another row of this input gets ${name}.`;
    case 'hidden':
      return `${name} is taken, by a user whom you can’t see.`;
  }
}

/** The level of a row whose profile has no roles. */
export function roleLevelDeviations(
  { RoleLevel }: RowOverrides,
  { portalRole }: UserDraft,
  profile: ExternalProfile | undefined
): readonly Deviation[] {
  if (RoleLevel === '' || portalRole !== '') return [];
  const name = displayText(profile?.name ?? '');
  return [
    { code: 'roleLevelNotApplied', sentence: `RoleLevel is not applied: users with the profile ${name} get no role.` }
  ];
}

/** The values of a row whose contact has a user. `profile` is the one that the row or the flags name. */
export function heldUserDeviations(
  overrides: RowOverrides,
  fields: UserFieldValues,
  user: ExistingUser,
  profile: { readonly isAsked: boolean; readonly id: string | undefined }
): readonly Deviation[] {
  const { Profile: _profile, permissionSets, ...texts } = overrides;
  const isHeld = (column: string, value: string): boolean =>
    (column === 'Username' && value.toLowerCase() === user.username.toLowerCase()) ||
    (column === 'Email' && value.toLowerCase() === user.email?.toLowerCase());
  // Of a profile that can't be read it isn't known whether it is the one that is asked for [F-015].
  const hasAsked = profile.id !== undefined && (user.profileId === null || profile.id === user.profileId);
  const columns = [
    ...(profile.isAsked && !hasAsked ? ['Profile'] : []),
    ...Object.entries(texts).flatMap(([column, value]) => (value === '' || isHeld(column, value) ? [] : [column])),
    ...(permissionSets.length > 0 ? ['PermissionSets'] : []),
    ...Object.keys(fields)
  ];
  if (columns.length === 0) return [];
  const sentence = `Not applied: ${columns.join(', ')}. The contact already has the user ${displayText(user.username)}, who keeps what it has. Change it on the user.`;
  return [{ code: 'valuesNotApplied', sentence }];
}
