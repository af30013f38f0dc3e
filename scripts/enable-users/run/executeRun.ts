import { waitAfter } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { OrgAnswer, OrgRefusal } from '../transports/orgAnswer.ts';
import { RETRY_POLICY } from '../transports/retries.ts';
import { assignPermissionSets } from './assignPermissionSets.ts';
import { collectJob, collectLeftJob } from './collectJob.ts';
import { enablePartnerAccounts } from './enablePartnerAccounts.ts';
import { askAgain, finishBatch } from './finishBatch.ts';
import type { RunContext } from './openRun.ts';
import { finishReactivation, REACTIVATION, reactivateUsers } from './reactivateUsers.ts';
import type { RunOptions } from './runOptions.ts';
import { sendCollections } from './sendCollections.ts';
import { withSender, type SendingRun } from './sender.ts';
import { submitJobs } from './submitJobs.ts';
import { MAY_BE_HIDDEN } from './recordHolder.ts';
import { restoreWelcomeEmail, suppressWelcomeEmail } from './welcomeEmail.ts';

/** How often rows are sent that a lock or a taken name refused. */
const MOST_ATTEMPTS = 6;

/** How long this call waits for jobs. How the run goes on is in its options. */
export interface JobWait {
  /** By the run’s clock. */
  readonly deadline: number;
  /** Leaves the jobs to the org as soon as they are uploaded. */
  readonly isAsync: boolean;
  /** Switches welcome email on again without waiting until the new users are members. */
  readonly isRestoreForced?: boolean;
}

/** `waiting`: the org is still at work on jobs. */
export type RunEnd = 'finished' | 'waiting';

/**
 * Executes a planned run from where it stands, to its end or until it has to wait for jobs. A refusal stops it, and a later
 * call goes on from there.
 */
export async function executeRun(run: RunContext, options: RunOptions, wait: JobWait): Promise<OrgAnswer<RunEnd>> {
  const { store } = run;
  store.transaction(() => {
    store.outcomes.forgetUnprocessed();
    store.outcomes.saveOfPlan();
  });
  const sent = await sendAll(run, options, wait);
  if (sent.kind === 'known' && sent.value === 'waiting') return sent;
  // A permission set may make a user a member of a site, which mails it.
  const assigned = sent.kind === 'refused' ? sent : await assignPermissionSets(run);
  // Also where the run was stopped, the sites send mail again as soon as no batch is under way.
  const isLeftOff = store.batches.unfinished().length > 0 || (assigned.kind === 'refused' && isOutOfReach(assigned));
  const restored = isLeftOff ? known('restored') : await restoreWelcomeEmail(run, wait.isRestoreForced === true);
  if (assigned.kind === 'refused') return assigned;
  if (restored.kind === 'refused') return restored;
  return known(restored.value === 'waiting' ? 'waiting' : 'finished');
}

function isOutOfReach({ failure }: OrgRefusal): boolean {
  return failure.code === 'noAnswer' || failure.code === 'sessionExpired';
}

async function sendAll(context: RunContext, options: RunOptions, wait: JobWait): Promise<OrgAnswer<RunEnd>> {
  const sending = await withSender(context);
  if (sending.kind === 'refused') return sending;
  const run = sending.value;
  const left = await collect(run, wait, true);
  if (left.kind === 'refused' || left.value === 'waiting') return left;
  const asked = await askAgain(run);
  if (asked.kind === 'refused') return asked;
  const preparations: readonly (() => Promise<OrgAnswer<unknown>>)[] = [
    async () =>
      options.welcomeEmail === 'suppress' && mailsSomebody(run, options) ? suppressWelcomeEmail(run) : known(null),
    () => enablePartnerAccounts(run),
    () => reactivateUsers(run)
  ];
  for (const prepare of preparations) {
    const prepared = await prepare();
    if (prepared.kind === 'refused') return prepared;
  }
  return createUsers(run, options, wait);
}

/** Whether something is left to do that makes a user a member of a site. */
function mailsSomebody({ store }: RunContext, { limit }: RunOptions): boolean {
  return (
    store.pending.count(limit) > 0 || store.changes.inactiveUsers(1).length > 0 || store.assignments.pendingCount() > 0
  );
}

async function createUsers(run: SendingRun, options: RunOptions, wait: JobWait): Promise<OrgAnswer<RunEnd>> {
  const { store, clock, progress } = run;
  const { limit } = options;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const count = store.pending.count(limit);
    if (count === 0) return known('finished');
    if (store.pending.isAnyTransient()) await clock.sleep(waitAfter(attempt, RETRY_POLICY));
    progress.stage(attempt === 1 ? 'Creating users' : `Creating users, try ${String(attempt)}`, count);
    const sent = await sendPending(run, options, wait, attempt === 1);
    if (sent.kind === 'refused' || sent.value === 'waiting') return sent;
  }
  store.pending.giveUp(limit, run.sender.mayHideUsers ? MAY_BE_HIDDEN : null);
  return known('finished');
}

/** The first role-based users of an account create its roles [F-150]; they go before, and the others find the roles. */
async function sendPending(
  run: SendingRun,
  { limit, batchSize }: RunOptions,
  wait: JobWait,
  isFirst: boolean
): Promise<OrgAnswer<RunEnd>> {
  const { pending } = run.store;
  if (isFirst) {
    const first = await sendCollections(run, 'firstUsers', pending.rows('firstUsers', limit), batchSize);
    if (first.kind === 'refused') return first;
  }
  if (run.transportFor(pending.count(limit)) === 'collections') {
    const sent = await sendCollections(run, 'users', pending.rows('users', limit), batchSize);
    return sent.kind === 'refused' ? sent : known('finished');
  }
  const submitted = await submitJobs(run, 'users', pending.rows('users', limit), batchSize);
  if (submitted.kind === 'refused') return submitted;
  return wait.isAsync ? known('waiting') : collect(run, wait, false);
}

/** Finishes all batches that were sent. `isLeft`: an earlier process wrote them, and may have stopped anywhere. */
async function collect(run: SendingRun, { deadline }: JobWait, isLeft: boolean): Promise<OrgAnswer<RunEnd>> {
  let rowsBefore = 0;
  for (const batch of run.store.batches.unfinished()) {
    if (batch.transport === 'collections') {
      const finished =
        batch.stage === REACTIVATION
          ? await finishReactivation(run, batch)
          : await finishBatch(run, batch.id, { isOpen: true });
      if (finished.kind === 'refused') return finished;
      continue;
    }
    const collected = await (isLeft ? collectLeftJob : collectJob)(run, batch, { deadline, rowsBefore });
    if (collected.kind === 'refused') return collected;
    if (collected.value === 'stillRunning') return known('waiting');
    rowsBefore += run.store.batches.rowCount(batch.id);
  }
  return known('finished');
}
