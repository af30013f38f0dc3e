import { numberAt, parsedJson, valueAt } from 'sf-cli/json';
import { terminalText } from '../../shared/terminalText.ts';
import { counted } from '../report/numbers.ts';
import type { RunEnd } from '../run/executeRun.ts';
import type { OpenRun } from '../run/openRun.ts';
import type { RunOptions } from '../run/runOptions.ts';
import { suppressedSites } from '../run/welcomeEmail.ts';
import type { DeviationCount } from '../store/deviations.ts';
import type { RunOutcome } from '../store/outcomeRows.ts';
import type { RunNote } from '../store/runNotes.ts';
import type { Store } from '../store/store.ts';
import type { OrgAnswer, OrgRefusal } from '../transports/orgAnswer.ts';
import { nextSentences } from './nextSentences.ts';
import { inputColumns, writeResultFiles, type ResultFile } from './resultFiles.ts';
import { stopSentence } from './stopSentence.ts';

/** How a run stands when a command ends; `--json` prints the same. */
export interface RunSummary {
  /** `planned`: a dry run. */
  readonly state: RunEnd | 'stopped' | 'planned';
  readonly runFolder: string;
  readonly rows: number;
  /** All of them, each row in one. */
  readonly counts: Readonly<Record<RunOutcome, number>>;
  /** How many users lack a permission set that they should have. */
  readonly withoutPermissionSet: number;
  readonly jobIds: readonly string[];
  /** What the steps of the run said, besides the outcomes of rows. */
  readonly notes: readonly RunNote[];
  /** Rows that did not get what they ask for, by code. */
  readonly deviations: readonly DeviationCount[];
  readonly files: readonly ResultFile[];
  readonly apiCalls: number;
  /** What to do next; empty where nothing is left to do. */
  readonly message: string;
}

/** Writes the result files of a run, as far as this folder knows it. The org is asked nothing. */
export function summarizeRun(run: OpenRun, end: OrgAnswer<RunEnd>): RunSummary {
  const { store, folder } = run;
  const { files, deviations } = writeResultFiles(store, folder, inputColumns(store));
  const state = end.kind === 'refused' ? 'stopped' : end.value;
  return {
    state,
    runFolder: folder,
    rows: store.input.count(),
    counts: countsOf(files),
    withoutPermissionSet: store.assignments.refusedUserCount(),
    jobIds: store.batches.jobIds(),
    notes: store.notes.all(),
    deviations,
    files,
    apiCalls: run.apiCalls(),
    message: messageOf(run, state, files, end.kind === 'refused' ? end : null)
  };
}

/** What a run would do. Nothing is sent, and no file is written. */
export function summarizeDryRun({ store, folder, apiCalls }: OpenRun, { limit }: RunOptions): RunSummary {
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
    notes: [],
    deviations: [],
    files: [],
    apiCalls: apiCalls(),
    message: `Would create ${counted(users, 'user')} by ${by}, with about ${calls} for the whole plan. Nothing was sent.`
  };
}

function countsOf(files: readonly ResultFile[]): Readonly<Record<RunOutcome, number>> {
  const rowsOf = (outcome: RunOutcome): number => files.find((file) => file.outcome === outcome)?.rows ?? 0;
  return {
    created: rowsOf('created'),
    already: rowsOf('already'),
    reactivated: rowsOf('reactivated'),
    skipped: rowsOf('skipped'),
    blocked: rowsOf('blocked'),
    failed: rowsOf('failed'),
    unclear: rowsOf('unclear'),
    unprocessed: rowsOf('unprocessed')
  };
}

function messageOf(
  run: OpenRun,
  state: RunSummary['state'],
  files: readonly ResultFile[],
  stop: OrgRefusal | null
): string {
  const { store, orgName, callTo } = run;
  const resume = callTo('resume');
  const { unclear } = countsOf(files);
  const sentences = [
    stop === null ? '' : stopSentence(stop, orgName, resume),
    state === 'waiting' ? `The org is at work on it. Get the results later: ${resume}` : '',
    unclear > 0
      ? `It isn’t known whether ${counted(unclear, 'row')} of unclear.csv got a user of this run; the file says why.`
      : '',
    welcomeEmailSentence(store)
  ];
  const told = sentences.filter((sentence) => sentence !== '').join('\n');
  const next = state === 'finished' ? nextSentences(run, files) : [];
  return [...(told === '' ? [] : [told]), ...next].join('\n');
}

function welcomeEmailSentence(store: Store): string {
  const message = store.meta('welcomeEmailMessage') ?? '';
  if (message !== '' || suppressedSites(store) === null) return message;
  return 'Until then the sites of the org send no welcome mail.';
}

/** How the run stands, one line for each outcome that has rows, then what to do next. */
export function summaryLines({ state, counts, files, notes, deviations, message }: RunSummary): readonly string[] {
  const lines = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => {
      const path = files.find((file) => file.outcome === outcome)?.path;
      return `  ${outcome.padEnd(12)}${String(count).padStart(9)}${path === undefined ? '' : `  ${path}`}`;
    });
  return [
    runVerdict(state, counts),
    ...lines,
    ...deviationLines(deviations),
    ...noteLines(notes),
    ...(message === '' ? [] : [message])
  ];
}

function runVerdict(state: RunSummary['state'], counts: RunSummary['counts']): string {
  const { blocked, failed, unclear, unprocessed } = counts;
  const open = blocked + failed + unclear + unprocessed;
  switch (state) {
    case 'planned':
      return 'A dry run.';
    case 'stopped':
      return 'Stopped before the end.';
    case 'waiting':
      return 'Under way: the org is at work.';
    case 'finished':
      return open === 0 ? 'Finished: every row is done.' : `Finished, except for ${counted(open, 'row')}.`;
  }
}

function deviationLines(deviations: readonly DeviationCount[]): readonly string[] {
  if (deviations.length === 0) return [];
  return [
    'Worth a look (column Deviation)',
    ...deviations.map(
      ({ code, rows, example }) => `  ${code.padEnd(24)}${String(rows).padStart(9)}  ${terminalText(example)}`
    )
  ];
}

const MOST_NOTES = 5;

function noteLines(notes: readonly RunNote[]): readonly string[] {
  const shown = notes.slice(0, MOST_NOTES).map(({ sentence }) => terminalText(sentence));
  const others = notes.length - shown.length;
  return others > 0 ? [...shown, `And ${String(others)} more, in the result files and --json.`] : shown;
}
