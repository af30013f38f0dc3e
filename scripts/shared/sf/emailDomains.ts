import { known, valueOr, type Answer } from 'sf-cli/answer';
import { flagAt, textAt, type Json } from 'sf-cli/json';

/** Domains from which the org may send mail, in lower case [F-152]. */
export interface EmailDomains {
  /** Those with an active DKIM key. */
  readonly signed: Answer<readonly string[]>;
  /** Authorized email domains whose ownership is verified. */
  readonly authorized: Answer<readonly string[]>;
}

export const KEYS_QUERY = 'SELECT Domain, DomainMatch, IsActive FROM EmailDomainKey';
/** For the Tooling API. */
export const AUTHORIZED_QUERY = 'SELECT DomainName, IsDomainOwnershipVerified FROM AuthorizedEmailDomain';

/** Addresses of these providers need no verified domain (Help, "Send Email for Users with Unverified Domains"). */
const PUBLIC_PROVIDERS: readonly string[] = ['gmail.com', 'hotmail.com', 'outlook.com'];

/**
 * The rows of both queries. A key for subdomains only doesn't cover the domain itself (Object Reference, "EmailDomainKey",
 * DomainMatch).
 */
export function toEmailDomains(keys: Answer<readonly Json[]>, domains: Answer<readonly Json[]>): EmailDomains {
  return {
    signed: mapped(keys, (row) =>
      flagAt(row, 'IsActive') === true && textAt(row, 'DomainMatch') !== 'SubdomainsOnly' ? textAt(row, 'Domain') : ''
    ),
    authorized: mapped(domains, (row) =>
      flagAt(row, 'IsDomainOwnershipVerified') === true ? textAt(row, 'DomainName') : ''
    )
  };
}

/** Whether mail from an address is sent [F-151]; null where the domains that could say so can't be read. */
export function isVerifiedSender(address: string, { signed, authorized }: EmailDomains): boolean | null {
  const verified = [...valueOr(signed, []), ...valueOr(authorized, []), ...PUBLIC_PROVIDERS];
  if (verified.includes(domainOf(address))) return true;
  return signed.kind === 'refused' || authorized.kind === 'refused' ? null : false;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function mapped(answer: Answer<readonly Json[]>, domainOfRow: (row: Json) => string): Answer<readonly string[]> {
  if (answer.kind === 'refused') return answer;
  return known(answer.value.map((row) => domainOfRow(row).toLowerCase()).filter((domain) => domain !== ''));
}
