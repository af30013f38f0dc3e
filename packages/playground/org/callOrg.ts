import type { LocalOrg, Person } from 'sfdx-local-org';
import { parsedJson, textAt } from 'sf-cli/json';

export const API_VERSION = '68.0';

export type QueriedRecord = Readonly<Record<string, unknown>>;

/** Calls an API of the org in the name of a person; `path` is below `/services/data/v68.0`. */
export function callAs(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person,
  path: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' = 'GET',
  body?: QueriedRecord
): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${person.accessToken}`,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' })
  };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const url = `http://localhost/services/data/v${API_VERSION}${path}`;
  return localOrg.fetch(new Request(url, { method, headers, ...content }));
}

/** Changes the org by its REST API as a person. Returns null, or the messages with which the org refuses. */
export async function changeAs(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person,
  path: string,
  method: 'POST' | 'PATCH',
  fields: QueriedRecord
): Promise<string | null> {
  const response = await callAs(localOrg, person, path, method, fields);
  if (response.ok) {
    return null;
  }
  const body = parsedJson(await response.text());
  const messages = (Array.isArray(body) ? body : [body]).map((error) => textAt(error, 'message'));
  return messages.join(' ').trim() || `The org refused with status ${String(response.status)}.`;
}

/** Runs SOQL as a person. `null` where the org refuses the query, for example because the object's feature is off. */
export async function querySoql(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person,
  soql: string
): Promise<QueriedRecord[] | null> {
  const response = await callAs(localOrg, person, `/query?q=${encodeURIComponent(soql)}`);
  if (!response.ok) {
    return null;
  }
  const { records } = (await response.json()) as { records: QueriedRecord[] };
  return records;
}

/** A text field of a queried record, also across relationships: `Profile.UserLicense.Name`. Empty where there is none. */
export function textIn(record: QueriedRecord, path: string): string {
  return textAt(record, ...path.split('.'));
}
