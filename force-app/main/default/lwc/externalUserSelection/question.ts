import { fill, forCount } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { sitesOfProfile, valueOr, type ExternalProfile, type OrgFacts, type ProfileSite } from 'c/externalUserRules';

/** Who gets a welcome email, as far as it is known: a live site sends one to a new member [F-029]. Empty if nothing is. */
export function mailSentence(
  count: number,
  profile: Pick<ExternalProfile, 'id' | 'siteName' | 'siteReading'> | undefined,
  org: Pick<OrgFacts, 'sites' | 'settings' | 'runningUser'>
): string {
  const own = profile && valueOr(sitesOfProfile(profile, org), undefined);
  const sending = (own?.sites ?? []).filter(isSending);
  if (sending.length > 0) {
    return forCount(massLabels.mailOne, massLabels.mailMany, count, [namesOf(sending)]);
  }
  const live = valueOr(org.sites, []).filter(({ isLive }) => isLive);
  const others = live.filter(isSending);
  if (others.length > 0) {
    return fill(massLabels.mailMembers, [namesOf(others)]);
  }
  // Other sites may be hidden, unless the person sees all of them or an administrator read the profile's.
  const isSeen = org.runningUser.seesAllSites && live.length > 0;
  const isKnown = live.every(({ sendsWelcomeEmail }) => sendsWelcomeEmail.kind === 'known');
  return isKnown && (isSeen || (own !== undefined && own.asOf !== null)) ? massLabels.mailNone : '';
}

function isSending({ isLive, sendsWelcomeEmail }: Pick<ProfileSite, 'isLive' | 'sendsWelcomeEmail'>): boolean {
  return isLive && valueOr(sendsWelcomeEmail, false);
}

function namesOf(sites: readonly Pick<ProfileSite, 'name'>[]): string {
  return sites.map(({ name }) => name).join(', ');
}
