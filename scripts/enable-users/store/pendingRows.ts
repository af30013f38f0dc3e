import { numberAt, textAt } from 'sf-cli/json';
import type { Store } from './store.ts';
import { planRowOf, sendRowOf } from './columns.ts';
import type { PlanRow, SendRow } from './outcomeRows.ts';

/** A row that goes out (again), under the names that it gets this time. */
export interface Outgoing extends SendRow {
  /** Upper bound of its line in a CSV file. */
  readonly bytes: number;
}

/** Why a row is sent again. */
export interface Retry {
  readonly row: number;
  /** Of the send that failed. */
  readonly attempt: number;
  readonly username: string;
  readonly nickname: string;
  readonly code: string;
  readonly message: string;
}

export type Pass = 'firstUsers' | 'others';

/** The part of the store that sending needs: what is left to send, and what became of what was sent. */
export interface Journal {
  /** Rows to create a user for that have no result yet, of the first `limit` rows of that kind. */
  pendingCount(limit: number | null): number;
  /** Whether a row waits for a lock that somebody else holds. */
  isAnyLocked(): boolean;
  /** By account. `firstUsers`: one row of each account with a role-based profile. Streams. */
  pending(pass: Pass, limit: number | null): IterableIterator<Outgoing>;
  /** The rows of a send in the order to send them in. */
  plansOfSend(sendId: number): IterableIterator<readonly [PlanRow, SendRow]>;
  rowCountOfSend(sendId: number): number;
  /** Rows of a send of which nothing is known, or not who holds the contact; by row, behind `after`. */
  unsettled(sendId: number, after: number, count: number): readonly (SendRow & { readonly contactId: string })[];
  /** Those of which nothing is known. */
  unsettledCount(sendId: number): number;
  /** Whether the row was sent under that name by this run. */
  wasSentAs(row: number, username: string): boolean;
  saveRetry(retry: Retry): void;
  retry(row: number): Retry | undefined;
  /** The row of the send with that contact; undefined for a stranger, or one that is settled. */
  openRow(sendId: number, contactId: string): SendRow | undefined;
  /** What the job did not come to. */
  leaveUnprocessed(sendId: number, message: string): void;
  /** Rows of the plan that need no request. */
  settlePlanned(): void;
  /** What a run could not send or get to know is tried again by the next one. */
  forgetUnprocessed(): void;
  /** Those that are left after all tries: failed for the reason of the last one, unprocessed where there is none. */
  giveUp(limit: number | null): void;
}

const TABLES = [
  `CREATE TABLE IF NOT EXISTS retries (
    row INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, username TEXT NOT NULL, nickname TEXT NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL)`
];

const NO_ANSWER = 'The org did not say what became of this row, and holds no user for the contact. Resume the run.';

/** Without a limit, all rows. */
const PENDING = `plan LEFT JOIN results USING (row)
  WHERE plan.outcome = 'enable' AND results.row IS NULL
  AND (?1 IS NULL OR plan.row IN (SELECT row FROM plan WHERE outcome = 'enable' ORDER BY row LIMIT ?1))`;

const OUTGOING = `SELECT plan.row AS row, 1 + coalesce((SELECT max(attempt) FROM sendRows WHERE row = plan.row), 0) AS attempt,
  coalesce(retries.username, json_extract(draft, '$.username')) AS username,
  coalesce(retries.nickname, json_extract(draft, '$.nickname')) AS nickname,
  length(CAST(draft AS BLOB)) AS bytes`;

const SETTLED = `(EXISTS (SELECT 1 FROM results WHERE results.row = sendRows.row)
  OR EXISTS (SELECT 1 FROM retries WHERE retries.row = sendRows.row AND retries.attempt = sendRows.attempt))`;

/** The org said that the contact has a user, and not yet which. */
const HELD_BY_UNKNOWN = `EXISTS (SELECT 1 FROM results
  WHERE results.row = sendRows.row AND results.outcome = 'already' AND results.userId IS NULL)`;

