import type { Server } from '../../../scripts/shared/browser/server.ts';

/** A user as the local org stores it, independent of the screen. */
export interface UserRow {
  readonly Id: string;
  readonly Username: string;
  readonly IsActive: boolean;
  readonly CommunityNickname: string;
  readonly PortalRole: string | null;
  readonly Profile: { readonly Name: string };
}

async function ask(server: Server, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`${server.url}/services/data/v68.0${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${server.accessToken}`, 'Content-Type': 'application/json' }
  });
  const body = await response.text();
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${body}`);
  }
  return body === '' ? null : JSON.parse(body);
}

/** Returns the records of a SOQL query as the System Administrator sees them. */
export async function query<Row>(server: Server, soql: string): Promise<readonly Row[]> {
  const answer = (await ask(server, `/query?q=${encodeURIComponent(soql)}`)) as { readonly records: readonly Row[] };
  return answer.records;
}

/** Returns every user of a contact, active or not. */
export async function usersOf(server: Server, contactName: string): Promise<readonly UserRow[]> {
  const fields = 'Id, Username, IsActive, CommunityNickname, PortalRole, Profile.Name';
  return query<UserRow>(server, `SELECT ${fields} FROM User WHERE Contact.Name = '${contactName}'`);
}

/** Returns the id of the only record with that name. */
export async function idOf(server: Server, object: string, name: string): Promise<string> {
  const [record] = await query<{ readonly Id: string }>(server, `SELECT Id FROM ${object} WHERE Name = '${name}'`);
  return record?.Id ?? '';
}

/** Changes a record as the System Administrator would in another tab. */
export async function update(
  server: Server,
  object: string,
  id: string,
  fields: Readonly<Record<string, unknown>>
): Promise<void> {
  await ask(server, `/sobjects/${object}/${id}`, { method: 'PATCH', body: JSON.stringify(fields) });
}

/** Creates a record as the System Administrator, and returns its id. */
export async function insert(
  server: Server,
  object: string,
  fields: Readonly<Record<string, unknown>>
): Promise<string> {
  const body = JSON.stringify(fields);
  return ((await ask(server, `/sobjects/${object}`, { method: 'POST', body })) as { readonly id: string }).id;
}

/** Deletes a record as the System Administrator would in another tab. */
export async function remove(server: Server, object: string, id: string): Promise<void> {
  await ask(server, `/sobjects/${object}/${id}`, { method: 'DELETE' });
}

/** Sets a user's password through the REST API. */
export async function givePassword(server: Server, userId: string, password: string): Promise<void> {
  await ask(server, `/sobjects/User/${userId}/password`, {
    method: 'POST',
    body: JSON.stringify({ NewPassword: password })
  });
}
