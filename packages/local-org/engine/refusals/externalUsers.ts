import { hasFreeSeat, licenseOf } from '../effects/seats.ts';
import { isExternalType, isExternalUser, portalTypeOf, userTypeOf } from '../effects/userTypes.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { PERSON_ACCOUNT_IS_NO_PARTNER } from './accounts.ts';
import { isChanged, refuse, type Write, type Refusal } from './rule.ts';

/** Source: SOAP API Developer Guide, "Core Data Types", PORTAL_NO_ACCESS: "Access to the specified portal isn't available" [F-089]. */
export function sitesAreOn({ after }: Write, world: World): Refusal | null {
  if (world.features.digitalExperiences || !isExternalUser(world, after)) return null;
  return refuse('PORTAL_NO_ACCESS', "Access to the specified portal isn't available");
}

/** Code and text were seen in use [F-069]. Users of External Identity need no contact. Source: Salesforce Help, "Manage Contactless Users". */
export function externalUserHasContact(write: Write, world: World): Refusal | null {
  const { after } = write;
  if (!isChanged(write, 'ProfileId', 'ContactId', 'IsActive') || !isExternalUser(world, after)) return null;
  const license = licenseOf(world, textOf(after, 'ProfileId'));
  const isContactless = license !== undefined && textOf(license, 'Name').startsWith('External Identity');
  if (textOf(after, 'ContactId') !== '' || isContactless || !isTrue(after, 'IsActive')) return null;
  return refuse('INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact');
}

/** Source: SOAP API Developer Guide, "Core Data Types", INVALID_PROFILE: "a profile that isn't associated with an external user license". */
export function contactHasExternalProfile(write: Write, world: World): Refusal | null {
  const { after } = write;
  if (!isChanged(write, 'ProfileId', 'ContactId') || textOf(after, 'ContactId') === '') return null;
  if (isExternalUser(world, after)) return null;
  return refuse('INVALID_PROFILE', "The profile isn't associated with an external user license", 'ProfileId');
}

/** A person account cannot be a partner account, so its user has to be a customer [F-010]. Code and text are ours. */
export function partnerIsNoPersonAccount(write: Write, world: World): Refusal | null {
  const { after } = write;
  const contact = world.records.find(textOf(after, 'ContactId'));
  if (!isChanged(write, 'ProfileId', 'ContactId') || contact === undefined) return null;
  const isPartner = userTypeOf(world, textOf(after, 'ProfileId')) === 'PowerPartner';
  if (!isPartner || !isTrue(contact, 'IsPersonAccount')) return null;
  return refuse('FIELD_INTEGRITY_EXCEPTION', PERSON_ACCOUNT_IS_NO_PARTNER);
}

/**
 * The owner of the account must have a role. Source: Salesforce Help, "Create Partner Users" [F-003]. For a contact without an
 * account the same answer was seen in use; Object Reference, "User", ContactId, only says "or an error occurs" [F-002].
 */
