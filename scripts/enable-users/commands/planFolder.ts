import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toShell } from 'sf-cli/shell';
import { nameOfSource, openInput, type Source } from '../input/openInput.ts';
import type { Input } from '../input/readCsv.ts';
import { makePlan } from '../plan/makePlan.ts';
import type { PlanOptions } from '../plan/planOptions.ts';
import { writeTextFile } from '../report/csvFile.ts';
import { writePlanCsv } from '../report/planCsv.ts';
import { planHtml } from '../report/planHtml.ts';
import { summarizePlan, type PlanSummary } from '../report/planSummary.ts';
import { lockFolder } from '../store/folderLock.ts';
import { openStore, STORE_FILE, type Store } from '../store/store.ts';
import type { InputRow } from '../store/inputRows.ts';
import { saveOrg } from '../run/orgOfRun.ts';
import type { OrgApi } from '../transports/orgApi.ts';

export interface PlanRequest {
  readonly api: OrgApi;
  /** `00D…` */
  readonly orgId: string;
  /** Created where there is none. It must not hold a plan yet. */
  readonly folder: string;
  readonly source: Source;
  readonly options: PlanOptions;
  readonly now: () => Date;
  /** What the command waits for, before the first stage. */
  readonly onNote: (sentence: string) => void;
  readonly onStage: (stage: 'reading' | 'planning', rows: number) => void;
}

/** How many rows of the input are saved in one transaction. */
const ROWS_AT_ONCE = 2000;

/** The store until the plan is whole, so that a folder with a `run.db` has a plan to run. */
const UNFINISHED = 'plan.db';

/** The folder can't take this plan. The message says why, and what to do. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
}

/**
 * Reads the input into a run folder, decides every row, and writes plan.csv and report.html beside it. The folder is locked
 * meanwhile. Throws InputRefused, PlanRefused, FolderRefused or ConnectionLost; the folder holds no new plan then.
 */
export async function planFolder(request: PlanRequest): Promise<PlanSummary> {
  const { api, folder, source } = request;
  const started = request.now();
  assertNoPlan(folder);
  const input = await openInput(api, source, request.onNote);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isOpenToOthers(folder)) {
    request.onNote(
      `Others on this machine can look into ${folder}, which will hold names and email addresses. To keep them out: ${toShell(['chmod', '700', folder])}`
    );
  }
  const lock = lockFolder(folder);
  if (lock === null) {
    throw new FolderRefused(
      `Another process is at work in ${folder}. Wait until it has ended, or name another folder.`
    );
  }
  try {
    // Another process may have planned here since the first look.
    assertNoPlan(folder);
    return await planLocked(input, request, started);
  } finally {
    lock.release();
  }
}

/** A folder that this command makes is open to its user only; a folder that was there keeps its mode. Windows has none. */
function isOpenToOthers(folder: string): boolean {
  return process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0;
}

function assertNoPlan(folder: string): void {
  if (existsSync(join(folder, STORE_FILE))) {
    throw new FolderRefused(`${folder} holds a plan already. Name another --run-folder, or none for a new one.`);
  }
}

async function planLocked(input: Input, request: PlanRequest, started: Date): Promise<PlanSummary> {
  const { folder } = request;
  discardUnfinished(folder);
  const store = openStore(folder, UNFINISHED);
  // A plan that was interrupted is made again, so that its transactions need not wait for the disk.
  store.setDurable(false);
  store.dropIndexes();
  let summary: PlanSummary;
  try {
    summary = await planInto(store, input, request, started);
    store.setDurable(true);
  } catch (error) {
    store.close();
    discardUnfinished(folder);
    throw error;
  }
  store.close();
  renameSync(join(folder, UNFINISHED), join(folder, STORE_FILE));
  return summary;
}

function discardUnfinished(folder: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, UNFINISHED + end), { force: true });
}

async function planInto(store: Store, input: Input, request: PlanRequest, started: Date): Promise<PlanSummary> {
  const { api, folder, source, options, now, onStage } = request;
  saveOrg(store, { id: request.orgId, url: api.url });
  await readInto(store, input, (rows) => {
    onStage('reading', rows);
  });
  store.index('input');
  const planned = await makePlan(api, store, input.places, options, (rows) => {
    onStage('planning', rows);
  });
  store.index('plan');
  const summary = summarizePlan(store, planned, {
    org: api.username,
    source: nameOfSource(source),
    notes: input.notes(),
    runFolder: folder,
    apiCalls: api.calls(),
    seconds: (now().getTime() - started.getTime()) / 1000
  });
  writePlanCsv(store, folder, input.names);
  writeTextFile(join(folder, 'report.html'), planHtml(summary, store.plan.withCells(), now()));
  store.setMeta('plan', JSON.stringify({ options, summary, at: now().toISOString() }));
  return summary;
}

async function readInto(store: Store, { names, fields, rows }: Input, onRows: (done: number) => void): Promise<void> {
  store.setMeta('columns', JSON.stringify(names));
  store.setMeta('userFields', JSON.stringify(fields));
  let waiting: InputRow[] = [];
  const save = (): void => {
    store.transaction(() => {
      for (const row of waiting) store.input.add(row);
    });
    waiting = [];
  };
  let done = 0;
  for await (const row of rows) {
    waiting.push(row);
    done++;
    if (waiting.length < ROWS_AT_ONCE) continue;
    save();
    onRows(done);
  }
  save();
  onRows(done);
}
