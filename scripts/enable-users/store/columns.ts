import type { UserDraft } from 'c/externalUserRules';
import { isJson, listAt, numberAt, textAt, valueAt } from 'sf-cli/json';
import {
  PLAN_OUTCOMES,
  RESULT_OUTCOMES,
  type InputRow,
  type PlanRow,
  type ResultRow,
  type Send,
  type SendRow
} from './outcomeRows.ts';
import type { Columns } from './database.ts';

/** Rows of the tables as the code takes them. What the store wrote itself is read back; anything else is a broken file. */

export function inputRowOf(columns: Columns): InputRow {
  return {
    row: numberIn(columns, 'row'),
    line: numberIn(columns, 'line'),
    contactId: textAt(columns, 'contactId'),
    cells: listAt({ cells: jsonIn(columns, 'cells') }, 'cells').map(String),
    problem: textOrNull(columns, 'problem')
  };
}

export function planRowOf(columns: Columns): PlanRow {
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
    draft: draftOf(jsonIn(columns, 'draft')),
    userId: textOrNull(columns, 'userId')
  };
}

export function sendOf(columns: Columns): Send {
  return {
    id: numberIn(columns, 'id'),
    transport: oneOf(['collections', 'bulk'], columns, 'transport'),
    jobId: textOrNull(columns, 'jobId'),
    stage: textAt(columns, 'stage'),
    state: oneOf(['prepared', 'sent', 'done'], columns, 'state'),
    at: textAt(columns, 'at')
  };
}

export function sendRowOf(columns: Columns): SendRow {
  return {
    row: numberIn(columns, 'row'),
    attempt: numberIn(columns, 'attempt'),
    username: textAt(columns, 'username'),
    nickname: textAt(columns, 'nickname')
  };
}

export function resultRowOf(columns: Columns): ResultRow {
  return {
    row: numberIn(columns, 'row'),
    outcome: oneOf(RESULT_OUTCOMES, columns, 'outcome'),
    userId: textOrNull(columns, 'userId'),
    code: textAt(columns, 'code'),
    message: textAt(columns, 'message')
  };
}

/** Number in a column, 0 for none. */
export function numberIn(columns: Columns | undefined, name: string): number {
  return numberAt(columns, name) ?? 0;
}

function textOrNull(columns: Columns, name: string): string | null {
  const value = columns[name];
  return typeof value === 'string' ? value : null;
}

function jsonIn(columns: Columns, name: string): unknown {
  const text = textOrNull(columns, name);
  const value: unknown = text === null ? null : JSON.parse(text);
  return value;
}

function oneOf<Name extends string>(names: readonly Name[], columns: Columns, column: string): Name {
  const found = names.find((name) => name === columns[column]);
  if (found === undefined) throw new Error(`run.db holds ${String(columns[column])} as ${column}: it is damaged.`);
  return found;
}

function draftOf(json: unknown): UserDraft | null {
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