export function accountOwnerHasRole(write: Write, world: World): Refusal | null {
  const account = accountOf(write, world);
  if (account === 'not asked') return null;
  const owner = account === undefined ? undefined : world.records.find(textOf(account, 'OwnerId'));
  if (owner !== undefined && textOf(owner, 'UserRoleId') !== '') return null;
  return refuse('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
}

/** Source: SOAP API Developer Guide, "Core Data Types", INACTIVE_OWNER_OR_USER. */
export function accountOwnerIsActive(write: Write, world: World): Refusal | null {
  const account = accountOf(write, world);
  if (account === 'not asked' || account === undefined) return null;
  const owner = world.records.find(textOf(account, 'OwnerId'));
  if (owner === undefined || isTrue(owner, 'IsActive')) return null;
  return refuse(
    'INACTIVE_OWNER_OR_USER',
    `operation performed with inactive user [${owner.Id.slice(0, 15)}] as owner of account`
  );
}

/** The account of an external user; 'not asked' if the write neither enables nor moves the user. */
function accountOf(write: Write, world: World): StoredRecord | undefined | 'not asked' {
  const { after } = write;
  const isEnabling = isChanged(write, 'ContactId', 'ProfileId', 'IsActive');
  const contact = world.records.find(textOf(after, 'ContactId'));
  if (!isEnabling || contact === undefined || !isExternalUser(world, after)) return 'not asked';
  return world.records.find(textOf(contact, 'AccountId'));
}

/**
 * A contact has one user, and an inactive user counts too. Source: SOAP API Developer Guide, "StatusCode":
 * "You can't create a second portal user under a Contact" [F-004].
 */
export function contactHasNoOtherUser(write: Write, world: World): Refusal | null {
  const contactId = textOf(write.after, 'ContactId');
  if (contactId === '' || !isChanged(write, 'ContactId')) return null;
  const isTaken = world.records.where('User', 'ContactId', contactId).some(({ Id }) => Id !== write.after.Id);
  return isTaken ? refuse('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact') : null;
}

/**
 * Who isn't an administrator assigns the profiles that one of the own delegated administration groups lists. Source: Salesforce
 * Knowledge Article 000389800. No document says whether an API enforces it, so only a setting does; the code is that of
 * references without access [F-136].
 */
export function profileIsAssignable(write: Write, world: World): Refusal | null {
  const { access, after, person } = write;
  const isAsked = world.settings.delegatedAdministration === true && isChanged(write, 'ProfileId');
  if (!isAsked || access.has('ManageUsers') || !isExternalUser(world, after)) return null;
  const profileId = textOf(after, 'ProfileId');
  const groups = world.records
    .where('DelegateGroupMember', 'UserOrGroupId', person.userId)
    .map((member) => textOf(member, 'DelegateGroupId'));
  const grants = world.records.where('DelegateGroupGrant', 'GrantedId', profileId);
  if (grants.some((grant) => groups.includes(textOf(grant, 'DelegateGroupId')))) return null;
  return refuse(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    `insufficient access rights on cross-reference id: ${profileId.slice(0, 15)}`,
    'ProfileId'
  );
}

/** Source: Spring '20 release notes, "Prevent Using Standard External Profiles for Self-Registration and User Creation" [F-011]. */
export function standardProfileIsAllowed({ after }: Write, world: World): Refusal | null {
  const isStandard = world.standardProfileIds.has(textOf(after, 'ProfileId'));
  if (!isStandard || world.settings.standardExternalProfiles || !isExternalUser(world, after)) return null;
  return refuse(
    'FIELD_INTEGRITY_EXCEPTION',
    'To create or update users for this profile, go to Setup > Digital Experiences > Settings and select Allow using standard external profiles for self-registration, user creation, and login.',
    'ProfileId'
  );
}

/** Source: Object Reference, "User", Username: "If you attempt to exceed the maximum … the create request is rejected" [F-071]. */
export function seatIsFree(write: Write, world: World): Refusal | null {
  const { before, after } = write;
  const license = licenseOf(world, textOf(after, 'ProfileId'));
  if (license === undefined || !isTrue(after, 'IsActive')) return null;
  const held =
    before !== null && isTrue(before, 'IsActive') ? licenseOf(world, textOf(before, 'ProfileId')) : undefined;
  if (held?.Id === license.Id || hasFreeSeat(license)) return null;
  return refuse('LICENSE_LIMIT_EXCEEDED', `License Limit Exceeded - ${textOf(license, 'Name')}`);
}

/** The role of an external user belongs to the own account and portal; that of an internal user has no portal. The text was seen in use [F-070]. */
export function roleTypeMatchesUserType(write: Write, world: World): Refusal | null {
  const { given, after } = write;
  const role = world.records.find(textOf(given, 'UserRoleId'));
  if (role === undefined) return null;
  const userType = userTypeOf(world, textOf(after, 'ProfileId'));
  const wanted = isExternalType(userType) ? portalTypeOf(userType) : 'None';
  if ((textOf(role, 'PortalType') || 'None') === wanted && isOfOwnAccount(world, after, role)) return null;
  return refuse('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type', 'UserRoleId');
}

function isOfOwnAccount(world: World, user: StoredRecord, role: StoredRecord): boolean {
  const portalAccountId = textOf(role, 'PortalAccountId');
  const contact = world.records.find(textOf(user, 'ContactId'));
  return portalAccountId === '' || (contact !== undefined && textOf(contact, 'AccountId') === portalAccountId);
}
