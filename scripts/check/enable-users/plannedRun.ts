import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, repeated, rowsOf } from './runFolder.ts';
import { serveOrg, type Output, type ServedOrg } from './servedOrg.ts';

const EMAILS = '@populated.example';

/** An org with so many additional contacts, and a seat for each. */
export function serveContacts(contacts: number): Promise<ServedOrg> {
  return serveOrg({ accounts: 40, contacts, partnerEvery: 0, seats: { 'Customer Community': 5000 } });
}

/** Plans users for all additional contacts. */
export async function planRun(org: ServedOrg, contacts: number): Promise<void> {
  const query = `SELECT Id FROM Contact WHERE Email LIKE '%${EMAILS}'`;
  const source = ['--query', query, '--profile', 'Acme Customer'];
  const plan = await org.run(['plan', ...source, '--run-folder', planOf(org), '--json']);
  expect(JSON.parse(plan.stdout)).toMatchObject({ status: 0, result: { counts: { enable: contacts } } });
}

/** The folder of a plan that was not run yet. Resets the org to its state at the plan. */
export function freshRun(org: ServedOrg): string {
  org.clear();
  org.localOrg.reset('ready');
  const folder = join(org.folder, 'run');
  rmSync(folder, { recursive: true, force: true });
  cpSync(planOf(org), folder, { recursive: true });
  return folder;
}

/** Expects one user for each contact, which the run's files and the command's answer name once. */
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
