import { valueOr, type Fact } from './fact.ts';
import type { Facts, OrgFacts } from './facts.ts';
import { finding, judge, namesOf, pending, setUp, type Finding } from './finding.ts';

/** Without Digital Experiences an org has neither Network nor User.ContactId; one of the two alone says nothing. */
export function areExperiencesOff({ user, org }: Facts): boolean {
  return isNotInOrg(org.sites) && isNotInOrg(user);
}

/** Whether it takes the other answer to say what this one means: a field that isn't there. */
export function awaits(fact: Fact<unknown>, other: Fact<unknown>): boolean {
  return isNotInOrg(fact) && other.kind === 'unknown' && other.reason === 'pending';
}

function isNotInOrg(fact: Fact<unknown>): boolean {
  return fact.kind === 'unknown' && fact.reason === 'notInOrg';
}

/** Where the user can log in, and which site sends the welcome mail. */
export function findSiteFindings(facts: Facts): readonly Finding[] {
  const { user, org } = facts;
  if (areExperiencesOff(facts)) {
    return [finding('site', 'experiencesOff', 'blocked', { fix: setUp('setUpExperiences', org) })];
  }
  return awaits(org.sites, user) ? [pending('site'), pending('mail')] : [site(org), mail(org)];
}

/** A user can be created before a site is live, but cannot log in and gets no welcome mail until then. */
function site(org: OrgFacts): Finding {
  return judge(org.sites, finding('site', 'sitesHidden', 'unknown'), (sites) => {
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

/**
 * Help, Experience Cloud welcome emails: a live site sends one to its new members, if it is set to. Who sees no site at
 * all can't know of it: without Create and Set Up Experiences one sees only the sites one is a member of (Network).
 */
function mail(org: OrgFacts): Finding {
  const hidden = finding('mail', 'mailHidden', 'unknown');
  return judge(org.sites, hidden, (sites) => {
    const live = sites.filter(({ isLive }) => isLive);
    const sending = live.filter(({ sendsWelcomeEmail }) => valueOr(sendsWelcomeEmail, false));
    if (sending.length > 0) {
      return finding('mail', 'mailSent', 'pass', { words: [namesOf(sending)] });
    }
    const isKnown = sites.length > 0 && live.every(({ sendsWelcomeEmail }) => sendsWelcomeEmail.kind === 'known');
    const words = [namesOf(live.length > 0 ? live : sites)];
    return isKnown ? finding('mail', 'mailOff', 'warning', { words, fix: setUp('setUpSites', org) }) : hidden;
  });
}
