import type { Failure } from 'c/externalUserRules';
import { enableUsers, type Attendance } from '../run/executeRun.ts';
import type { Progress } from '../run/progress.ts';
import { numberAt, parsedJson, valueAt } from 'sf-cli/json';
import { counted } from '../report/planLines.ts';
import type { Reply } from '../transports/orgAnswer.ts';
import { writeResultFiles, type ResultFile } from './resultFiles.ts';
import type { Clock } from '../transports/retries.ts';
import type { RunOptions } from '../run/runOptions.ts';
import type { Sending } from '../run/sendCollections.ts';
import { sitesOf } from '../run/welcomeEmail.ts';
import type { Store } from '../store/store.ts';
import { stopSentence, type RunSummary } from './exitCode.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import type { RunOutcome } from '../store/outcomeRows.ts';

/** What a run needs of the process that it is in. */
export interface Surroundings {
  readonly folder: string;
  readonly store: Store;
  /** As the sf CLI knows it. */
  readonly orgName: string;
  readonly api: WriteApi;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly apiCalls: () => number;
}

export function createSending({ store, api, clock, progress }: Surroundings, batchSize: number | null): Sending {
  return { store, api, clock, progress, batchSize };
}

/** Carries a run on as far as it goes now, writes its result files, and says how it stands. */
export async function conductRun(
  around: Surroundings,
  options: RunOptions,
  attendance: Attendance
): Promise<RunSummary> {
  const end = await enableUsers(createSending(around, options.batchSize), options, attendance);
  around.progress.end();
  return summarize(around, end);
}

/** What a run would do; nothing is sent, and nothing written. */
export function summarizeDryRun({ store, folder, apiCalls }: Surroundings, { limit }: RunOptions): RunSummary {
  const users = store.pending.count(limit);
  const planned = valueAt(parsedJson(store.meta('plan') ?? ''), 'summary', 'run');
  const jobs = numberAt(planned, 'jobs') ?? 0;
  const by = jobs > 0 ? counted(jobs, 'Bulk API 2.0 job') : 'sObject Collections';
  const calls = counted(numberAt(planned, 'apiCalls') ?? 0, 'API call');
  return {
    state: 'planned',
    runFolder: folder,
    rows: store.input.count(),
    counts: { ...countsOf([]), unprocessed: store.input.count() },
    withoutPermissionSet: 0,
    jobIds: [],
    files: [],
    apiCalls: apiCalls(),
    message: `Would create ${counted(users, 'user')} by ${by}, with about ${calls} for the whole plan. Nothing was sent.`
  };
}

/** How a run stands, as far as this folder knows; asks the org nothing. */
export function summarize(around: Surroundings, end: Reply<'finished' | 'waiting'>): RunSummary {
  const { store, folder } = around;
  const files = writeResultFiles(store, folder, inputColumns(store));
  const state = end.kind === 'refused' ? 'stopped' : end.value;
  return {
    state,
    runFolder: folder,
    rows: store.input.count(),
    counts: countsOf(files),
    withoutPermissionSet: store.assignments.refusedUserCount(),
    jobIds: store.batches.jobIds(),
    files,
    apiCalls: around.apiCalls(),
    message: messageOf(around, state, end.kind === 'refused' ? end.failure : null)
  };
}

/** The names of the input's columns, as the plan left them. */
function inputColumns(store: Store): readonly string[] {
  const names: unknown = JSON.parse(store.meta('columns') ?? '[]');
  return Array.isArray(names) ? names.map(String) : [];
}

function countsOf(files: readonly ResultFile[]): Readonly<Record<RunOutcome, number>> {
  const rowsOf = (outcome: RunOutcome): number => files.find((file) => file.outcome === outcome)?.rows ?? 0;
  return {
    created: rowsOf('created'),
    already: rowsOf('already'),
    reactivated: rowsOf('reactivated'),
    skipped: rowsOf('skipped'),
    failed: rowsOf('failed'),
    unprocessed: rowsOf('unprocessed')
  };
}

function messageOf(around: Surroundings, state: RunSummary['state'], failure: Failure | null): string {
  const { store, folder, orgName } = around;
  const resume = resumeCommand(folder, orgName);
  const sentences = [
    failure === null ? '' : stopSentence(failure, orgName, resume),
    state === 'waiting' ? `The org is at work on it. Get the results later: ${resume}.` : '',
    sitesOf({ store }).length > 0 ? 'Until then the sites of the org send no welcome mail.' : ''
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

export function resumeCommand(folder: string, orgName: string): string {
  return `npm run enable-users -- resume --run-folder ${folder} --target-org ${orgName}`;
}
