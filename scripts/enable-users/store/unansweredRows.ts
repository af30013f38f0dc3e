import { textAt } from 'sf-cli/json';
import { toBatchRow, type BatchRow } from './batches.ts';
import { numberIn } from './columns.ts';
import type { Database } from './database.ts';
import type { InputRows } from './inputRows.ts';

/** Rows of a batch that have neither an outcome nor a reason for another attempt. */
export interface UnansweredRows {
  count(batchId: number): number;
  /** The row with that contact; undefined where it was answered already, or isn't in the batch. */
  ofContact(batchId: number, contactId: string): BatchRow | undefined;
  /**
   * The next rows behind a row, at most `limit`, for which the org has to say who holds the contact. Rows whose contact
   * has a user are among them, as long as it isn't known which.
   */
  toAskFor(batchId: number, after: number, limit: number): readonly (BatchRow & { readonly contactId: string })[];
  /** Gives them an outcome, where the job as a whole failed. */
  leaveUnprocessed(batchId: number, message: string): void;
}

const IS_ANSWERED = `(EXISTS (SELECT 1 FROM outcomes WHERE outcomes.row = batchRows.row)
  OR EXISTS (SELECT 1 FROM retries WHERE retries.row = batchRows.row AND retries.attempt = batchRows.attempt))`;

const HAS_UNKNOWN_USER = `EXISTS (SELECT 1 FROM outcomes
  WHERE outcomes.row = batchRows.row AND outcomes.outcome = 'already' AND outcomes.userId IS NULL)`;

export function createUnansweredRows({ run, first, each }: Database, input: InputRows): UnansweredRows {
  return {
    count: (batchId) =>
      numberIn(
        first(`SELECT count(*) AS rows FROM batchRows WHERE batchId = ? AND NOT ${IS_ANSWERED}`, batchId),
        'rows'
      ),
    ofContact: (batchId, contactId) => {
      const row = input.rowOfContact(contactId);
      if (row === undefined) return undefined;
      const columns = first(
        `SELECT * FROM batchRows WHERE batchId = ? AND row = ? AND NOT ${IS_ANSWERED}`,
        batchId,
        row
      );
      return columns === undefined ? undefined : toBatchRow(columns);
    },
    toAskFor: (batchId, after, limit) => [
      ...each(
        `SELECT batchRows.*, contactId FROM batchRows JOIN plan USING (row)
         WHERE batchId = ? AND batchRows.row > ? AND (NOT ${IS_ANSWERED} OR ${HAS_UNKNOWN_USER})
         ORDER BY batchRows.row LIMIT ?`,
        batchId,
        after,
        limit
      ).map((columns) => ({ ...toBatchRow(columns), contactId: textAt(columns, 'contactId') }))
    ],
    leaveUnprocessed: (batchId, message) => {
      run(
        `INSERT INTO outcomes SELECT row, 'unprocessed', NULL, 'jobFailed', ?2 FROM batchRows
         WHERE batchId = ?1 AND NOT ${IS_ANSWERED}`,
        batchId,
        message
      );
    }
  };
}
