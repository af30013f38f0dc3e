import { textAt } from 'sf-cli/json';
import { IS_ANSWERED, toBatchRow, type BatchRow } from './batches.ts';
import { numberIn, type Columns } from './columns.ts';
import type { Database } from './database.ts';

/** Rows of a batch that have neither an outcome nor a reason for another attempt. */
export interface UnansweredRows {
  count(batchId: number): number;
  /** The row with that contact; undefined where it was answered already, or isn't in the batch. */
  ofContact(batchId: number, contactId: string): BatchRow | undefined;
  /**
   * The next rows behind a row, at most `limit`, for which the org has to say who holds the contact. Among them are rows
   * whose contact has a user that isn't known, and rows that failed though an earlier request may have created their user.
   */
  toAskFor(batchId: number, after: number, limit: number): readonly AskedRow[];
  /** The next rows behind a row, at most `limit`, of which an earlier process could not learn what became of them. */
  unclear(after: number, limit: number): readonly AskedRow[];
  /** Gives them an outcome, where the job as a whole failed. */
  leaveUnprocessed(batchId: number, message: string): void;
}

/** A row for which the org has to say who holds its contact. */
export interface AskedRow {
  readonly row: number;
  readonly contactId: string;
}

const IS_DOUBTFUL = `EXISTS (SELECT 1 FROM outcomes WHERE outcomes.row = batchRows.row AND (
  outcomes.outcome = 'already' AND outcomes.userId IS NULL
  OR outcomes.outcome = 'failed' AND EXISTS (SELECT 1 FROM batchRows AS sent WHERE sent.row = batchRows.row AND sent.isOpen)))`;

export function createUnansweredRows({ run, first, each }: Database): UnansweredRows {
  return {
    count: (batchId) =>
      numberIn(
        first(`SELECT count(*) AS rows FROM batchRows WHERE batchId = ? AND NOT ${IS_ANSWERED}`, batchId),
        'rows'
      ),
    ofContact: (batchId, contactId) => {
      const columns = first(
        `SELECT * FROM batchRows WHERE batchId = ? AND row = (SELECT min(row) FROM input WHERE contactId = ?)
         AND NOT ${IS_ANSWERED}`,
        batchId,
        contactId
      );
      return columns === undefined ? undefined : toBatchRow(columns);
    },
    toAskFor: (batchId, after, limit) => [
      ...each(
        `SELECT batchRows.row AS row, contactId FROM batchRows JOIN plan USING (row)
         WHERE batchId = ? AND batchRows.row > ? AND (NOT ${IS_ANSWERED} OR ${IS_DOUBTFUL})
         ORDER BY batchRows.row LIMIT ?`,
        batchId,
        after,
        limit
      ).map(toAskedRow)
    ],
    unclear: (after, limit) => [
      ...each(
        `SELECT row, contactId FROM outcomes JOIN plan USING (row)
         WHERE outcomes.outcome = 'unclear' AND plan.outcome = 'enable' AND row > ? ORDER BY row LIMIT ?`,
        after,
        limit
      ).map(toAskedRow)
    ],
    leaveUnprocessed: (batchId, message) => {
      run(
        `INSERT INTO outcomes SELECT row, 'unprocessed', NULL, '', 'jobFailed', ?2 FROM batchRows
         WHERE batchId = ?1 AND NOT ${IS_ANSWERED}`,
        batchId,
        message
      );
    }
  };
}

function toAskedRow(columns: Columns): AskedRow {
  return { row: numberIn(columns, 'row'), contactId: textAt(columns, 'contactId') };
}
