import { textAt, type Json } from 'sf-cli/json';
import { valueOr } from 'sf-cli/answer';
import { demo } from '../../scratch-org/main.ts';
import type { ShownContact } from '../../shared/browser/pageHost.ts';
import { createRecord, query, updateRecord } from '../../shared/sf/records.ts';
import { quoted } from '../../shared/soql.ts';
import type { Walker } from './walk.ts';

type Org = Pick<Walker, 'state' | 'tools'>;

/** A contact of the demo's data, such as `ContactAmelie`. */
export async function demoContact(org: Org, reference: string): Promise<ShownContact> {
  const id = org.state.demo.records[reference] ?? '';
  return { id, name: textAt(await readOne(org, `SELECT Name FROM Contact WHERE Id = ${quoted(id)}`), 'Name') };
}

/** A contact that is ready; made by the first run that needs it. */
export async function ownContact(org: Org, lastName: string): Promise<ShownContact> {
  const { tools, state } = org;
  const { username, records } = state.demo;
  const name = `Acceptance ${lastName}`;
  const rows = await query(tools.sf, username, `SELECT Id FROM Contact WHERE Name = ${quoted(name)}`);
  const [existing] = valueOr(rows, []);
  if (existing !== undefined) return { id: textAt(existing, 'Id'), name };
  const made = await createRecord(tools.sf, username, 'Contact', {
    FirstName: 'Acceptance',
    LastName: lastName,
    Email: `${lastName.toLowerCase()}@pages.acceptance.example`,
    AccountId: records[demo.READY_ACCOUNT] ?? ''
  });
  if (made.kind === 'refused') throw new Error(`${name}: ${made.message}`);
  return { id: made.value, name };
}

/** Sets the fields that ask for a user. */
export async function requestAccess({ tools, state }: Org, { id, name }: ShownContact): Promise<void> {
  const answer = await updateRecord(tools.sf, state.demo.username, 'Contact', id, {
    External_Access_Status__c: 'Requested',
    External_Access_Message__c: 'Orders for the whole region.'
  });
  if (answer.kind === 'refused') throw new Error(`${name}: ${answer.message}`);
}

/** How often the org is asked for a user that a flow makes in the background, and the pause between. */
const TIMES = 30;
const PAUSE = 2_000;

/** The profile of the contact's active user. Throws where there is none, also after a while. */
export async function profileOfUser(org: Org, { id, name }: ShownContact, times = 1): Promise<string> {
  const soql = `SELECT Profile.Name FROM User WHERE IsActive = true AND ContactId = ${quoted(id)}`;
  for (let time = 0; time < times; time += 1) {
    if (time > 0) await org.tools.pause(PAUSE);
    const rows = await query(org.tools.sf, org.state.demo.username, soql);
    const [user] = valueOr(rows, []);
    if (user !== undefined) return textAt(user, 'Profile', 'Name');
  }
  throw new Error(`The org has no active user of ${name}.`);
}

/** As profileOfUser, for a user that a flow makes in the background. */
export async function profileOfUserInTime(org: Org, contact: ShownContact): Promise<string> {
  return profileOfUser(org, contact, TIMES);
}

/** Throws where the contact has a user. */
export async function expectNoUser(org: Org, { id, name }: ShownContact): Promise<void> {
  const soql = `SELECT Id FROM User WHERE ContactId = ${quoted(id)}`;
  if ((await readOne(org, soql)) !== undefined) throw new Error(`${name} has a user, although the action is blocked.`);
}

async function readOne({ tools, state }: Org, soql: string): Promise<Json | undefined> {
  const rows = await query(tools.sf, state.demo.username, soql);
  if (rows.kind === 'refused') throw new Error(rows.message);
  return rows.value[0];
}
