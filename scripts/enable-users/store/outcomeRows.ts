import type { NameField } from 'c/externalUserRules';
import { textAt } from 'sf-cli/json';
import { countsOf, numberIn, oneOf, textOrNull, type Columns } from './columns.ts';
import { deviationsIn, type Deviation } from './deviations.ts';
import type { Database } from './database.ts';
import { cellsIn } from './inputRows.ts';

/** How every row of the input ends; each in exactly one of these. `blocked`: the plan sends nothing; `failed`: the org refused. */
export const RUN_OUTCOMES = [
  'created',
  'already',
  'reactivated',
  'skipped',
  'blocked',
  'failed',
  'unclear',
  'unprocessed'
] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export interface OutcomeRow {
  readonly row: number;
  readonly outcome: RunOutcome;
  /** The user of the contact, whoever made it; null where there is none or it isn't known. */
  readonly userId: string | null;
  /** The username of that user; empty where there is none or it isn't known. */
  readonly username: string;
  readonly code: string;
  readonly message: string;
}

/** A row of the input as it was written, with what became of it. */
export interface CellsWithOutcome {
  readonly cells: readonly string[];
  /** What the plan said of the row; empty where it was not planned. */
  readonly planned: string;
  readonly userId: string;
  readonly username: string;
  readonly code: string;
  readonly message: string;
  /** How far the row got, where it has no outcome. */
  readonly progress: RowProgress;
  readonly accountId: string;
  /** Of the plan. */
  readonly deviations: readonly Deviation[];
  /** The names that the plan gave, and those of the last request; empty where there is none. */
  readonly plannedNames: Readonly<Record<NameField, string>>;
  readonly sentNames: Readonly<Record<NameField, string>>;
}

const PROGRESSES = ['notSent', 'underWay', 'sent', 'noAnswer', 'refused'] as const;
/**
 * `underWay`: the org is at work on its job. `sent`: no answer came, and the org was not asked for the user yet. `noAnswer`:
 * no answer came, and the org showed no user. `refused`: the last request was refused, and may succeed later.
 */
export type RowProgress = (typeof PROGRESSES)[number];

export interface OutcomeRows {
  save(row: OutcomeRow): void;
  /** The row is sent again. */
  forget(row: number): void;
  get(row: number): OutcomeRow | undefined;
  /** In input order. Streams. */
  all(): IteratorObject<OutcomeRow, undefined>;
  counts(): Readonly<Record<string, number>>;
  /** The outcomes that rows of the input have. A row without an outcome is unprocessed. */
  present(): ReadonlySet<RunOutcome>;
  /** Rows with that outcome, in input order. A row without an outcome is unprocessed. Streams. */
  withCells(outcome: RunOutcome): IteratorObject<CellsWithOutcome, undefined>;
  /** Gives an outcome to all rows that need no request. */
  saveOfPlan(): void;
  /** Removes the outcomes of unprocessed rows, so that they are sent again. */
  forgetUnprocessed(): void;
}

/** The last request of a row decides how far it got. The org doesn't work on a job that is prepared only. */
const PROGRESS = `(SELECT CASE WHEN batches.state = 'sent' THEN 'underWay'
      WHEN batches.state = 'prepared' AND batches.transport = 'collections' THEN 'sent'
      WHEN isOpen THEN 'noAnswer' WHEN retries.attempt = batchRows.attempt THEN 'refused' ELSE 'notSent' END
    FROM batchRows JOIN batches ON batches.id = batchId LEFT JOIN retries USING (row)
    WHERE batchRows.row = input.row ORDER BY batchId DESC LIMIT 1)`;

function sent(field: NameField): string {
  return `(SELECT ${field} FROM batchRows WHERE batchRows.row = input.row ORDER BY batchId DESC LIMIT 1) AS ${field}Sent`;
}

const WITH_CELLS = `SELECT cells, plan.outcome AS planned, outcomes.userId, outcomes.username,
    outcomes.code, outcomes.message, plan.accountId, plan.deviations, 
    draft ->> 'username' AS usernamePlanned, draft ->> 'nickname' AS nicknamePlanned, ${sent('username')}, ${sent('nickname')}, iif(outcomes.row IS NULL, coalesce(${PROGRESS}, 'notSent'), 'notSent') AS progress
  FROM input LEFT JOIN plan USING (row) LEFT JOIN outcomes USING (row)
  WHERE coalesce(outcomes.outcome, 'unprocessed') = ? ORDER BY input.row`;

export function createOutcomeRows({ run, first, each }: Database): OutcomeRows {
  return {
    save: ({ row, outcome, userId, username, code, message }) => {
      run('INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?)', row, outcome, userId, username, code, message);
    },
    forget: (row) => {
      run('DELETE FROM outcomes WHERE row = ?', row);
    },
    get: (row) => {
      const columns = first('SELECT * FROM outcomes WHERE row = ?', row);
      return columns === undefined ? undefined : toOutcomeRow(columns);
    },
    all: () => each('SELECT * FROM outcomes ORDER BY row').map(toOutcomeRow),
    counts: () => countsOf(each('SELECT outcome AS name, count(*) AS rows FROM outcomes GROUP BY outcome')),
    present: () =>
      new Set(
        each(
          `SELECT DISTINCT coalesce(outcome, 'unprocessed') AS outcome FROM input LEFT JOIN outcomes USING (row)`
        ).map((columns) => oneOf(RUN_OUTCOMES, columns, 'outcome'))
      ),
    withCells: (outcome) =>
      each(WITH_CELLS, outcome).map((columns) => ({
        ...namesIn(columns),
        accountId: textAt(columns, 'accountId'),
        deviations: deviationsIn(columns),
        cells: cellsIn(columns),
        planned: textAt(columns, 'planned'),
        userId: textAt(columns, 'userId'),
        username: textAt(columns, 'username'),
        code: textAt(columns, 'code'),
        message: textAt(columns, 'message'),
        progress: oneOf(PROGRESSES, columns, 'progress')
      })),
    saveOfPlan: () => {
      run(`INSERT OR IGNORE INTO outcomes SELECT row, CASE outcome WHEN 'already' THEN 'already' WHEN 'skip' THEN 'skipped'
           ELSE 'blocked' END, userId, holderUsername, code, sentence FROM plan WHERE outcome IN ('already', 'skip', 'blocked')`);
      run(`INSERT OR IGNORE INTO outcomes SELECT input.row, 'blocked', NULL, '', 'input', problem FROM input
           WHERE problem IS NOT NULL AND row NOT IN (SELECT row FROM plan)`);
    },
    forgetUnprocessed: () => {
      run("DELETE FROM outcomes WHERE outcome = 'unprocessed'");
    }
  };
}

function toOutcomeRow(columns: Columns): OutcomeRow {
  return {
    row: numberIn(columns, 'row'),
    outcome: oneOf(RUN_OUTCOMES, columns, 'outcome'),
    userId: textOrNull(columns, 'userId'),
    username: textAt(columns, 'username'),
    code: textAt(columns, 'code'),
    message: textAt(columns, 'message')
  };
}

function namesIn(columns: Columns): Pick<CellsWithOutcome, 'plannedNames' | 'sentNames'> {
  return {
    plannedNames: { username: textAt(columns, 'usernamePlanned'), nickname: textAt(columns, 'nicknamePlanned') },
    sentNames: { username: textAt(columns, 'usernameSent'), nickname: textAt(columns, 'nicknameSent') }
  };
}
