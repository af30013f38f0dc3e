import { USER_FIELD_NAMES, toUserFields } from 'c/externalUserRules';
import type { BatchRow } from '../store/batches.ts';
import type { UserFieldValues } from '../store/inputRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { Store } from '../store/store.ts';

/** The fields of the user that a row asks for, under the names of its batch. */
export function toUserRecord(plan: PlanRow, { username, nickname }: BatchRow): UserFieldValues {
  if (plan.draft === null) return {};
  return { ...plan.fields, ...toUserFields({ ...plan.draft, username, nickname }, plan.contactId) };
}

/** The names of all fields that a record of the run may have. */
export function userFieldNames(store: Store): readonly string[] {
  const own: unknown = JSON.parse(store.meta('userFields') ?? '[]');
  return [...USER_FIELD_NAMES, ...(Array.isArray(own) ? own.map(String) : [])];
}
