import { textAt } from 'sf-cli/json';
import { countsOf, numberIn, oneOf, textOrNull, type Columns } from './columns.ts';
import type { Database } from './database.ts';
import { cellsIn } from './inputRows.ts';

/** How every row of the input ends; each in exactly one of these. */
export const RUN_OUTCOMES = ['created', 'already', 'reactivated', 'skipped', 'failed', 'unprocessed'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export interface OutcomeRow {
  readonly row: number;
  readonly outcome: RunOutcome;
  readonly userId: string | null;
  readonly code: string;
  readonly message: string;
}

/** A row of the input as it was written, with what became of it. */
export interface CellsWithOutcome {
  readonly cells: readonly string[];
  /** What the plan said of the row; empty where it was not planned. */
  readonly planned: string;
  readonly userId: string;
  /** Of the user that was created. */
  readonly username: string;
  readonly code: string;
  readonly message: string;
}

export interface OutcomeRows {
  save(row: OutcomeRow): void;
  get(row: number): OutcomeRow | undefined;
  /** In input order. Streams. */
  all(): IteratorObject<OutcomeRow, undefined>;
  counts(): Readonly<Record<string, number>>;
  /** Rows with that outcome, in input order. A row without an outcome is unprocessed. Streams. */
  withCells(outcome: RunOutcome): IteratorObject<CellsWithOutcome, undefined>;
  /** Gives an outcome to all rows that need no request. */
  saveOfPlan(): void;
  /** Removes the outcomes of unprocessed rows, so that they are sent again. */
  forgetUnprocessed(): void;
}

const WITH_CELLS = `SELECT cells, plan.outcome AS planned, outcomes.userId, outcomes.code, outcomes.message,
    iif(outcomes.outcome = 'created',
      (SELECT username FROM batchRows WHERE batchRows.row = input.row ORDER BY attempt DESC LIMIT 1), '') AS username
  FROM input LEFT JOIN plan USING (row) LEFT JOIN outcomes USING (row)
  WHERE coalesce(outcomes.outcome, 'unprocessed') = ? ORDER BY input.row`;

export function createOutcomeRows({ run, first, each }: Database): OutcomeRows {
  return {
    save: ({ row, outcome, userId, code, message }) => {
      run('INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?)', row, outcome, userId, code, message);
    },
    get: (row) => {
      const columns = first('SELECT * FROM outcomes WHERE row = ?', row);
      return columns === undefined ? undefined : toOutcomeRow(columns);
    },
    all: () => each('SELECT * FROM outcomes ORDER BY row').map(toOutcomeRow),
    counts: () => countsOf(each('SELECT outcome AS name, count(*) AS rows FROM outcomes GROUP BY outcome')),
    withCells: (outcome) =>
      each(WITH_CELLS, outcome).map((columns) => ({
        cells: cellsIn(columns),
        planned: textAt(columns, 'planned'),
        userId: textAt(columns, 'userId'),
        username: textAt(columns, 'username'),
        code: textAt(columns, 'code'),
        message: textAt(columns, 'message')
      })),
    saveOfPlan: () => {
      run(`INSERT OR IGNORE INTO outcomes SELECT row, CASE outcome WHEN 'already' THEN 'already' WHEN 'skip' THEN 'skipped'
           ELSE 'failed' END, userId, code, sentence FROM plan WHERE outcome IN ('already', 'skip', 'blocked')`);
      run(`INSERT OR IGNORE INTO outcomes SELECT input.row, 'failed', NULL, 'input', problem FROM input
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
    code: textAt(columns, 'code'),
    message: textAt(columns, 'message')
  };
}
