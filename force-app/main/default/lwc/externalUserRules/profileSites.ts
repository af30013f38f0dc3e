import { isPending, known, unknown, valueOr, type Fact } from './fact.ts';
import type { ExternalProfile, OrgFacts, Site } from './facts.ts';

/** A site of which a profile is a member. */
export interface ProfileSite extends Pick<Site, 'name' | 'isLive' | 'sendsWelcomeEmail'> {
  /** Null if the person doesn't see the site itself. */
  readonly site: Site | null;
  /** The log-in page that the settings name; null for a site that the person sees. */
  readonly loginUrl: string | null;
}

export interface ProfileSites {
  readonly sites: readonly ProfileSite[];
  /** The day of the settings that say so; null if the person sees it. */
  readonly asOf: string | null;
}

type Member = Pick<ExternalProfile, 'id' | 'siteName' | 'siteReading'>;

/**
 * The sites where users of a profile can log in. What the person sees comes first, then what an administrator read:
 * UI API has no NetworkMemberGroup, so that most memberships can't be seen [F-028].
 */
export function sitesOfProfile(
  profile: Member,
  { sites, settings, runningUser }: Pick<OrgFacts, 'sites' | 'settings' | 'runningUser'>
): Fact<ProfileSites> {
  const seen = valueOr(sites, []).filter((site) => isMember(profile, site));
  if (seen.length > 0) {
    return known({ sites: seen.map((site) => ({ ...site, site, loginUrl: null })), asOf: null });
  }
  if (isPending(sites) || isPending(settings)) {
    return unknown('pending');
  }
  // Somebody who sees all sites, but not this one, knows better: it was renamed or deleted.
  const isGone = profile.siteName !== null && sites.kind === 'known' && runningUser.seesAllSites;
  const read = isGone ? undefined : inSettings(profile);
  return read === undefined ? unknown('noAccess') : known(read);
}

/** The live sites that the settings name for profiles, whoever is a member; undefined if nothing was read for them. */
export function liveSitesInSettings({ profiles }: Pick<OrgFacts, 'profiles'>): ProfileSites | undefined {
  const read = valueOr(profiles, []).flatMap((profile) => inSettings(profile) ?? []);
  // The oldest day holds for all of them.
  const [asOf] = read.map(({ asOf: day }) => day).sort();
  return asOf === undefined
    ? undefined
    : { sites: read.flatMap(({ sites }) => sites.filter(({ isLive }) => isLive)), asOf };
}

function inSettings({ siteName, siteReading }: Pick<ExternalProfile, 'siteName' | 'siteReading'>) {
  if (siteReading === null) {
    return undefined;
  }
  const { loginUrl, sendsWelcomeEmail, readOn } = siteReading;
  const site = { isLive: loginUrl !== null, sendsWelcomeEmail: known(sendsWelcomeEmail), site: null, loginUrl };
  return { sites: siteName === null ? [] : [{ name: siteName, ...site }], asOf: readOn };
}

/** The sites that send the welcome email, as far as it is known. */
export function welcomeSenders<One extends Pick<Site, 'sendsWelcomeEmail'>>(sites: readonly One[]): readonly One[] {
  return sites.filter(({ sendsWelcomeEmail }) => valueOr(sendsWelcomeEmail, false));
}

/** True if the settings name the site for the profile, or if self-registration on the site assigns the profile. */
export function isMember({ id, siteName }: Pick<ExternalProfile, 'id' | 'siteName'>, site: Site): boolean {
  return site.name === siteName || site.selfRegistrationProfileId === id;
}
