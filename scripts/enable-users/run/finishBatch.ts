import { known } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import type { Job } from '../transports/ingestJobs.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { Clock } from '../transports/clock.ts';
import { withRetries } from '../transports/retries.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import type { RunContext } from './openRun.ts';
import { recordHolder, type Holder } from './recordOutcome.ts';

/** A statement has at most 100,000 characters (SOQL and SOSL Reference); an id takes 22. A page has 2,000 rows. */
const CONTACTS_A_QUERY = 2000;

/**
 * Finishes a batch: for every row of it that is unanswered, the org says who holds the contact. A row whose contact has no
 * user was not created; it is sent again, or left unprocessed where the whole job failed.
 */
export async function finishBatch(
  { store, api, clock }: RunContext,
  batchId: number,
  failedJob: Job | null = null
): Promise<OrgAnswer<null>> {
  let after = 0;
  for (;;) {
    const rows = store.unanswered.toAskFor(batchId, after, CONTACTS_A_QUERY);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.row;
    const contactIds = rows.map(({ contactId }) => contactId);
    const holders = await findHolders(api, contactIds, clock);
    if (holders.kind === 'refused') return holders;
    store.transaction(() => {
      for (const { row, contactId } of rows) {
        const holder = holders.value.get(contactId);
        if (holder !== undefined) recordHolder(store, row, holder);
      }
    });
  }
  store.transaction(() => {
    if (failedJob !== null) {
      store.unanswered.leaveUnprocessed(batchId, failedJob.errorMessage || `The job is ${failedJob.state}.`);
    }
    store.batches.mark(batchId, 'done');
  });
  return known(null);
}

/** Users by the id of the contact that they hold. An inactive user counts (SOAP API Developer Guide, "StatusCode" [F-004]). */
async function findHolders(
  api: WriteApi,
  contactIds: readonly string[],
  clock: Clock
): Promise<OrgAnswer<ReadonlyMap<string, Holder>>> {
  const soql = `SELECT Id, ContactId, Username FROM User WHERE ContactId IN (${quotedList(contactIds)})`;
  const users = await withRetries(() => api.query(soql), clock);
  if (users.kind === 'refused') return users;
  return known(
    new Map(
      users.value.map((user) => [
        textAt(user, 'ContactId'),
        { id: textAt(user, 'Id'), username: textAt(user, 'Username') }
      ])
    )
  );
}
