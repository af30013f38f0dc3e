import { textAt } from 'sf-cli/json';
import type { Holder } from './recordOutcome.ts';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { withRetries, type Clock } from '../transports/retries.ts';
import type { WriteApi } from '../transports/writeApi.ts';

/** SOQL and SOSL Reference: a statement has at most 100,000 characters; an id takes 21. And so many rows are a page. */
export const CONTACTS_A_QUERY = 2000;

/** The users of the contacts, by contact id; an inactive user counts (SOAP API Developer Guide, "StatusCode" [F-004]). */
export async function findHolders(
  api: WriteApi,
  contactIds: readonly string[],
  clock: Clock
): Promise<Reply<ReadonlyMap<string, Holder>>> {
  const holders = new Map<string, Holder>();
  for (let from = 0; from < contactIds.length; from += CONTACTS_A_QUERY) {
    const ids = contactIds.slice(from, from + CONTACTS_A_QUERY).map((id) => `'${id}'`);
    const soql = `SELECT Id, ContactId, Username FROM User WHERE ContactId IN (${ids.join(',')})`;
    const reply = await withRetries(() => api.query(soql), clock);
    if (reply.kind === 'refused') return reply;
    for (const user of reply.value) {
      holders.set(textAt(user, 'ContactId'), { id: textAt(user, 'Id'), username: textAt(user, 'Username') });
    }
  }
  return done(holders);
}
