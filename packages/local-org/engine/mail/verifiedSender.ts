import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/** Addresses of these providers need no verified domain. Source: Salesforce Help, "Send Email for Users with Unverified Domains". */
const PUBLIC_PROVIDERS: readonly string[] = ['gmail.com', 'hotmail.com', 'outlook.com'];

/**
 * Whether mail of a site is delivered: the domain of its sender has an active DKIM key or is a verified authorized email
 * domain, each domain and subdomain by itself. Otherwise the mail is dropped without an error.
 * Source: Salesforce Help, "Requirements to Send Email from Salesforce"; Knowledge Article 005316911 [F-151].
 */
export function isDelivered(world: World, site: StoredRecord | null): boolean {
  const address = site === null ? '' : textOf(site, 'EmailSenderAddress');
  const { substitutesUnverifiedSenders = false, authorizedEmailDomains = {} } = world.settings;
  // Without an address the mail comes from a domain of Salesforce.
  if (address === '' || substitutesUnverifiedSenders) return true;
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (PUBLIC_PROVIDERS.includes(domain) || authorizedEmailDomains[domain] === true) return true;
  return world.records
    .all('EmailDomainKey')
    .some(
      (key) =>
        isTrue(key, 'IsActive') &&
        textOf(key, 'DomainMatch') !== 'SubdomainsOnly' &&
        textOf(key, 'Domain').toLowerCase() === domain
    );
}
