import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, repeated, rowsOf } from './runFolder.ts';
import { serveOrg, type Output, type ServedOrg } from './servedOrg.ts';

const EMAILS = '@populated.example';

/** An org with so many contacts more, and a seat for each. */
export function serveContacts(contacts: number): Promise<ServedOrg> {
  return serveOrg({ accounts: 40, contacts, partnerEvery: 0, seats: { 'Customer Community': 5000 } });
}

/** Plans users for all of them. */
export async function planRun(org: ServedOrg, contacts: number): Promise<void> {
  const query = `SELECT Id FROM Contact WHERE Email LIKE '%${EMAILS}'`;
  const source = ['--query', query, '--profile', 'Acme Customer'];
  const plan = await org.run(['plan', ...source, '--run-folder', planOf(org), '--json']);
  expect(JSON.parse(plan.stdout)).toMatchObject({ status: 0, result: { counts: { enable: contacts } } });
}

/** The folder of a run that has not begun, in the org as it was when it was planned. */
export function freshRun(org: ServedOrg): string {
  org.clear();
  org.localOrg.reset('ready');
  const folder = join(org.folder, 'run');
  rmSync(folder, { recursive: true, force: true });
  cpSync(planOf(org), folder, { recursive: true });
  return folder;
}

/** Each contact has one user, which the run's files and the command's answer name once. */
export function expectWhole(org: ServedOrg, folder: string, contacts: number, { code, stdout, stderr }: Output): void {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ result: { state: 'finished', counts: { created: contacts } } });
  expect({ counts: countsOf(folder), repeated: repeated(folder) }).toEqual({
    counts: { created: contacts },
    repeated: []
  });
  const users = new Map(org.users().map((user) => [user['ContactId'], user['Id']]));
  for (const { ContactId = '', UserId } of rowsOf(folder, 'created')) expect(users.get(ContactId)).toBe(UserId);
  expect(org.users().filter((user) => String(user['Email']).endsWith(EMAILS))).toHaveLength(contacts);
}

function planOf(org: ServedOrg): string {
  return join(org.folder, 'planned');
}
