import { textAt } from 'sf-cli/json';
import { numberIn, type Columns } from './columns.ts';
import type { Database } from './database.ts';

/** A user whom the plan makes active again. */
export interface InactiveUser {
  readonly row: number;
  readonly userId: string;
}

/** What the plan changes beside new users, as far as the rows have no outcome yet. */
export interface PlannedChanges {
  partnerAccountCount(): number;
  /** Ids of the accounts to make partner accounts. Streams. */
  partnerAccounts(): IteratorObject<string, undefined>;
  inactiveUserCount(): number;
  /** At most `limit`, by account. */
  inactiveUsers(limit: number): readonly InactiveUser[];
  /** Those of a batch. */
  inactiveUsersOf(batchId: number): readonly InactiveUser[];
}

/** The plan enables rows with this code only where it was asked to make partner accounts. */
const PARTNER_ACCOUNTS = `FROM plan
  WHERE outcome = 'enable' AND code = 'partnerAccountNotEnabled' AND row NOT IN (SELECT row FROM outcomes)`;

const INACTIVE = `plan WHERE outcome = 'reactivate' AND userId IS NOT NULL AND row NOT IN (SELECT row FROM outcomes)`;

export function createPlannedChanges({ first, each }: Database): PlannedChanges {
  return {
    partnerAccountCount: () => numberIn(first(`SELECT count(DISTINCT accountId) AS rows ${PARTNER_ACCOUNTS}`), 'rows'),
    partnerAccounts: () =>
      each(`SELECT DISTINCT accountId ${PARTNER_ACCOUNTS} ORDER BY accountId`).map((columns) =>
        textAt(columns, 'accountId')
      ),
    inactiveUserCount: () => numberIn(first(`SELECT count(*) AS rows FROM ${INACTIVE}`), 'rows'),
    inactiveUsers: (limit) => [
      ...each(`SELECT row, userId FROM ${INACTIVE} ORDER BY accountId, row LIMIT ?`, limit).map(toInactiveUser)
    ],
    inactiveUsersOf: (batchId) => [
      ...each(
        `SELECT row, userId FROM ${INACTIVE} AND row IN (SELECT row FROM batchRows WHERE batchId = ?) ORDER BY row`,
        batchId
      ).map(toInactiveUser)
    ]
  };
}

function toInactiveUser(columns: Columns): InactiveUser {
  return { row: numberIn(columns, 'row'), userId: textAt(columns, 'userId') };
}
