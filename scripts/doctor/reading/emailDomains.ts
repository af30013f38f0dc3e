import { known, type Answer } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';

/** Domains from which the org may send mail, in lower case [F-152]. */
export interface EmailDomains {
  /** Those with an active DKIM key. */
  readonly signed: Answer<readonly string[]>;
  /** Authorized email domains whose ownership is verified. */
  readonly authorized: Answer<readonly string[]>;
}

/** A key for subdomains only doesn't cover the domain itself (Object Reference, "EmailDomainKey", DomainMatch). */
export async function readEmailDomains(org: Org): Promise<EmailDomains> {
  const [keys, domains] = await Promise.all([
    org.query('SELECT Domain, DomainMatch, IsActive FROM EmailDomainKey'),
    org.toolingQuery('SELECT DomainName, IsDomainOwnershipVerified FROM AuthorizedEmailDomain')
  ]);
  return {
    signed: mapped(keys, (row) =>
      flagAt(row, 'IsActive') === true && textAt(row, 'DomainMatch') !== 'SubdomainsOnly' ? textAt(row, 'Domain') : ''
    ),
    authorized: mapped(domains, (row) =>
      flagAt(row, 'IsDomainOwnershipVerified') === true ? textAt(row, 'DomainName') : ''
    )
  };
}

function mapped(
  answer: Awaited<ReturnType<Org['query']>>,
  domainOf: (row: unknown) => string
): Answer<readonly string[]> {
  if (answer.kind === 'refused') return answer;
  return known(answer.value.records.map((row) => domainOf(row).toLowerCase()).filter((domain) => domain !== ''));
}
