import { isTransient, isUnclear } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { toCsvLine } from '../../shared/csv.ts';
import type { PendingRow, Stage } from '../store/pendingRows.ts';
import type { Store } from '../store/store.ts';
import {
  abortJob,
  closeJob,
  createJob,
  MOST_BYTES_IN_A_JOB,
  MOST_ROWS_IN_A_JOB,
  readJob,
  uploadRows
} from '../transports/ingestJobs.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { TOTAL, waitAfterRefusal } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';
import { LONGEST_JOB, type SendingRun } from './sender.ts';
import { toUserRecord, userFieldNames } from './userRecord.ts';
import { checkWelcomeEmail } from './welcomeEmail.ts';

/** How many characters of CSV are uploaded in one piece. */
const PIECE = 16_000;

/** Writes jobs of the rows, uploads and closes them; from then on the org works on them. */
export async function submitJobs(
  run: SendingRun,
  stage: Stage,
  rows: Iterator<PendingRow, unknown>,
  batchSize: number | null
): Promise<OrgAnswer<null>> {
  const { store, sender } = run;
  const queue = createQueue(rows);
  while (!queue.isEmpty()) {
    const checked = await checkWelcomeEmail(run);
    if (checked.kind === 'refused') return checked;
    const sending = sender.sendingNow(LONGEST_JOB);
    const batchId = store.batches.prepare({ transport: 'bulk', stage, sending }, rowsOfJob(queue, batchSize));
    const submitted = await submitJob(run, batchId);
    if (submitted.kind === 'refused') return submitted;
  }
  return known(null);
}

/** As many rows as fit into one job. */
function* rowsOfJob(queue: Queue, batchSize: number | null): IterableIterator<PendingRow> {
  const most = batchSize ?? MOST_ROWS_IN_A_JOB;
  let bytes = 1000;
  for (let count = 0; count < most; count++) {
    const row = queue.next();
    if (row === undefined) return;
    bytes += row.bytes;
    if (bytes > MOST_BYTES_IN_A_JOB) {
      queue.putBack(row);
      return;
    }
    yield row;
  }
}

interface Queue {
  next(): PendingRow | undefined;
  putBack(row: PendingRow): void;
  isEmpty(): boolean;
}

function createQueue(rows: Iterator<PendingRow, unknown>): Queue {
  let waiting: PendingRow | undefined;
  const next = (): PendingRow | undefined => {
    const row = waiting ?? nextOf(rows);
    waiting = undefined;
    return row;
  };
  const putBack = (row: PendingRow): void => {
    waiting = row;
  };
  const isEmpty = (): boolean => {
    waiting ??= nextOf(rows);
    return waiting === undefined;
  };
  return { next, putBack, isEmpty };
}

function nextOf<Item>(items: Iterator<Item, unknown>): Item | undefined {
  const next = items.next();
  return next.done === true ? undefined : next.value;
}

async function submitJob(run: RunContext, batchId: number): Promise<OrgAnswer<null>> {
  const { store, api, clock, progress } = run;
  const end = clock.now() + TOTAL;
  for (let attempt = 1; ; attempt++) {
    const created = await createJob(api, 'User', clock);
    if (created.kind === 'refused') return created;
    const jobId = created.value;
    store.batches.mark(batchId, 'prepared', jobId);
    progress.job(jobId);
    const uploaded = await uploadRows(api, jobId, () => csvOf(store, batchId));
    if (uploaded.kind === 'known') {
      store.batches.mark(batchId, 'sent');
      return closeOnce(run, jobId);
    }
    // Rows that arrived before the upload broke off are in a job that is never closed.
    const aborted = await abortJob(api, jobId, clock);
    if (aborted.kind === 'refused' && aborted.failure.code === 'sessionExpired') return aborted;
    const wait = waitAfterRefusal(attempt, uploaded);
    const isAgain = isTransient(uploaded.failure) || isUnclear(uploaded.failure);
    if (!isAgain || clock.now() + wait > end) return uploaded;
    await clock.sleep(wait, uploaded.failure);
  }
}

/** A closed job can't be closed again: where no clear answer comes, the job itself says whether it was closed. */
async function closeOnce({ api, clock }: RunContext, jobId: string): Promise<OrgAnswer<null>> {
  const end = clock.now() + TOTAL;
  for (let attempt = 1; ; attempt++) {
    const closed = await closeJob(api, jobId);
    if (closed.kind === 'known') return known(null);
    if (!isTransient(closed.failure) && !isUnclear(closed.failure)) return closed;
    const job = await readJob(api, jobId, clock);
    if (job.kind === 'refused') return job;
    if (job.value?.state !== 'Open') return known(null);
    const wait = waitAfterRefusal(attempt, closed);
    if (clock.now() + wait > end) return closed;
    await clock.sleep(wait, closed.failure);
  }
}

function* csvOf(store: Store, batchId: number): IterableIterator<string> {
  const names = userFieldNames(store);
  yield toCsvLine(names);
  let lines = '';
  for (const [plan, sent] of store.batches.plans(batchId)) {
    const fields = toUserRecord(plan, sent);
    lines += toCsvLine(names.map((name) => String(fields[name] ?? '')));
    if (lines.length > PIECE) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}
