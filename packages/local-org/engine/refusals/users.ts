import { userTypeOf } from '../effects/userTypes.ts';
import { textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import {
  accountOwnerHasRole,
  accountOwnerIsActive,
  contactHasExternalProfile,
  contactHasNoOtherUser,
  externalUserHasContact,
  partnerIsNoPersonAccount,
  profileIsAssignable,
  roleTypeMatchesUserType,
  seatIsFree,
  sitesAreOn,
  standardProfileIsAllowed
} from './externalUsers.ts';
import { isChanged, refuse, type Rule, type Write, type Refusal } from './rule.ts';
import { nicknameIsUnique, usernameHasEmailForm, usernameIsUnique } from './usernames.ts';

/** The rules of User, in the order in which they are checked. */
export const USER_RULES: readonly Rule[] = [
  personMayManageUser,
  sitesAreOn,
  usernameHasEmailForm,
  usernameIsUnique,
  nicknameIsUnique,
  externalUserHasContact,
  contactHasExternalProfile,
  partnerIsNoPersonAccount,
  standardProfileIsAllowed,
  profileIsAssignable,
  accountOwnerIsActive,
  accountOwnerHasRole,
  contactHasNoOtherUser,
  seatIsFree,
  roleTypeMatchesUserType
];

/**
 * To manage internal users takes Manage Internal Users, customers Manage Customer Users, partners Manage External Users. A
 * change of profile takes the permissions for both. Users may change their own record, except fields that decide on access.
 * Source: Object Reference, "User", Special Access Rules [F-005].
 */
function personMayManageUser(write: Write, world: World): Refusal | null {
  const { access, person, before, after } = write;
  const isOwn = before?.Id === person.userId;
  if (isOwn && !isChanged(write, 'ProfileId', 'IsActive', 'UserRoleId', 'ContactId', 'Username')) return null;
  const profileIds = [before ?? after, after].map((user) => textOf(user, 'ProfileId'));
  const isManaged = (profileId: string): boolean =>
    permissionsFor(world, profileId).some((permission) => access.has(permission));
  if (profileIds.every(isManaged)) return null;
  return refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

function permissionsFor(world: World, profileId: string): readonly string[] {
  switch (userTypeOf(world, profileId)) {
    case 'PowerPartner':
      return ['ManagePartners'];
    case 'CspLitePortal':
    case 'PowerCustomerSuccess':
    case 'CustomerSuccess':
      return ['ManagePartners', 'ManageCssUsers'];
    default:
      return ['ManageInternalUsers', 'ManageUsers'];
  }
}
