import { known } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import type { Job } from '../transports/ingestJobs.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { Clock } from '../transports/clock.ts';
import { withRetries } from '../transports/retries.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import type { AskedRow } from '../store/unansweredRows.ts';
import { recordHolder, recordNoHolder, type Holder } from './recordHolder.ts';
import type { SendingRun } from './sender.ts';

/** A statement has at most 100,000 characters (SOQL and SOSL Reference); an id takes 22. A page has 2,000 rows. */
const CONTACTS_A_QUERY = 2000;

/** How a batch ended. `isOpen`: rows without an answer may have been carried out. */
export interface BatchEnd {
  readonly isOpen: boolean;
  /** The job, where it failed as a whole. */
  readonly failedJob?: Job;
}

/**
 * Finishes a batch: for every row of it that is unanswered, the org says who holds the contact. A row whose contact has no
 * user was not created; it is sent again, or left unprocessed where the whole job failed.
 */
export async function finishBatch(
  run: SendingRun,
  batchId: number,
  { isOpen, failedJob }: BatchEnd
): Promise<OrgAnswer<null>> {
  const { store } = run;
  if (isOpen) store.batches.openUnanswered(batchId);
  const asked = await askForHolders(run, (after, limit) => store.unanswered.toAskFor(batchId, after, limit));
  if (asked.kind === 'refused') return asked;
  store.transaction(() => {
    if (failedJob !== undefined) {
      store.unanswered.leaveUnprocessed(batchId, failedJob.errorMessage || `The job is ${failedJob.state}.`);
    }
    store.batches.mark(batchId, 'done');
  });
  return known(null);
}

/** Asks again what became of unclear rows. Another person, who runs it now, may see more users. */
export function askAgain(run: SendingRun): Promise<OrgAnswer<null>> {
  return askForHolders(run, (after, limit) => run.store.unanswered.unclear(after, limit));
}

async function askForHolders(
  { store, api, clock, sender }: SendingRun,
  nextRows: (after: number, limit: number) => readonly AskedRow[]
): Promise<OrgAnswer<null>> {
  let after = 0;
  for (;;) {
    const rows = nextRows(after, CONTACTS_A_QUERY);
    const last = rows.at(-1);
    if (last === undefined) return known(null);
    after = last.row;
    const contactIds = rows.map(({ contactId }) => contactId);
    const holders = await findHolders(api, contactIds, clock);
    if (holders.kind === 'refused') return holders;
    store.transaction(() => {
      for (const { row, contactId } of rows) {
        const holder = holders.value.get(contactId);
        if (holder === undefined) recordNoHolder(store, row, sender.mayHideUsers);
        else recordHolder(store, row, holder);
      }
    });
  }
}

/** Users by the id of the contact that they hold. An inactive user counts (SOAP API Developer Guide, "StatusCode" [F-004]). */
async function findHolders(
  api: WriteApi,
  contactIds: readonly string[],
  clock: Clock
): Promise<OrgAnswer<ReadonlyMap<string, Holder>>> {
  const soql = `SELECT Id, ContactId, Username, CreatedById, CreatedDate FROM User WHERE ContactId IN (${quotedList(contactIds)})`;
  const users = await withRetries(() => api.query(soql), clock);
  if (users.kind === 'refused') return users;
  return known(
    new Map(
      users.value.map((user) => [
        textAt(user, 'ContactId'),
        {
          id: textAt(user, 'Id'),
          username: textAt(user, 'Username'),
          createdById: textAt(user, 'CreatedById') || null,
          createdDate: textAt(user, 'CreatedDate') || null
        }
      ])
    )
  );
}
