import { isTrue, numberOf, textOf, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** The license of a profile. Source: Object Reference, "User", ProfileId: "every profile belongs to exactly one user license type" [F-072]. */
export function licenseOf(world: World, profileId: string): StoredRecord | undefined {
  const profile = world.records.find(profileId);
  return profile === undefined ? undefined : world.records.find(textOf(profile, 'UserLicenseId'));
}

/** Whether the license allows one more active user. `TotalLicenses` of a login-based one counts users too [F-071, F-073]. */
export function hasFreeSeat(license: StoredRecord): boolean {
  return numberOf(license, 'UsedLicenses') < numberOf(license, 'TotalLicenses');
}

/** Updates UsedLicenses after a save: an active user uses one license of the profile, an inactive user uses none [F-019]. */
export function moveSeat(world: World, before: StoredRecord | null, after: StoredRecord): void {
  const held = seatOf(world, before);
  const needed = seatOf(world, after);
  if (held?.Id === needed?.Id) return;
  if (held !== undefined) addUsed(world, held, -1);
  if (needed !== undefined) addUsed(world, needed, 1);
}

function seatOf(world: World, user: StoredRecord | null): StoredRecord | undefined {
  return user !== null && isTrue(user, 'IsActive') ? licenseOf(world, textOf(user, 'ProfileId')) : undefined;
}

function addUsed(world: World, license: StoredRecord, change: number): void {
  world.records.save(standardObject(world, 'UserLicense'), {
    ...license,
    UsedLicenses: numberOf(license, 'UsedLicenses') + change
  });
}
