import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, type Finding } from '../finding.ts';
import { domainOf, isVerifiedSender } from '../../shared/sf/emailDomains.ts';
import type { Links } from '../links.ts';
import type { SiteRow } from '../reading/sites.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('sender', 'Sender of site mail');

/** Salesforce drops mail from an unverified domain without an error [F-151]. Null without a live site. */
export function sender(reading: Reading, links: Links): Finding | null {
  const site = ruleFinding(reading, 'site');
  if (site?.status === 'warning') return null;
  const live = valueOr(reading.sites, []).filter(({ isLive, sender: address }) => isLive && address !== '');
  if (site?.status !== 'pass' || live.length === 0) {
    return say('unknown', 'The addresses from which sites send mail can’t be read.');
  }
  const isVerified = (one: SiteRow): boolean | null => isVerifiedSender(one.sender, reading.emailDomains);
  const open = live.filter((one) => isVerified(one) !== true);
  const facts = {
    senders: live.map((one) => ({ site: one.name, address: one.sender, isVerified: isVerified(one) === true }))
  };
  if (open.length === 0) {
    return say('pass', `The domain of each sender is verified: ${listed(domainsOf(live))}.`, { facts });
  }
  const senders = listed(open.map(({ name, sender: address }) => `${address} (${name})`));
  if (open.some((one) => isVerified(one) === null)) {
    return say('unknown', `Whether the domain of ${senders} is verified can’t be read.`, { facts });
  }
  const domains = listed(domainsOf(open));
  return say('warning', `Mail from ${senders} may not arrive, and nobody gets an error: the domain isn’t verified.`, {
    fix: `Activate a DKIM key for ${domains} in Setup, DKIM Keys, or verify it in Authorized Email Domains. If Deliverability uses a substitute address for unverified domains, which no API tells, mail arrives.`,
    link: links.setup('OrgEmailSettings'),
    facts
  });
}

function domainsOf(sites: readonly SiteRow[]): readonly string[] {
  return [...new Set(sites.map((one) => domainOf(one.sender)))];
}
