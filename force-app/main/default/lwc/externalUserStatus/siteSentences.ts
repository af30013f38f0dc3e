import { fill, statusLabels as labels } from 'c/externalUserLabels';
import { isMember, valueOr, type ExternalProfile, type Fact, type Site } from 'c/externalUserRules';

/** The profile fields that decide site membership. */
export type SiteMember = Pick<ExternalProfile, 'id' | 'name' | 'siteName'>;

export function liveSites(sites: Fact<readonly Site[]> | undefined): readonly Site[] {
  return sites?.kind === 'known' ? sites.value.filter(({ isLive }) => isLive) : [];
}

/**
 * Whether the org's sites are known. An empty list proves nothing: a user without Create and Set Up Experiences sees only
 * the sites of which the user is a member (Object Reference, Network).
 */
function areKnown(sites: Fact<readonly Site[]> | undefined): boolean {
  return sites?.kind === 'known' && sites.value.length > 0;
}

/** Names the live sites of which the profile is a known member; most memberships can't be read. */
export function membershipSentence(sites: Fact<readonly Site[]> | undefined, profile: SiteMember | undefined): string {
  if (!areKnown(sites)) {
    return labels.notRead;
  }
  const live = liveSites(sites);
  const own = ownSites(live, profile);
  if (profile !== undefined && own.length > 0) {
    return fill(labels.member, [profile.name, namesOf(own)]);
  }
  return live.length === 0 ? labels.noLiveSite : labels.membershipUnknown;
}

/** A live site with welcome emails switched on sends one to a new member [F-029]. */
export function mailSentence(
  sites: Fact<readonly Site[]> | undefined,
  profile: SiteMember | undefined,
  email: string
): string {
  const live = liveSites(sites);
  const senders = live.filter(({ sendsWelcomeEmail }) => valueOr(sendsWelcomeEmail, false));
  const own = ownSites(senders, profile);
  if (own.length > 0) {
    return fill(labels.mailMember, [namesOf(own), email]);
  }
  if (senders.length > 0) {
    return fill(labels.mailWelcome, [namesOf(senders), email]);
  }
  return areKnown(sites) && live.every(({ sendsWelcomeEmail }) => sendsWelcomeEmail.kind === 'known')
    ? labels.mailNone
    : labels.mailUnknown;
}

/** Returns the steps that remain before the user can log in. */
export function nextSteps(
  sites: Fact<readonly Site[]> | undefined,
  profile: SiteMember | undefined
): readonly string[] {
  const live = liveSites(sites);
  if (ownSites(live, profile).length > 0) {
    return [labels.stepPassword];
  }
  return [areKnown(sites) && live.length === 0 ? labels.stepActivate : labels.stepMembers, labels.stepPassword];
}

function ownSites(sites: readonly Site[], profile: SiteMember | undefined): readonly Site[] {
  return profile === undefined ? [] : sites.filter((site) => isMember(profile, site));
}

function namesOf(sites: readonly Site[]): string {
  return sites.map(({ name }) => name).join(', ');
}
