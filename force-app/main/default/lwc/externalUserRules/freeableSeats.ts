import { valueOr } from './fact.ts';
import { seatsLeft, type ExternalProfile, type License, type OrgFacts, type RecordReference } from './facts.ts';

/** A user who was away for so many days may no longer need the seat. */
export const IDLE_DAYS = 90;

const DAY = 24 * 60 * 60 * 1000;

/** An active user who takes a seat of a license. */
export interface SeatHolder extends RecordReference {
  readonly accountName: string | null;
  /** ISO 8601; null if the user never logged in, or if it can't be read. */
  readonly lastLogin: string | null;
  readonly createdDate: string | null;
  readonly profileId: string | null;
}

/** Since when a user hasn't logged in; for one who never did, since the creation. */
function awaySince({ lastLogin, createdDate }: SeatHolder): string {
  return lastLogin ?? createdDate ?? '';
}

/** Those who were away longest come first. */
export function byAbsence(holders: readonly SeatHolder[]): readonly SeatHolder[] {
  // ISO 8601 dates of one time zone sort as texts.
  return [...holders].sort((one, other) => awaySince(one).localeCompare(awaySince(other), 'en'));
}

/** Whether the user hasn't logged in for `IDLE_DAYS`; false if it isn't known. */
export function isIdle(holder: SeatHolder, now: number): boolean {
  const since = Date.parse(awaySince(holder));
  return Number.isFinite(since) && since < now - IDLE_DAYS * DAY;
}

/**
 * The licenses without a free seat whose users the running user may deactivate: all of them, or that of one profile.
 * Manage Customer Users is enough for customers only [F-005].
 */
export function fullLicenses(
  { profiles, runningUser }: Pick<OrgFacts, 'profiles' | 'runningUser'>,
  profileId?: string
): readonly License[] {
  const { managesExternalUsers, managesCustomerUsers } = runningUser;
  const full = valueOr(profiles, []).flatMap(({ id, kind, license }) => {
    const isManaged = managesExternalUsers || (managesCustomerUsers && kind === 'customer');
    const isMeant = profileId === undefined || profileId === '' || profileId === id;
    return isManaged && isMeant && license.kind === 'known' && valueOr(seatsLeft(license.value), null) === 0
      ? license.value
      : [];
  });
  return full.filter(({ id }, index) => full.findIndex((other) => other.id === id) === index);
}

/** All profiles with the license of one profile, because they share its seats; none if the license isn't known. */
export function profilesOfLicense(
  { profiles }: Pick<OrgFacts, 'profiles'>,
  profileId: string
): readonly ExternalProfile[] {
  const all = valueOr(profiles, []);
  const licenseId = (profile: ExternalProfile | undefined): string => {
    return (profile && valueOr(profile.license, undefined)?.id) ?? '';
  };
  const wanted = licenseId(all.find(({ id }) => id === profileId));
  return wanted === '' ? [] : all.filter((profile) => licenseId(profile) === wanted);
}
