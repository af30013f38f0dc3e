import { isPending, type Fact } from './fact.ts';
import type { Facts, OrgFacts } from './facts.ts';
import { finding, judge, namesOf, pending, setUp, type Finding } from './finding.ts';
import { oncePerOrg } from './oncePerOrg.ts';
import { liveSitesInSettings, welcomeSenders, type ProfileSites } from './profileSites.ts';

/** Without Digital Experiences both Network and User.ContactId are missing; if only one is, it may be hidden. */
export function areExperiencesOff({ user, org }: Facts): boolean {
  return isNotInOrg(org.sites) && isNotInOrg(user);
}

/** Whether a missing field can be explained only once the other answer is there. */
export function awaits(fact: Fact<unknown>, other: Fact<unknown>): boolean {
  return isNotInOrg(fact) && isPending(other);
}

function isNotInOrg(fact: Fact<unknown>): boolean {
  return fact.kind === 'unknown' && fact.reason === 'notInOrg';
}

/** Checks where the user can log in, and which site sends the welcome email. */
export function findSiteFindings(facts: Facts): readonly Finding[] {
  const { user, org } = facts;
  if (areExperiencesOff(facts)) {
    return [finding('site', 'experiencesOff', 'blocked', { fix: setUp('setUpExperiences', org) })];
  }
  return awaits(org.sites, user) ? [pending('site'), pending('mail')] : ofSites(org);
}

const ofSites = oncePerOrg((org) => {
  // Without a live site nothing sends a welcome email, which the check of sites says.
  const hasNoLiveSite = org.sites.kind === 'known' && org.sites.value.every(({ isLive }) => !isLive);
  return hasNoLiveSite ? [site(org)] : [site(org), mail(org)];
});

/** A missing live site only warns: the user can be created, but can't log in and gets no welcome email until then. */
function site(org: OrgFacts): Finding {
  return judge(org.sites, siteInSettings(org), (sites) => {
    const live = sites.filter(({ isLive }) => isLive);
    const fix = setUp('setUpSites', org);
    if (live.length > 0) {
      const open = live.filter(({ hasSelfRegistration }) => hasSelfRegistration);
      return open.length > 0
        ? finding('site', 'siteRegisters', 'pass', { words: [namesOf(live), namesOf(open)] })
        : finding('site', 'siteLive', 'pass', { words: [namesOf(live)] });
    }
    return sites.length === 0
      ? finding('site', 'siteMissing', 'warning', { fix })
      : finding('site', 'siteNotLive', 'warning', { words: [namesOf(sites)], fix });
  });
}

/** What an administrator read of live sites that the person can't see; `hidden` if nothing was read. */
function inSettings(org: OrgFacts, hidden: Finding, toFinding: (read: ProfileSites, day: string) => Finding): Finding {
  return judge(org.settings, hidden, () => {
    const read = liveSitesInSettings(org);
    const day = read?.asOf ?? null;
    return read === undefined || day === null || read.sites.length === 0 ? hidden : toFinding(read, day);
  });
}

function siteInSettings(org: OrgFacts): Finding {
  return inSettings(org, finding('site', 'sitesHidden', 'unknown'), ({ sites }, day) =>
    finding('site', 'siteBySettings', 'pass', { words: [namesOf(sites), day] })
  );
}

/** Help, Experience Cloud welcome emails: a live site sends one to its new members, if its settings say so [F-029]. */
function mail(org: OrgFacts): Finding {
  const other = mailInSettings(org);
  return judge(org.sites, other, (sites) => {
    const live = sites.filter(({ isLive }) => isLive);
    const sending = welcomeSenders(live);
    if (sending.length > 0) {
      return finding('mail', 'mailSent', 'pass', { words: [namesOf(sending)] });
    }
    const isKnown = live.every(({ sendsWelcomeEmail }) => sendsWelcomeEmail.kind === 'known');
    const words = [namesOf(live)];
    return isKnown ? finding('mail', 'mailOff', 'warning', { words, fix: setUp('setUpSites', org) }) : other;
  });
}

function mailInSettings(org: OrgFacts): Finding {
  return inSettings(org, finding('mail', 'mailHidden', 'unknown'), ({ sites }, day) => {
    const sending = welcomeSenders(sites);
    return sending.length > 0
      ? finding('mail', 'mailBySettings', 'pass', { words: [namesOf(sending), day] })
      : finding('mail', 'mailOffBySettings', 'warning', {
          words: [namesOf(sites), day],
          fix: setUp('setUpSites', org)
        });
  });
}
