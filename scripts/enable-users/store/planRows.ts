import type { ExternalUserKind, NameField, UserDraft } from 'c/externalUserRules';
import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';
import { jsonIn, numberIn, oneOf, textOrNull, type Columns } from './columns.ts';
import type { Database } from './database.ts';
import { deviationsIn, type Deviation } from './deviations.ts';
import { cellsIn, fieldsIn, type UserFieldValues } from './inputRows.ts';
import { NAME_FIELDS } from './nameClaims.ts';

/** What the plan says of a row before anything is sent. */
export const PLAN_OUTCOMES = ['enable', 'already', 'reactivate', 'skip', 'blocked'] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

export interface PlanRow {
  readonly row: number;
  readonly contactId: string;
  /** The names of contact, account and profile are for the person who has to agree; empty where they can't be read. */
  readonly contactName: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly kind: ExternalUserKind;
  readonly profileId: string;
  readonly profileName: string;
  /** Empty where the license can't be read. */
  readonly licenseId: string;
  readonly isRoleBased: boolean;
  readonly outcome: PlanOutcome;
  /** Of the rules, or of the plan itself. */
  readonly code: string;
  readonly sentence: string;
  /** The user to create; null for rows that create none. */
  readonly draft: UserDraft | null;
  /** Further fields of the user to create, from columns of their own. */
  readonly fields: UserFieldValues;
  /** The user that the contact has already. */
  readonly userId: string | null;
  /** The username of that user; empty where there is none. */
  readonly holderUsername: string;
  /** Names that the row gives itself, so that no other one is sent for it. */
  readonly givenNames: readonly NameField[];
  readonly deviations: readonly Deviation[];
}

/** A row of the input as it was written, with what the plan says of it by name, as a person reads it. */
export interface NamedRow {
  readonly cells: readonly string[];
  readonly contactName: string;
  readonly accountName: string;
  /** Of the user that the contact gets, or has; empty where there is none. */
  readonly username: string;
  readonly profileName: string;
  readonly outcome: string;
  readonly code: string;
  readonly sentence: string;
  readonly deviations: readonly Deviation[];
}

export interface PlanRows {
  save(row: PlanRow): void;
  /** Whether the row gives this name itself. */
  gives(row: number, field: NameField): boolean;
  /** In input order. Streams. */
  all(): IteratorObject<PlanRow, undefined>;
  /** In input order. Streams. */
  withCells(): IteratorObject<NamedRow, undefined>;
  /** How many accounts get a user with a role-based profile. */
  roleBasedAccountCount(): number;
  /** How many rows these are, at most `most` of an account. */
  roleBasedRowCount(most: number): number;
}

const WITH_CELLS = `SELECT cells, contactName, accountName, profileName, outcome, code, sentence, deviations,
    coalesce(draft ->> 'username', holderUsername) AS username
  FROM input LEFT JOIN plan USING (row) ORDER BY input.row`;

export function createPlanRows({ run, first, each }: Database): PlanRows {
  return {
    save: (plan) => {
      run(
        'INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        plan.row,
        plan.contactId,
        plan.contactName,
        plan.accountId,
        plan.accountName,
        plan.kind,
        plan.profileId,
        plan.profileName,
        plan.licenseId,
        plan.isRoleBased ? 1 : 0,
        plan.outcome,
        plan.code,
        plan.sentence,
        plan.draft === null ? null : JSON.stringify(plan.draft),
        JSON.stringify(plan.fields),
        plan.userId,
        plan.holderUsername,
        plan.givenNames.join(),
        JSON.stringify(plan.deviations)
      );
    },
    gives: (row, field) => {
      const planned = first('SELECT givenNames FROM plan WHERE row = ?', row) ?? {};
      return namesIn(planned).includes(field);
    },
    all: () => each('SELECT * FROM plan ORDER BY row').map(toPlanRow),
    withCells: () =>
      each(WITH_CELLS).map((columns) => ({
        cells: cellsIn(columns),
        contactName: textAt(columns, 'contactName'),
        accountName: textAt(columns, 'accountName'),
        username: textAt(columns, 'username'),
        profileName: textAt(columns, 'profileName'),
        outcome: textAt(columns, 'outcome'),
        code: textAt(columns, 'code'),
        sentence: textAt(columns, 'sentence'),
        deviations: deviationsIn(columns)
      })),
    roleBasedAccountCount: () =>
      numberIn(
        first("SELECT count(DISTINCT accountId) AS rows FROM plan WHERE outcome = 'enable' AND isRoleBased = 1"),
        'rows'
      ),
    roleBasedRowCount: (most) =>
      numberIn(
        first(
          `SELECT coalesce(sum(min(users, ?1)), 0) AS rows FROM (SELECT count(*) AS users FROM plan
           WHERE outcome = 'enable' AND isRoleBased = 1 GROUP BY accountId)`,
          most
        ),
        'rows'
      )
  };
}

export function toPlanRow(columns: Columns): PlanRow {
  return {
    row: numberIn(columns, 'row'),
    contactId: textAt(columns, 'contactId'),
    contactName: textAt(columns, 'contactName'),
    accountId: textAt(columns, 'accountId'),
    accountName: textAt(columns, 'accountName'),
    kind: textAt(columns, 'kind') === 'partner' ? 'partner' : 'customer',
    profileId: textAt(columns, 'profileId'),
    profileName: textAt(columns, 'profileName'),
    licenseId: textAt(columns, 'licenseId'),
    isRoleBased: numberIn(columns, 'isRoleBased') === 1,
    outcome: oneOf(PLAN_OUTCOMES, columns, 'outcome'),
    code: textAt(columns, 'code'),
    sentence: textAt(columns, 'sentence'),
    draft: toDraft(jsonIn(columns, 'draft')),
    fields: fieldsIn(columns),
    userId: textOrNull(columns, 'userId'),
    holderUsername: textAt(columns, 'holderUsername'),
    givenNames: namesIn(columns),
    deviations: deviationsIn(columns)
  };
}

function namesIn(columns: Columns): readonly NameField[] {
  const names = textAt(columns, 'givenNames').split(',');
  return NAME_FIELDS.filter((field) => names.includes(field));
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
