import { textAt } from 'sf-cli/json';
import { numberIn } from './columns.ts';
import type { Database } from './database.ts';

/** A user of the run, with the profile and the assigned permission sets that may make it a member of sites. */
export interface NewMember {
  readonly row: number;
  readonly userId: string;
  readonly parentIds: readonly string[];
}

export interface NewMembers {
  /** Users behind a row that the run created or made active again, at most `limit`. */
  after(row: number, limit: number): readonly NewMember[];
}

const USERS = `SELECT outcomes.row AS row, outcomes.userId AS userId, profileId,
    (SELECT group_concat(permissionSetId) FROM assignments
     WHERE assignments.row = outcomes.row AND isAssigned = 1) AS permissionSetIds
  FROM outcomes JOIN plan USING (row)
  WHERE outcomes.outcome IN ('created', 'reactivated') AND outcomes.userId IS NOT NULL AND outcomes.row > ?
  ORDER BY outcomes.row LIMIT ?`;

export function createNewMembers({ each }: Database): NewMembers {
  return {
    after: (row, limit) => [
      ...each(USERS, row, limit).map((columns) => ({
        row: numberIn(columns, 'row'),
        userId: textAt(columns, 'userId'),
        parentIds: [textAt(columns, 'profileId'), ...textAt(columns, 'permissionSetIds').split(',')]
      }))
    ]
  };
}
