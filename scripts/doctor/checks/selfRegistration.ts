import { displayText, seatsLeft, valueOr as factOr, type ExternalProfile } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { flagAt } from 'sf-cli/json';
import { findingsOf, listed, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';
import type { Reading } from '../reading/reading.ts';
import { hasPersonAccounts, readRegistrations, type RegistrationRow } from '../reading/registrations.ts';
import type { SiteRow } from '../reading/sites.ts';

const say = findingsOf('selfRegistration', 'Self-registration');

/** The self-registration of a site, and why the org would refuse visitors. */
interface SiteRegistration {
  readonly site: string;
  readonly profile: string | null;
  readonly account: string | null;
  /** Each with what to do about it. */
  readonly problems: readonly string[];
  /** What can't be read. */
  readonly hidden: readonly string[];
}

/** Visitors get the site's profile and become contacts of its account (Salesforce Help, "Configure Your Self-Registration Page" [F-035]). */
export async function selfRegistration(org: Org, reading: Reading, links: Links): Promise<Finding> {
  if (reading.sites.kind === 'refused') return say('unknown', 'Sites can’t be read.');
  const open = reading.sites.value.filter(({ hasSelfRegistration }) => hasSelfRegistration);
  if (open.length === 0) return withoutOpen(reading.sites.value);
  const [registrations, personAccounts] = await Promise.all([readRegistrations(org), hasPersonAccounts(org)]);
  const found = open.map((site): SiteRegistration => {
    const registration = valueOr(registrations, []).find(({ siteId }) => siteId === site.id);
    const about = [
      ofProfile(site, reading),
      registrations.kind === 'refused'
        ? hidden('its account can’t be read: that takes Create and Set Up Experiences')
        : ofAccount(registration, personAccounts)
    ];
    return {
      site: site.name,
      profile: profileOf(site, reading)?.name ?? null,
      account: registration?.account ?? null,
      problems: about.flatMap(({ problem }) => problem ?? []),
      hidden: about.flatMap((one) => one.hidden ?? [])
    };
  });
  const broken = found.filter(({ problems }) => problems.length > 0);
  const details = { facts: { sites: found.map((one) => ({ ...one })) }, lines: found.map(lineOf) };
  if (broken.length > 0) {
    return say('warning', `On, but visitors can’t register: ${listed(broken.map(({ site }) => site))}.`, {
      ...details,
      fix: 'Do what the lines below say; npm run self-registration sets the profile and the account of a site.',
      link: links.setup('SetupNetworks')
    });
  }
  const names = listed(found.map(({ site }) => site));
  return found.some((one) => one.hidden.length > 0)
    ? say('unknown', `On: ${names}. Whether visitors can register can’t be told.`, details)
    : say('pass', `On: ${names}. Visitors can make their own user.`, details);
}

function withoutOpen(sites: readonly SiteRow[]): Finding {
  const facts = { sites: [] };
  return sites.length === 0
    ? say('unknown', 'You see no site.', { facts })
    : say('pass', `Off: ${listed(sites.map(({ name }) => name))}.`, { facts });
}

interface Judgement {
  readonly problem?: string;
  readonly hidden?: string;
}

function hidden(text: string): Judgement {
  return { hidden: text };
}

function profileOf(site: SiteRow, { facts }: Reading): ExternalProfile | undefined {
  return factOr(facts.profiles, []).find(({ id }) => id === site.selfRegistrationProfileId);
}

function ofProfile(site: SiteRow, reading: Reading): Judgement {
  if (site.selfRegistrationProfileId === null) return { problem: 'it has no profile: choose one' };
  const profile = profileOf(site, reading);
  if (profile === undefined) return hidden('its profile can’t be read');
  const allowsStandard = flagAt(valueOr(reading.communities, null), 'enableOotbProfExtUserOpsEnable');
  if (profile.isStandard && allowsStandard === false) {
    return { problem: `the org refuses the standard profile ${displayText(profile.name)}: choose a clone of it` };
  }
  const license = factOr(profile.license, null);
  return license !== null && factOr(seatsLeft(license), null) === 0
    ? { problem: `no seat of ${displayText(license.name)} is free: deactivate users or buy seats` }
    : {};
}

/** The account's owner must be active and have a role (Salesforce Help, "Create Partner Users" [F-003]). */
function ofAccount(registration: RegistrationRow | undefined, personAccounts: boolean | null): Judgement {
  if (registration === undefined || registration.account === '') {
    if (personAccounts === null) return hidden('it has no account, and person accounts can’t be read');
    return personAccounts ? {} : { problem: 'it has no account, and the org no person accounts: choose an account' };
  }
  const { account, owner, ownerIsActive, ownerHasRole } = registration;
  if (!ownerIsActive) return { problem: `${owner}, who owns ${account}, is inactive: give it another owner` };
  return ownerHasRole ? {} : { problem: `${owner}, who owns ${account}, has no role: give the owner one` };
}

function lineOf({ site, profile, account, problems, hidden: unseen }: SiteRegistration): string {
  const who = `profile ${profile ?? 'unknown'}, account ${account ?? 'none'}`;
  const rest = [...problems, ...unseen];
  return `${site}: ${who}${rest.length === 0 ? '' : `; ${rest.join('; ')}`}`;
}
