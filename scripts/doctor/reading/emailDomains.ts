import { known, type Answer } from 'sf-cli/answer';
import type { Json } from 'sf-cli/json';
import { AUTHORIZED_QUERY, KEYS_QUERY, toEmailDomains, type EmailDomains } from '../../shared/sf/emailDomains.ts';
import type { Org, Rows } from '../org.ts';

export async function readEmailDomains(org: Org): Promise<EmailDomains> {
  const [keys, domains] = await Promise.all([org.query(KEYS_QUERY), org.toolingQuery(AUTHORIZED_QUERY)]);
  return toEmailDomains(recordsOf(keys), recordsOf(domains));
}

function recordsOf(answer: Answer<Rows>): Answer<readonly Json[]> {
  return answer.kind === 'refused' ? answer : known(answer.value.records);
}
