import { isPending, type Fact } from './fact.ts';
import type { ExternalProfile, OrgFacts, Site } from './facts.ts';
import { sitesOfProfile, welcomeSenders, type ProfileSite } from './profileSites.ts';
import { isStandardProfile } from './standardProfiles.ts';

/**
 * Where a user can log in. `notLive`: only at sites that aren't live; `noSite`: at none; `hidden`: it can't be seen which
 * sites the profile may use; `pending`: the org has not answered yet.
 */
export type AccessCode = 'canLogIn' | 'notLive' | 'noSite' | 'hidden' | 'inactive' | 'pending';

/** What becomes of the welcome email. `later`: when the site goes live; `maybe`: if the profile is a member [F-029]. */
export type WelcomeMail = 'sent' | 'later' | 'maybe' | 'off' | 'unknown';

export interface Access {
  readonly code: AccessCode;
  /** The sites that `code` speaks of; if it is hidden, the live sites that there are. */
  readonly sites: readonly ProfileSite[];
  /** The day of the settings that say so; null if the person sees it. */
  readonly asOf: string | null;
  readonly mail: WelcomeMail;
  /** True for a standard profile: an org refuses its users at log-in, unless its settings allow them [F-011]. */
  readonly mayRefuse: boolean;
}

/** The org facts that access depends on. */
export type AccessFacts = Pick<OrgFacts, 'sites' | 'settings' | 'runningUser'>;

/** What holds of the log-in of a user with this profile; undefined is a profile that isn't known. */
export function findAccess(
  profile: Pick<ExternalProfile, 'id' | 'name' | 'siteName' | 'siteReading'> | undefined,
  isActive: boolean,
  org: AccessFacts
): Access {
  const mayRefuse = isActive && profile !== undefined && isStandardProfile(profile.name);
  return { ...accessToSites(profile, isActive, org), mayRefuse };
}

function accessToSites(
  profile: Pick<ExternalProfile, 'id' | 'siteName' | 'siteReading'> | undefined,
  isActive: boolean,
  org: AccessFacts
): Omit<Access, 'mayRefuse'> {
  if (!isActive) {
    return { code: 'inactive', sites: [], asOf: null, mail: 'unknown' };
  }
  const own = profile === undefined ? undefined : sitesOfProfile(profile, org);
  if (own?.kind === 'known') {
    const { sites, asOf } = own.value;
    const live = sites.filter(({ isLive }) => isLive);
    if (live.length > 0) {
      return { code: 'canLogIn', sites: live, asOf, mail: mailOf(live, 'sent') };
    }
    return sites.length === 0
      ? { code: 'noSite', sites, asOf, mail: 'off' }
      : { code: 'notLive', sites, asOf, mail: mailOf(sites, 'later') };
  }
  return own !== undefined && isPending(own)
    ? { code: 'pending', sites: [], asOf: null, mail: 'unknown' }
    : withoutMembership(org.sites);
}

/** Known sites of which none is live are all sites of the org (`sitesAsSeen`). */
function withoutMembership(sites: Fact<readonly Site[]>): Omit<Access, 'mayRefuse'> {
  if (sites.kind === 'unknown') {
    return { code: 'hidden', sites: [], asOf: null, mail: 'unknown' };
  }
  const live = sites.value.filter(({ isLive }) => isLive).map((site) => ({ ...site, site, loginUrl: null }));
  return live.length === 0
    ? { code: 'noSite', sites: [], asOf: null, mail: 'off' }
    : { code: 'hidden', sites: live, asOf: null, mail: mailOf(live, 'maybe') };
}

function mailOf(sites: readonly ProfileSite[], ifSent: WelcomeMail): WelcomeMail {
  if (welcomeSenders(sites).length > 0) {
    return ifSent;
  }
  return sites.every(({ sendsWelcomeEmail }) => sendsWelcomeEmail.kind === 'known') ? 'off' : 'unknown';
}
