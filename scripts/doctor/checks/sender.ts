import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { SiteRow } from '../reading/sites.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('sender', 'Sender of site mail');

/** Addresses of these providers need no verified domain (Help, "Send Email for Users with Unverified Domains"). */
const PUBLIC_PROVIDERS: readonly string[] = ['gmail.com', 'hotmail.com', 'outlook.com'];

/** Salesforce drops mail from an unverified domain without an error [F-151]. Null without a live site. */
export function sender(reading: Reading, links: Links): Finding | null {
  const site = ruleFinding(reading, 'site');
  if (site?.status === 'warning') return null;
  const live = valueOr(reading.sites, []).filter(({ isLive, sender: address }) => isLive && address !== '');
  if (site?.status !== 'pass' || live.length === 0) {
    return say('unknown', 'The addresses from which sites send mail can’t be read.');
  }
  const { signed, authorized } = reading.emailDomains;
  const verified = [...valueOr(signed, []), ...valueOr(authorized, []), ...PUBLIC_PROVIDERS];
  const open = live.filter((one) => !verified.includes(domainOf(one)));
  const facts = {
    senders: live.map((one) => ({ site: one.name, address: one.sender, isVerified: verified.includes(domainOf(one)) }))
  };
  if (open.length === 0) {
    return say('pass', `The domain of each sender is verified: ${listed([...new Set(live.map(domainOf))])}.`, {
      facts
    });
  }
  const senders = listed(open.map(({ name, sender: address }) => `${address} (${name})`));
  if (signed.kind === 'refused' || authorized.kind === 'refused') {
    return say('unknown', `Whether the domain of ${senders} is verified can’t be read.`, { facts });
  }
  const domains = listed([...new Set(open.map(domainOf))]);
  return say('warning', `Mail from ${senders} may not arrive, and nobody gets an error: the domain isn’t verified.`, {
    fix: `Activate a DKIM key for ${domains} in Setup, DKIM Keys, or verify it in Authorized Email Domains. If Deliverability uses a substitute address for unverified domains, which no API tells, mail arrives.`,
    link: links.setup('OrgEmailSettings'),
    facts
  });
}

function domainOf({ sender: address }: SiteRow): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
