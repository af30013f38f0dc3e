import { join } from 'node:path';
import { textOrNull } from './columns.ts';
import { createAssignments, type Assignments } from './assignments.ts';
import { createBatches, type Batches } from './batches.ts';
import { openDatabase, type Database } from './database.ts';
import { createInputRows, type InputRows } from './inputRows.ts';
import { createNameClaims, type NameClaims } from './nameClaims.ts';
import { createNewMembers, type NewMembers } from './newMembers.ts';
import { createOutcomeRows, type OutcomeRows } from './outcomeRows.ts';
import { createPasswordResets, type PasswordResets } from './passwordResets.ts';
import { createPendingRows, type PendingRows } from './pendingRows.ts';
import { createPlannedChanges, type PlannedChanges } from './plannedChanges.ts';
import { createPlanRows, type PlanRows } from './planRows.ts';
import { createRunNotes, type RunNotes } from './runNotes.ts';
import { INDEXES, SCHEMA, SCHEMA_VERSION, type IndexedTable } from './schema.ts';
import { createUnansweredRows, type UnansweredRows } from './unansweredRows.ts';

/** Facts about the run as a whole: its org, its options, its summary; texts or JSON. */
export type MetaKey =
  'orgId' | 'orgUrl' | 'columns' | 'userFields' | 'plan' | 'run' | 'welcomeEmailOff' | 'welcomeEmailMessage';

/** Everything that a run knows, on the disk: what was read, planned, sent and answered. Only this folder speaks SQL. */
export interface Store {
  readonly input: InputRows;
  readonly plan: PlanRows;
  readonly names: NameClaims;
  readonly pending: PendingRows;
  readonly batches: Batches;
  readonly unanswered: UnansweredRows;
  readonly outcomes: OutcomeRows;
  readonly changes: PlannedChanges;
  readonly assignments: Assignments;
  readonly newMembers: NewMembers;
  readonly passwordResets: PasswordResets;
  readonly notes: RunNotes;
  meta(key: MetaKey): string | null;
  setMeta(key: MetaKey, value: string): void;
  /** All or nothing, on the disk when it returns. */
  transaction<Value>(work: () => Value): Value;
  /** Whether each transaction waits for the disk. A plan doesn't need to, as it can be made again. */
  setDurable(isDurable: boolean): void;
  /** Lets rows be added faster, until `index` is called for each table. */
  dropIndexes(): void;
  index(table: IndexedTable): void;
  close(): void;
}

export const STORE_FILE = 'run.db';

/** The run folder was written by a version of this command that keeps other tables. */
export class ForeignStore extends Error {
  override readonly name = 'ForeignStore';
}

/** Opens the store of a run folder; creates it where there is none. Throws ForeignStore. */
export function openStore(folder: string, file = STORE_FILE, open = openDatabase): Store {
  const database = open(join(folder, file));
  const { run, first } = database;
  prepareTables(database);

  return {
    input: createInputRows(database),
    plan: createPlanRows(database),
    names: createNameClaims(database),
    pending: createPendingRows(database),
    batches: createBatches(database),
    unanswered: createUnansweredRows(database),
    outcomes: createOutcomeRows(database),
    changes: createPlannedChanges(database),
    assignments: createAssignments(database),
    newMembers: createNewMembers(database),
    passwordResets: createPasswordResets(database),
    notes: createRunNotes(database),
    meta: (key) => textOrNull(first('SELECT value FROM meta WHERE key = ?', key) ?? {}, 'value'),
    setMeta: (key, value) => {
      run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
    },
    transaction: (work) => database.transaction(work),
    setDurable: (isDurable) => {
      database.setDurable(isDurable);
    },
    dropIndexes: () => {
      for (const { name } of Object.values(INDEXES)) run(`DROP INDEX IF EXISTS ${name}`);
    },
    index: (table) => {
      addIndex(database, table);
    },
    close: () => {
      database.close();
    }
  };
}

function prepareTables(database: Database): void {
  const { run, first } = database;
  const hasTables = first('SELECT name FROM sqlite_master LIMIT 1') !== undefined;
  const version = first('PRAGMA user_version')?.['user_version'];
  if (hasTables && version !== SCHEMA_VERSION) {
    database.close();
    throw new ForeignStore(`The tables have version ${String(version)}, and this command reads ${SCHEMA_VERSION}`);
  }
  for (const statement of SCHEMA) run(statement);
  addIndex(database, 'input');
  addIndex(database, 'plan');
  run(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

function addIndex({ run }: Database, table: IndexedTable): void {
  const { name, columns } = INDEXES[table];
  run(`CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${columns})`);
}
