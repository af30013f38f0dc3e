import { TRANSIENT_CODES } from 'c/externalUserRules';
import { toBatchRow, type BatchRow } from './batches.ts';
import { numberIn } from './columns.ts';
import type { Database } from './database.ts';

/** A row to send, under the names of its next attempt. */
export interface PendingRow extends BatchRow {
  /** Upper bound of its line in a CSV file. */
  readonly bytes: number;
}

/** Why a row is sent again, and the names of the next attempt. */
export interface Retry extends BatchRow {
  readonly code: string;
  readonly message: string;
}

export type Stage = 'firstUsers' | 'users';

/**
 * Rows that the plan enables and that have no outcome yet. A `limit` counts the enabled rows in input order, with and
 * without an outcome.
 */
export interface PendingRows {
  count(limit: number | null): number;
  /** By account. `firstUsers`: up to two rows of each account with a role-based profile [F-150]. Streams. */
  rows(stage: Stage, limit: number | null): IterableIterator<PendingRow>;
  /** Whether a transient error refused the last attempt of any of them. */
  isAnyTransient(): boolean;
  saveRetry(retry: Retry): void;
  /**
   * Gives every pending row an outcome: failed for the reason of its last attempt, unprocessed where that was not answered.
   * `hidden` says that users may be hidden; null where they aren't. A row is unclear then, if any of its requests had no answer.
   */
  giveUp(limit: number | null, hidden: string | null): void;
}

const NO_ANSWER = 'The org did not say what became of this row, and holds no user for the contact. Resume the run.';

const IS_UNCLEAR = '(?2 IS NOT NULL AND EXISTS (SELECT 1 FROM batchRows WHERE batchRows.row = plan.row AND isOpen))';

/** Without a limit, all rows. */
const PENDING = `(SELECT plan.* FROM plan LEFT JOIN outcomes USING (row)
  WHERE plan.outcome = 'enable' AND outcomes.row IS NULL
  AND (?1 IS NULL OR plan.row IN (SELECT row FROM plan WHERE outcome = 'enable' ORDER BY row LIMIT ?1))) AS plan`;

const TRANSIENT = TRANSIENT_CODES.map((code) => `'${code}'`).join(', ');

const COLUMNS = `plan.row AS row,
  1 + coalesce((SELECT max(attempt) FROM batchRows WHERE row = plan.row), 0) AS attempt,
  coalesce(retries.username, json_extract(draft, '$.username')) AS username,
  coalesce(retries.nickname, json_extract(draft, '$.nickname')) AS nickname,
  length(CAST(draft AS BLOB)) + length(CAST(plan.fields AS BLOB)) AS bytes`;

/** With Account Role Optimization it is the second user of an account that makes its roles, and moves the first [F-150]. */
export const FIRST_OF_AN_ACCOUNT = 2;

const ROWS: Readonly<Record<Stage, string>> = {
  firstUsers: `SELECT ${COLUMNS} FROM (SELECT plan.*, row_number() OVER (PARTITION BY accountId ORDER BY row) AS turn
    FROM ${PENDING} WHERE isRoleBased = 1) AS plan LEFT JOIN retries USING (row)
    WHERE turn <= ${String(FIRST_OF_AN_ACCOUNT)} ORDER BY accountId, row`,
  users: `SELECT ${COLUMNS} FROM ${PENDING} LEFT JOIN retries USING (row) ORDER BY accountId, row`
};

export function createPendingRows({ run, first, each }: Database): PendingRows {
  return {
    count: (limit) => numberIn(first(`SELECT count(*) AS rows FROM ${PENDING}`, limit), 'rows'),
    rows: (stage, limit) =>
      each(ROWS[stage], limit).map((columns) => ({ ...toBatchRow(columns), bytes: numberIn(columns, 'bytes') })),
    isAnyTransient: () =>
      first(
        `SELECT 1 FROM retries LEFT JOIN outcomes USING (row)
         WHERE outcomes.row IS NULL AND retries.code IN (${TRANSIENT}) LIMIT 1`
      ) !== undefined,
    saveRetry: ({ row, attempt, username, nickname, code, message }) => {
      run('INSERT OR REPLACE INTO retries VALUES (?, ?, ?, ?, ?, ?)', row, attempt, username, nickname, code, message);
    },
    giveUp: (limit, hidden) => {
      run(
        `INSERT INTO outcomes SELECT plan.row,
           CASE WHEN ${IS_UNCLEAR} THEN 'unclear' WHEN retries.row IS NULL THEN 'unprocessed' ELSE 'failed' END, NULL, '',
           iif(${IS_UNCLEAR}, 'userHidden', coalesce(retries.code, 'noAnswer')),
           iif(${IS_UNCLEAR}, ?2, coalesce(retries.message, ?3))
         FROM ${PENDING} LEFT JOIN retries ON retries.row = plan.row
         AND retries.attempt = (SELECT max(attempt) FROM batchRows WHERE row = plan.row)`,
        limit,
        hidden,
        NO_ANSWER
      );
    }
  };
}
