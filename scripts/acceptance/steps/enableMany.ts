import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJson, listAt, numberAt, parsedJson, textAt, valueAt, type Json } from 'sf-cli/json';
import { demo } from '../../scratch-org/main.ts';
import type { StepFailure } from '../../shared/runSteps.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import { query } from '../../shared/sf/records.ts';
import { done, failed, type AcceptanceStep, type AcceptanceTools } from '../acceptanceStep.ts';
import { runProgram, type Ended } from './runProgram.ts';

/** Only this step’s contacts have such an address; mail to it is never delivered (RFC 2606). */
const EMAILS = '@acceptance.example';
const OF_THIS_STEP = `Email LIKE '%${EMAILS}'`;

/** So many requests at least, so that a kill comes between two of them. */
const REQUESTS = 10;

/** Makes users of many contacts by a run that is killed once, and counts them in the org. */
export const enableMany: AcceptanceStep = {
  name: 'enableUsers',
  part: 'bulk',
  title: 'Make users of many contacts, with a run that is killed once',
  run: async (state, tools) => {
    const { username, records } = state.demo;
    const refusal = await importContacts(tools, username, records[demo.READY_ACCOUNT] ?? '');
    if (refusal !== null) return refusal;
    const runFolder = join(tools.folder, 'run');
    await rm(runFolder, { recursive: true, force: true });
    const plan = await enableUsers(tools, [
      ...['plan', '--query', `SELECT Id FROM Contact WHERE ${OF_THIS_STEP}`, '--profile', demo.CUSTOMER_PROFILE],
      ...['--run-folder', runFolder, '--target-org', username]
    ]);
    const planned = numberAt(plan.result, 'counts', 'enable') ?? 0;
    if (planned === 0) return noResult(plan, 'the plan has no row to enable');

    const size = String(Math.max(1, Math.floor(planned / REQUESTS)));
    const killed = await enableUsers(
      tools,
      ['run', '--run-folder', runFolder, '--target-org', username, '--batch-size', size, '--welcome-email', 'suppress'],
      join(runFolder, 'run.db-wal')
    );
    if (killed.exitCode !== null) return noResult(killed, 'the run ended before it could be killed');
    const atKill = await countUsers(tools, username);
    if (atKill.kind === 'failed') return atKill;

    const resumed = await enableUsers(tools, ['resume', '--run-folder', runFolder, '--target-org', username]);
    if (textAt(resumed.result, 'state') !== 'finished') return noResult(resumed, 'the resumed run did not finish');
    const users = await countUsers(tools, username);
    if (users.kind === 'failed') return users;
    const problem = contradictionIn(resumed.result, tools.rows, users.contacts);
    if (problem !== null) return failed(problem, `compare the files in ${runFolder} with the users of the org.`);
    const outcomes = `${countsText(resumed.result)} of ${String(tools.rows)} (${seatsLeft(plan.result)} seats were left)`;
    return done(state, `${outcomes}; killed with ${String(atKill.contacts.length)} made`);
  }
};

/** What the run says, beside its input and the users in the org; null where they agree. */
export function contradictionIn(summary: Json, rows: number, contacts: readonly string[]): string | null {
  const counts = countsOf(summary);
  const accounted = counts.reduce((sum, [, count]) => sum + count, 0);
  if (accounted !== rows) return `${String(rows)} rows went in, and the run accounts for ${String(accounted)}.`;
  if (new Set(contacts).size !== contacts.length) return 'a contact has two users.';
  const created = counts.find(([outcome]) => outcome === 'created')?.[1] ?? 0;
  const already = counts.find(([outcome]) => outcome === 'already')?.[1] ?? 0;
  if (created + already !== contacts.length) {
    return `the run says that ${String(created + already)} contacts have a user, and the org has ${String(contacts.length)}.`;
  }
  const open = counts.find(([outcome, count]) => count > 0 && ['failed', 'unclear', 'unprocessed'].includes(outcome));
  return open === undefined ? null : `${String(open[1])} rows ended as ${open[0]}.`;
}

function countsOf(summary: Json): readonly (readonly [string, number])[] {
  const counts = valueAt(summary, 'counts');
  return Object.keys(isJson(counts) ? counts : {}).map((outcome) => [outcome, numberAt(counts, outcome) ?? 0] as const);
}

/** How many users the license of the plan had room for. */
function seatsLeft(plan: Json): string {
  const [license] = listAt(plan, 'licenses');
  const left = numberAt(license, 'left');
  return left === null ? 'unknown' : String(left);
}

/** `240 created, 10 blocked`. */
function countsText(summary: Json): string {
  return countsOf(summary)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${String(count)} ${outcome}`)
    .join(', ');
}

/** Adds what an earlier run of this step has not added. */
async function importContacts(
  { sf, folder, rows }: AcceptanceTools,
  username: string,
  accountId: string
): Promise<StepFailure | null> {
  const found = await query(sf, username, `SELECT Email FROM Contact WHERE ${OF_THIS_STEP}`);
  if (found.kind === 'refused') return failureOf(found);
  const present = new Set(found.value.map((row) => textAt(row, 'Email')));
  const missing = Array.from({ length: rows }, (_none, index) => String(index + 1).padStart(3, '0')).filter(
    (number) => !present.has(`${number}${EMAILS}`)
  );
  if (missing.length === 0) return null;
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'contacts.csv');
  const lines = missing.map((number) => `Acceptance,Row ${number},${number}${EMAILS},${accountId}`);
  await writeFile(file, `${['FirstName,LastName,Email,AccountId', ...lines].join('\n')}\n`);
  const command = ['data', 'import', 'bulk', '--sobject', 'Contact', '--file', file, '--wait', '10'];
  const answer = await sf([...command, '--line-ending', 'LF', '--target-org', username], 11);
  return answer.kind === 'refused' ? failureOf(answer) : null;
}

type Users = { readonly kind: 'known'; readonly contacts: readonly string[] } | StepFailure;

async function countUsers({ sf }: AcceptanceTools, username: string): Promise<Users> {
  const soql = `SELECT ContactId FROM User WHERE ContactId IN (SELECT Id FROM Contact WHERE ${OF_THIS_STEP})`;
  const rows = await query(sf, username, soql);
  if (rows.kind === 'refused') return failureOf(rows);
  return { kind: 'known', contacts: rows.value.map((row) => textAt(row, 'ContactId')) };
}

interface Answer extends Ended {
  readonly result: Json;
}

async function enableUsers(
  { environment }: AcceptanceTools,
  args: readonly string[],
  killAtWrites?: string
): Promise<Answer> {
  const ended = await runProgram('scripts/enable-users/main.ts', [...args, '--json'], environment, killAtWrites);
  const result = valueAt(parsedJson(ended.stdout), 'result');
  return { ...ended, result: isJson(result) ? result : {} };
}

function noResult({ exitCode, stdout, stderr }: Answer, what: string): StepFailure {
  const message = textAt(parsedJson(stdout), 'message');
  const actions = listAt(parsedJson(stdout), 'actions').filter((line) => typeof line === 'string');
  return failed(
    `npm run enable-users: ${what} (exit code ${String(exitCode)}).`,
    'run it again; npm run enable-users by itself says more.',
    [message, ...actions, ...stderr.trim().split('\n').slice(-5)].filter((line) => line !== '')
  );
}
