import { textAt } from 'sf-cli/json';
import { numberIn } from './columns.ts';
import type { Database } from './database.ts';

/** A permission set that the user of a row gets. */
export interface Assignment {
  readonly row: number;
  readonly userId: string;
  readonly permissionSetId: string;
}

/** Permission sets of the users that the run created or made active again. */
export interface Assignments {
  pendingCount(): number;
  /** Those that were neither made nor refused yet. Streams. */
  pending(): IteratorObject<Assignment, undefined>;
  /** `refusal`: what the org says against it; null where it was made. */
  save(assignment: Assignment, refusal: string | null): void;
  /** How many users lack a permission set that they should have. */
  refusedUserCount(): number;
}

const PENDING = `FROM (
    SELECT DISTINCT row, value AS permissionSetId
    FROM plan, json_each(coalesce(json_extract(draft, '$.permissionSetIds'), '[]'))
  ) AS wanted JOIN outcomes USING (row) LEFT JOIN assignments USING (row, permissionSetId)
  WHERE outcomes.outcome IN ('created', 'reactivated') AND isAssigned IS NULL`;

export function createAssignments({ run, first, each }: Database): Assignments {
  return {
    pendingCount: () => numberIn(first(`SELECT count(*) AS rows ${PENDING}`), 'rows'),
    pending: () =>
      each(`SELECT row, userId, permissionSetId ${PENDING} ORDER BY row`).map((columns) => ({
        row: numberIn(columns, 'row'),
        userId: textAt(columns, 'userId'),
        permissionSetId: textAt(columns, 'permissionSetId')
      })),
    save: ({ row, permissionSetId }, refusal) => {
      run('INSERT INTO assignments VALUES (?, ?, ?, ?)', row, permissionSetId, refusal === null ? 1 : 0, refusal ?? '');
    },
    refusedUserCount: () =>
      numberIn(first("SELECT count(*) AS rows FROM outcomes WHERE code = 'permissionSetRefused'"), 'rows')
  };
}
