import { waitAfter } from 'c/externalUserRules';
import { collectJob, collectLeftJob, submitJobs } from './submitJobs.ts';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { PATIENCE } from '../transports/retries.ts';
import { askOrg, sendByCollections, type Sending } from './sendCollections.ts';
import { assignPermissionSets } from './assignPermissionSets.ts';
import { enablePartnerAccounts } from './enablePartnerAccounts.ts';
import { reactivateUsers } from './reactivateUsers.ts';
import { restoreWelcomeEmail, suppressWelcomeEmail } from './welcomeEmail.ts';
import type { RunOptions } from './runOptions.ts';
import type { PendingRow } from '../store/pendingRows.ts';

/** "For smaller sets, use REST": Bulk API 2.0 Developer Guide advises it below 2,000 records. */
export const FEWEST_FOR_BULK = 2000;

/** How often rows that a lock or a taken name refused are sent. */
const MOST_WAVES = 6;

/** What this call may take; how the run goes on is in its options. */
export interface Attendance {
  /** Milliseconds since 1970, to wait for jobs until then. */
  readonly deadline: number;
  /** Doesn't wait for jobs at all. */
  readonly isAsync: boolean;
}

export type End = 'finished' | 'waiting';

/**
 * Carries a planned run on from wherever it is, to the end or until its jobs have to be waited for. What is refused stops
 * it; a later call goes on from there.
 */
export async function enableUsers(sending: Sending, options: RunOptions, attendance: Attendance): Promise<Reply<End>> {
  const { store } = sending;
  store.transaction(() => {
    store.outcomes.forgetUnprocessed();
    store.outcomes.saveOfPlan();
  });
  const sent = await sendAll(sending, options, attendance);
  // The sites send mail again as soon as nothing is on its way any more, also where the run was stopped.
  const isUnderWay = (sent.kind === 'done' && sent.value === 'waiting') || store.batches.unfinished().length > 0;
  const restored = isUnderWay ? done(null) : await restoreWelcomeEmail(sending);
  if (sent.kind === 'refused' || sent.value === 'waiting') return sent;
  if (restored.kind === 'refused') return restored;
  const granted = await assignPermissionSets(sending);
  return granted.kind === 'refused' ? granted : done('finished');
}

async function sendAll(sending: Sending, options: RunOptions, attendance: Attendance): Promise<Reply<End>> {
  const left = await collect(sending, attendance, true);
  if (left.kind === 'refused' || left.value === 'waiting') return left;
  const steps: readonly (() => Promise<Reply<unknown>>)[] = [
    async () => (options.welcomeEmail === 'suppress' ? suppressWelcomeEmail(sending) : done(null)),
    () => enablePartnerAccounts(sending),
    () => reactivateUsers(sending)
  ];
  for (const step of steps) {
    const reply = await step();
    if (reply.kind === 'refused') return reply;
  }
  return sendInWaves(sending, options, attendance);
}

async function sendInWaves(sending: Sending, { limit }: RunOptions, attendance: Attendance): Promise<Reply<End>> {
  const { store, clock, progress } = sending;
  for (let wave = 1; wave <= MOST_WAVES; wave++) {
    const count = store.pending.count(limit);
    if (count === 0) return done('finished');
    if (store.pending.isAnyLocked()) await clock.sleep(waitAfter(wave, PATIENCE));
    progress.stage(wave === 1 ? 'Creating users' : `Creating users, try ${String(wave)}`, count);
    const reply = await sendWave(sending, limit, attendance, wave === 1);
    if (reply.kind === 'refused' || reply.value === 'waiting') return reply;
  }
  store.pending.giveUp(limit);
  return done('finished');
}

/** Each account's first role-based user makes the account's roles, alone; the others find them. */
async function sendWave(
  sending: Sending,
  limit: number | null,
  attendance: Attendance,
  isFirst: boolean
): Promise<Reply<End>> {
  const { store } = sending;
  if (isFirst) {
    const first = await sendByCollections(sending, 'firstUsers', store.pending.rows('firstUsers', limit));
    if (first.kind === 'refused') return first;
  }
  const rows = (): IterableIterator<PendingRow> => store.pending.rows('users', limit);
  if (store.pending.count(limit) < FEWEST_FOR_BULK) {
    const sent = await sendByCollections(sending, 'users', rows());
    return sent.kind === 'refused' ? sent : done('finished');
  }
  const submitted = await submitJobs(sending, 'users', rows());
  if (submitted.kind === 'refused') return submitted;
  return attendance.isAsync ? done('waiting') : collect(sending, attendance, false);
}

/** Ends all sends that were written and are not done. `isLeft`: by an earlier call, which was cut off anywhere. */
async function collect(sending: Sending, { deadline }: Attendance, isLeft: boolean): Promise<Reply<End>> {
  let rowsBefore = 0;
  for (const batch of sending.store.batches.unfinished()) {
    if (batch.transport === 'collections') {
      const asked = await askOrg(sending, batch.id);
      if (asked.kind === 'refused') return asked;
      continue;
    }
    const reply = await (isLeft ? collectLeftJob : collectJob)(sending, batch, { deadline, rowsBefore });
    if (reply.kind === 'refused') return reply;
    if (reply.value === 'stillRunning') return done('waiting');
    rowsBefore += sending.store.batches.rowCount(batch.id);
  }
  return done('finished');
}
