import type { UserSend } from 'c/externalUserRules';
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
  readonly sending: Sending;
}

/** Who sends a batch, and when the org can carry it out: on the org's clock, in milliseconds since 1970. */
export interface Sending {
  /** Null where it isn't known. */
  readonly senderId: string | null;
  readonly earliest: number;
  readonly latest: number;
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
  prepare(batch: Pick<Batch, 'transport' | 'stage' | 'sending'>, rows: Iterable<BatchRow>): number;
  mark(id: number, state: BatchState, jobId?: string): void;
  /** The request of a batch is sent again, as its first attempt was certainly not carried out. */
  saveSending(id: number, sending: Sending): void;
  /** Whether nothing was sent yet. */
  isEmpty(): boolean;
  /** Batches that are not done, in the order in which they were written. */
  unfinished(): readonly Batch[];
  /** Of all jobs of the run. */
  jobIds(): readonly string[];
  rowCount(id: number): number;
  /** The rows of a batch with their plans, in the order to send them in. Streams. */
  plans(id: number): IteratorObject<readonly [PlanRow, BatchRow], undefined>;
  /** Marks the rows of a batch to which no answer came. */
  openUnanswered(id: number): void;
  /** The requests that may have created the user of a row, as no answer to them came. */
  openSends(row: number): readonly UserSend[];
}

/** A condition on batchRows: the row has an outcome, or a reason for another attempt than this one. */
export const IS_ANSWERED = `(EXISTS (SELECT 1 FROM outcomes WHERE outcomes.row = batchRows.row)
  OR EXISTS (SELECT 1 FROM retries WHERE retries.row = batchRows.row AND retries.attempt = batchRows.attempt))`;

export function createBatches(database: Database): Batches {
  const { run, first, each } = database;
  return {
    prepare: ({ transport, stage, sending: { senderId, earliest, latest } }, rows) =>
      database.transaction(() => {
        const id = run(
          "INSERT INTO batches VALUES (NULL, ?, NULL, ?, 'prepared', ?, ?, ?)",
          transport,
          stage,
          senderId,
          earliest,
          latest
        );
        for (const { row, attempt, username, nickname } of rows) {
          run('INSERT INTO batchRows VALUES (?, ?, ?, ?, ?, 0)', id, row, attempt, username, nickname);
        }
        return id;
      }),
    mark: (id, state, jobId) => {
      run('UPDATE batches SET state = ?, jobId = coalesce(?, jobId) WHERE id = ?', state, jobId ?? null, id);
    },
    saveSending: (id, { senderId, earliest, latest }) => {
      run('UPDATE batches SET senderId = ?, earliest = ?, latest = ? WHERE id = ?', senderId, earliest, latest, id);
    },
    isEmpty: () => first('SELECT 1 FROM batches LIMIT 1') === undefined,
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
    openUnanswered: (id) => {
      run(`UPDATE batchRows SET isOpen = 1 WHERE batchId = ? AND NOT ${IS_ANSWERED}`, id);
    },
    openSends: (row) => [
      ...each(
        'SELECT * FROM batchRows JOIN batches ON batches.id = batchId WHERE row = ? AND isOpen = 1 ORDER BY batchId',
        row
      ).map((columns) => {
        const { senderId, earliest, latest } = toSending(columns);
        return { username: textAt(columns, 'username'), senderId, from: earliest, to: latest, hasAnswer: false };
      })
    ]
  };
}

function toBatch(columns: Columns): Batch {
  return {
    id: numberIn(columns, 'id'),
    transport: oneOf(TRANSPORTS, columns, 'transport'),
    jobId: textOrNull(columns, 'jobId'),
    stage: textAt(columns, 'stage'),
    state: oneOf(BATCH_STATES, columns, 'state'),
    sending: toSending(columns)
  };
}

function toSending(columns: Columns): Sending {
  return {
    senderId: textOrNull(columns, 'senderId'),
    earliest: numberIn(columns, 'earliest'),
    latest: numberIn(columns, 'latest')
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
