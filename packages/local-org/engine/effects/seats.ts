import type { StoredRecord } from '../../types.ts';
import { isTrue, numberOf, textOf } from '../storage/values.ts';
import { standardObject, type World } from '../world/world.ts';

/** The licence that a profile belongs to. Source: user.md, ProfileId: "every profile belongs to exactly one user license type". */
export function licenceOf(world: World, profileId: string): StoredRecord | undefined {
  const profile = world.records.find(profileId);
  return profile === undefined ? undefined : world.records.find(textOf(profile, 'UserLicenseId'));
}

/**
 * Whether one more active user fits. Login licences are counted by log-ins a month (userlicense.md:
 * MonthlyLoginsEntitlement) and come with twenty seats a log-in (seen in use, schaneacademy.in "Salesforce Community
 * License types"), so they do not run out here; but a licence of which none was bought has no seat.
 */
export function hasFreeSeat(licence: StoredRecord): boolean {
  const total = numberOf(licence, 'TotalLicenses');
  return isLoginLicence(licence) ? total > 0 : numberOf(licence, 'UsedLicenses') < total;
}

function isLoginLicence(licence: StoredRecord): boolean {
  return textOf(licence, 'LicenseDefinitionKey').endsWith('_Login') || textOf(licence, 'Name').endsWith(' Login');
}

/** Moves the seat of a user who was saved: an active user holds one of the profile's licence, an inactive one none. */
export function moveSeat(world: World, before: StoredRecord | null, after: StoredRecord): void {
  const held = seatOf(world, before);
  const needed = seatOf(world, after);
  if (held?.Id === needed?.Id) return;
  if (held !== undefined) addUsed(world, held, -1);
  if (needed !== undefined) addUsed(world, needed, 1);
}

function seatOf(world: World, user: StoredRecord | null): StoredRecord | undefined {
  return user !== null && isTrue(user, 'IsActive') ? licenceOf(world, textOf(user, 'ProfileId')) : undefined;
}

function addUsed(world: World, licence: StoredRecord, change: number): void {
  world.records.save(standardObject(world, 'UserLicense'), {
    ...licence,
    UsedLicenses: numberOf(licence, 'UsedLicenses') + change
  });
}
