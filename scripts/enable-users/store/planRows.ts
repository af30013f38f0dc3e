import type { ExternalUserKind, UserDraft } from 'c/externalUserRules';
import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';
import { jsonIn, numberIn, oneOf, textOrNull, type Columns } from './columns.ts';
import type { Database } from './database.ts';
import { cellsIn } from './inputRows.ts';

/** What the plan says of a row before anything is sent. */
export const PLAN_OUTCOMES = ['enable', 'already', 'reactivate', 'skip', 'blocked'] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

export interface PlanRow {
  readonly row: number;
  readonly contactId: string;
  readonly accountId: string;
  readonly kind: ExternalUserKind;
  readonly profileId: string;
  /** Empty where the license can't be read. */
  readonly licenseId: string;
  readonly isRoleBased: boolean;
  readonly outcome: PlanOutcome;
  /** Of the rules, or of the plan itself. */
  readonly code: string;
  readonly sentence: string;
  /** The user to create; null for rows that create none. */
  readonly draft: UserDraft | null;
  /** The user that the contact has already. */
  readonly userId: string | null;
  /** The username of that user; empty where there is none. */
  readonly holderUsername: string;
}

/** A row of the input as it was written, with what the plan says of it. */
export interface PlannedCells {
  readonly cells: readonly string[];
  readonly outcome: string;
  readonly code: string;
  readonly sentence: string;
}

export interface PlanRows {
  save(row: PlanRow): void;
  /** In input order. Streams. */
  all(): IteratorObject<PlanRow, undefined>;
  /** In input order. Streams. */
  withCells(): IteratorObject<PlannedCells, undefined>;
  /** How many accounts get a user with a role-based profile. */
  roleBasedAccountCount(): number;
}

export function createPlanRows({ run, first, each }: Database): PlanRows {
  return {
    save: (plan) => {
      run(
        'INSERT OR REPLACE INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        plan.row,
        plan.contactId,
        plan.accountId,
        plan.kind,
        plan.profileId,
        plan.licenseId,
        plan.isRoleBased ? 1 : 0,
        plan.outcome,
        plan.code,
        plan.sentence,
        plan.draft === null ? null : JSON.stringify(plan.draft),
        plan.userId,
        plan.holderUsername
      );
    },
    all: () => each('SELECT * FROM plan ORDER BY row').map(toPlanRow),
    withCells: () =>
      each('SELECT cells, outcome, code, sentence FROM input LEFT JOIN plan USING (row) ORDER BY input.row').map(
        (columns) => ({
          cells: cellsIn(columns),
          outcome: textAt(columns, 'outcome'),
          code: textAt(columns, 'code'),
          sentence: textAt(columns, 'sentence')
        })
      ),
    roleBasedAccountCount: () =>
      numberIn(
        first("SELECT count(DISTINCT accountId) AS rows FROM plan WHERE outcome = 'enable' AND isRoleBased = 1"),
        'rows'
      )
  };
}

export function toPlanRow(columns: Columns): PlanRow {
  return {
    row: numberIn(columns, 'row'),
    contactId: textAt(columns, 'contactId'),
    accountId: textAt(columns, 'accountId'),
    kind: textAt(columns, 'kind') === 'partner' ? 'partner' : 'customer',
    profileId: textAt(columns, 'profileId'),
    licenseId: textAt(columns, 'licenseId'),
    isRoleBased: numberIn(columns, 'isRoleBased') === 1,
    outcome: oneOf(PLAN_OUTCOMES, columns, 'outcome'),
    code: textAt(columns, 'code'),
    sentence: textAt(columns, 'sentence'),
    draft: toDraft(jsonIn(columns, 'draft')),
    userId: textOrNull(columns, 'userId'),
    holderUsername: textAt(columns, 'holderUsername')
  };
}

function toDraft(json: unknown): UserDraft | null {
  if (!isJson(json)) return null;
  const text = (name: string): string => textAt(json, name);
  return {
    kind: valueAt(json, 'kind') === 'partner' ? 'partner' : 'customer',
    profileId: text('profileId'),
    username: text('username'),
    email: text('email'),
    alias: text('alias'),
    nickname: text('nickname'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    timeZone: text('timeZone'),
    locale: text('locale'),
    language: text('language'),
    emailEncoding: text('emailEncoding'),
    portalRole: text('portalRole'),
    permissionSetIds: listAt(json, 'permissionSetIds').map(String)
  };
}
