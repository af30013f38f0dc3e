import type { LocalOrg, Person } from 'sfdx-local-org';
import { textAt } from 'sf-cli/json';

export const API_VERSION = '68.0';

export type QueriedRecord = Readonly<Record<string, unknown>>;

/** Calls an API of the org in the name of a person; `path` is below `/services/data/v68.0`. */
export function callAs(
  localOrg: Pick<LocalOrg, 'fetch'>,
  person: Person,
  path: string,
  method: 'GET' | 'DELETE' = 'GET'
): Promise<Response> {
  const headers = { Authorization: `Bearer ${person.accessToken}` };
  return localOrg.fetch(new Request(`http://localhost/services/data/v${API_VERSION}${path}`, { method, headers }));
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
