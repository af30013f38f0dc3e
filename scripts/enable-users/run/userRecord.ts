import { toUserFields } from 'c/externalUserRules';
import type { BatchRow } from '../store/batches.ts';
import type { PlanRow } from '../store/planRows.ts';

/** The fields of the user that a row asks for, under the names of its batch. */
export function toUserRecord(plan: PlanRow, { username, nickname }: BatchRow): Readonly<Record<string, string>> {
  return plan.draft === null ? {} : toUserFields({ ...plan.draft, username, nickname }, plan.contactId);
}
