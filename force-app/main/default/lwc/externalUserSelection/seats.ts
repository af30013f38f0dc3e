import {
  isPending,
  known,
  seatsLeft,
  unknown,
  valueOr,
  type ExternalProfile,
  type OrgFacts
} from 'c/externalUserRules';

/** The org as if its seats weren't counted, because one row takes a seat from the next. */
export function withoutSeats(org: OrgFacts): OrgFacts {
  const { profiles } = org;
  return profiles.kind === 'unknown' ? org : { ...org, profiles: known(profiles.value.map(withoutCounts)) };
}

function withoutCounts(profile: ExternalProfile): ExternalProfile {
  const { license } = profile;
  const uncounted = unknown('noAccess');
  return license.kind === 'unknown'
    ? profile
    : { ...profile, license: known({ ...license.value, total: uncounted, used: uncounted }) };
}

/** How many seats are missing for so many users; null while they are counted. The org decides where they can't be counted. */
export function seatsShort(profile: ExternalProfile | undefined, needed: number): number | null {
  const license = profile?.license ?? unknown('noAccess');
  if (isPending(license)) {
    return null;
  }
  const left = license.kind === 'known' ? valueOr(seatsLeft(license.value), needed) : needed;
  return Math.max(0, needed - left);
}