export function createJournal(store: Store): Journal {
  const { run, first, each } = store.database;
  for (const table of TABLES) run(table);
  const count = (sql: string, ...values: readonly (string | number | null)[]): number =>
    numberAt(first(sql, ...values), 'rows') ?? 0;

  return {
    pendingCount: (limit) => count(`SELECT count(*) AS rows FROM ${PENDING}`, limit),
    isAnyLocked: () =>
      first(
        `SELECT 1 FROM retries LEFT JOIN results USING (row)
         WHERE results.row IS NULL AND retries.code IN ('locked', 'busy', 'serverDown') LIMIT 1`
      ) !== undefined,
    pending: (pass, limit) =>
      each(
        pass === 'firstUsers'
          ? `${OUTGOING}, min(plan.row), accountId FROM (SELECT plan.* FROM ${PENDING}) AS plan LEFT JOIN retries USING (row)
             WHERE isRoleBased = 1 GROUP BY accountId ORDER BY accountId`
          : `${OUTGOING} FROM (SELECT plan.* FROM ${PENDING}) AS plan LEFT JOIN retries USING (row) ORDER BY accountId, row`,
        limit
      ).map((columns) => ({ ...sendRowOf(columns), bytes: numberAt(columns, 'bytes') ?? 0 })),
    plansOfSend: (sendId) =>
      each(
        `SELECT plan.*, attempt, username, nickname FROM sendRows JOIN plan USING (row) WHERE sendId = ?
         ORDER BY accountId, row`,
        sendId
      ).map((columns) => [planRowOf(columns), sendRowOf(columns)] as const),
    rowCountOfSend: (sendId) => count('SELECT count(*) AS rows FROM sendRows WHERE sendId = ?', sendId),
    unsettled: (sendId, after, most) => [
      ...each(
        `SELECT sendRows.*, contactId FROM sendRows JOIN plan USING (row)
         WHERE sendId = ? AND sendRows.row > ? AND (NOT ${SETTLED} OR ${HELD_BY_UNKNOWN}) ORDER BY sendRows.row LIMIT ?`,
        sendId,
        after,
        most
      ).map((columns) => ({ ...sendRowOf(columns), contactId: textAt(columns, 'contactId') }))
    ],
    unsettledCount: (sendId) =>
      count(`SELECT count(*) AS rows FROM sendRows WHERE sendId = ? AND NOT ${SETTLED}`, sendId),
    wasSentAs: (row, username) =>
      first('SELECT 1 FROM sendRows WHERE row = ? AND lower(username) = ?', row, username.toLowerCase()) !== undefined,
    saveRetry: ({ row, attempt, username, nickname, code, message }) => {
      run('INSERT OR REPLACE INTO retries VALUES (?, ?, ?, ?, ?, ?)', row, attempt, username, nickname, code, message);
    },
    retry: (row) => {
      const columns = first('SELECT * FROM retries WHERE row = ?', row);
      return columns === undefined
        ? undefined
        : { ...sendRowOf(columns), code: textAt(columns, 'code'), message: textAt(columns, 'message') };
    },
    openRow: (sendId, contactId) => {
      const row = store.rowOfContact(contactId);
      if (row === undefined) return undefined;
      const columns = first(`SELECT * FROM sendRows WHERE sendId = ? AND row = ? AND NOT ${SETTLED}`, sendId, row);
      return columns === undefined ? undefined : sendRowOf(columns);
    },
    leaveUnprocessed: (sendId, message) => {
      run(
        `INSERT INTO results SELECT row, 'unprocessed', NULL, 'jobFailed', ?2 FROM sendRows
         WHERE sendId = ?1 AND NOT ${SETTLED}`,
        sendId,
        message
      );
    },
    settlePlanned: () => {
      run(`INSERT OR IGNORE INTO results SELECT row, CASE outcome WHEN 'already' THEN 'already' WHEN 'skip' THEN 'skipped'
           ELSE 'failed' END, userId, code, sentence FROM plan WHERE outcome IN ('already', 'skip', 'blocked')`);
      run(`INSERT OR IGNORE INTO results SELECT input.row, 'failed', NULL, 'input', problem FROM input
           WHERE problem IS NOT NULL AND row NOT IN (SELECT row FROM plan)`);
    },
    forgetUnprocessed: () => {
      run("DELETE FROM results WHERE outcome = 'unprocessed'");
    },
    giveUp: (limit) => {
      run(
        `INSERT INTO results SELECT plan.row, iif(retries.row IS NULL, 'unprocessed', 'failed'), NULL,
         coalesce(retries.code, 'noAnswer'), coalesce(retries.message, ?2)
         FROM (SELECT plan.* FROM ${PENDING}) AS plan LEFT JOIN retries USING (row)`,
        limit,
        NO_ANSWER
      );
    }
  };
}
