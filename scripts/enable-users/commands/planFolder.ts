import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, type Input } from '../input/readCsv.ts';
import { readListView, readQuery } from '../input/readQuery.ts';
import type { OrgApi } from '../transports/orgApi.ts';
import { writePlanCsv } from '../report/planCsv.ts';
import { planHtml } from '../report/planHtml.ts';
import { summarizePlan, type PlanSummary } from '../report/planSummary.ts';
import { openStore, STORE_FILE, type Store } from '../store/store.ts';
import type { InputRow } from '../store/inputRows.ts';
import { makePlan } from '../plan/makePlan.ts';
import type { PlanOptions } from '../plan/options.ts';

/** Where the contacts come from. */
export type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'query'; readonly soql: string }
  | { readonly kind: 'listView'; readonly name: string };

export interface PlanRequest {
  readonly api: OrgApi;
  /** A run folder, made where it isn't there; nothing may be planned in it yet. */
  readonly folder: string;
  readonly source: Source;
  readonly options: PlanOptions;
  readonly now: () => Date;
  readonly onStage: (stage: 'reading' | 'planning', rows: number) => void;
}

/** A row store is written in portions of so many rows. */
const PORTION = 2000;

/**
 * Reads the input into a run folder, decides every row, and writes plan.csv and report.html beside it. Throws InputRefused,
 * PlanRefused or ConnectionLost; the folder holds no plan then.
 */
export async function planFolder(request: PlanRequest): Promise<PlanSummary> {
  const { api, folder, source } = request;
  const started = request.now();
  const input = await openInput(api, source);
  mkdirSync(folder, { recursive: true });
  discard(folder);
  const store = openStore(folder, UNFINISHED);
  // A plan that is cut off is made again.
  store.setDurable(false);
  let summary: PlanSummary;
  try {
    summary = await fill(store, input, request, started);
    store.setDurable(true);
  } catch (error) {
    store.close();
    discard(folder);
    throw error;
  }
  store.close();
  renameSync(join(folder, UNFINISHED), join(folder, STORE_FILE));
  return summary;
}

/** What becomes `run.db` once it is whole, so that a folder with one has a plan to run. */
const UNFINISHED = 'plan.db';

function discard(folder: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, UNFINISHED + end), { force: true });
}

async function fill(store: Store, input: Input, request: PlanRequest, started: Date): Promise<PlanSummary> {
  const { api, folder, source, options, now, onStage } = request;
  store.setMeta('orgUrl', api.url);
  await readInto(store, input, (rows) => {
    onStage('reading', rows);
  });
  const planned = await makePlan(api, store, input.places, options, (rows) => {
    onStage('planning', rows);
  });
  const summary = summarizePlan(store, planned, {
    org: api.username,
    source: nameOf(source),
    runFolder: folder,
    apiCalls: api.calls(),
    seconds: (now().getTime() - started.getTime()) / 1000
  });
  writePlanCsv(store, folder, input.names);
  writeFileSync(join(folder, 'report.html'), planHtml(summary, now()));
  store.setMeta('plan', JSON.stringify({ options, summary, at: now().toISOString() }));
  return summary;
}

async function openInput(api: OrgApi, source: Source): Promise<Input> {
  switch (source.kind) {
    case 'file':
      return readCsv(source.path);
    case 'query':
      return readQuery(api, source.soql);
    case 'listView':
      return readListView(api, source.name);
  }
}

function nameOf(source: Source): string {
  switch (source.kind) {
    case 'file':
      return source.path;
    case 'query':
      return 'the query';
    case 'listView':
      return `the list view ${source.name}`;
  }
}

async function readInto(store: Store, { names, rows }: Input, onRows: (done: number) => void): Promise<void> {
  store.setMeta('columns', JSON.stringify(names));
  let portion: InputRow[] = [];
  const save = (): void => {
    store.transaction(() => {
      for (const row of portion) store.input.add(row);
    });
    portion = [];
  };
  let done = 0;
  for await (const row of rows) {
    portion.push(row);
    done++;
    if (portion.length < PORTION) continue;
    save();
    onRows(done);
  }
  save();
  onRows(done);
}
