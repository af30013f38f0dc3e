import { textAt } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import type { OrgApi } from '../transports/orgApi.ts';

/** Ids that lead to no contact, and what the org says of them. An id of which it says nothing is missing. */

/** What became of a contact: it was deleted, or merged into another one, whose id it then has. */
export interface DeletedContact {
  /** Empty where it was not merged. */
  readonly mergedInto: string;
}

/**
 * Contacts that are in the recycle bin. The contact that is kept at a merge is the MasterRecordId of the others [F-099]. Where
 * the org refuses the query, nothing more is known than that they can't be seen.
 */
export async function readDeletedContacts(
  api: OrgApi,
  ids: readonly string[]
): Promise<ReadonlyMap<string, DeletedContact>> {
  if (ids.length === 0) return new Map();
  const soql = `SELECT Id, MasterRecordId FROM Contact WHERE Id IN (${quotedList(ids)}) AND IsDeleted = true`;
  const [answer] = await api.queries([soql], 'queryAll');
  const rows = answer?.kind === 'known' ? answer.value : [];
  return new Map(rows.map((row) => [textAt(row, 'Id'), { mergedInto: textAt(row, 'MasterRecordId') }]));
}

/**
 * The contact of each account that is a person's; empty for other accounts. An org without person accounts has no
 * PersonContactId [F-082] and refuses the query.
 */
export async function readPersonContacts(api: OrgApi, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const [answer] = await api.queries([`SELECT Id, PersonContactId FROM Account WHERE Id IN (${quotedList(ids)})`]);
  const rows = answer?.kind === 'known' ? answer.value : [];
  return new Map(rows.map((row) => [textAt(row, 'Id'), textAt(row, 'PersonContactId')]));
}
