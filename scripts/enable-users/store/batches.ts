import { textAt } from 'sf-cli/json';
import { numberIn, oneOf, textOrNull, type Columns } from './columns.ts';
import type { Database } from './database.ts';
import { toPlanRow, type PlanRow } from './planRows.ts';

const TRANSPORTS = ['collections', 'bulk'] as const;
/** sObject Collections, or a job of Bulk API 2.0. */
export type Transport = (typeof TRANSPORTS)[number];

const BATCH_STATES = ['prepared', 'sent', 'done'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** The rows of one request or one job. A batch is on the disk before its request goes out. */
export interface Batch {
  readonly id: number;
  readonly transport: Transport;
  /** Null until there is a job, and for collections. */
  readonly jobId: string | null;
  /** The step of the run, such as `firstUsers`. */
  readonly stage: string;
  readonly state: BatchState;
  /** ISO 8601. */
  readonly at: string;
}

/** A row of a batch, with the names under which it is sent. */
export interface BatchRow {
  readonly row: number;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly username: string;
  readonly nickname: string;
}

export interface Batches {
  /** Writes a batch with its rows; answers its id. */
  prepare(batch: Pick<Batch, 'transport' | 'stage' | 'at'>, rows: Iterable<BatchRow>): number;
  mark(id: number, state: BatchState, jobId?: string): void;
  /** Batches that are not done, in the order in which they were written. */
  unfinished(): readonly Batch[];
  /** Of all jobs of the run. */
  jobIds(): readonly string[];
  rowCount(id: number): number;
  /** The rows of a batch with their plans, in the order to send them in. Streams. */
  plans(id: number): IteratorObject<readonly [PlanRow, BatchRow], undefined>;
  /** Whether this run sent the row under that username. */
  wasSentAs(row: number, username: string): boolean;
}

export function createBatches(database: Database): Batches {
  const { run, first, each } = database;
  return {
    prepare: ({ transport, stage, at }, rows) =>
      database.transaction(() => {
        const id = run('INSERT INTO batches VALUES (NULL, ?, NULL, ?, ?, ?)', transport, stage, 'prepared', at);
        for (const { row, attempt, username, nickname } of rows) {
          run('INSERT INTO batchRows VALUES (?, ?, ?, ?, ?)', id, row, attempt, username, nickname);
        }
        return id;
      }),
    mark: (id, state, jobId) => {
      run('UPDATE batches SET state = ?, jobId = coalesce(?, jobId) WHERE id = ?', state, jobId ?? null, id);
    },
    unfinished: () => [...each("SELECT * FROM batches WHERE state <> 'done' ORDER BY id").map(toBatch)],
    jobIds: () => [
      ...each('SELECT jobId FROM batches WHERE jobId IS NOT NULL ORDER BY id').map((columns) =>
        textAt(columns, 'jobId')
      )
    ],
    rowCount: (id) => numberIn(first('SELECT count(*) AS rows FROM batchRows WHERE batchId = ?', id), 'rows'),
    plans: (id) =>
      each(
        `SELECT plan.*, attempt, username, nickname FROM batchRows JOIN plan USING (row) WHERE batchId = ?
         ORDER BY accountId, row`,
        id
      ).map((columns) => [toPlanRow(columns), toBatchRow(columns)] as const),
    wasSentAs: (row, username) =>
      first('SELECT 1 FROM batchRows WHERE row = ? AND lower(username) = ?', row, username.toLowerCase()) !== undefined
  };
}

function toBatch(columns: Columns): Batch {
  return {
    id: numberIn(columns, 'id'),
    transport: oneOf(TRANSPORTS, columns, 'transport'),
    jobId: textOrNull(columns, 'jobId'),
    stage: textAt(columns, 'stage'),
    state: oneOf(BATCH_STATES, columns, 'state'),
    at: textAt(columns, 'at')
  };
}

export function toBatchRow(columns: Columns): BatchRow {
  return {
    row: numberIn(columns, 'row'),
    attempt: numberIn(columns, 'attempt'),
    username: textAt(columns, 'username'),
    nickname: textAt(columns, 'nickname')
  };
}
