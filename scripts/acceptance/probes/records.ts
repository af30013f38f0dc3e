import { numberAt, textAt, type Json } from 'sf-cli/json';
import { quoted } from '../../shared/soql.ts';
import { NotAsked } from './probe.ts';
import type { ProbeOrg } from './probeOrg.ts';
import type { Reply } from './reply.ts';

/** Records of a probe. Their names start with "Acceptance", and the probe takes them back when it ends. */

/** How the names of all records begin that probes write. */
export const NAME = 'Acceptance';

let count = 0;

/** A text that no other record of this or an earlier run has. */
export function unique(): string {
  count += 1;
  return `${Date.now().toString(36)}${String(count)}`;
}

/** Creates a record, which is deleted when the probe ends. A refusal is an answer. */
export async function create(org: ProbeOrg, object: string, fields: Json): Promise<Reply> {
  const reply = await org.send('POST', `/sobjects/${object}`, fields);
  if (reply.isOk) takeBack(org, object, idOf(reply));
  return reply;
}

/** Notes a record to be taken back when the probe ends. */
export function takeBack(org: ProbeOrg, object: string, id: string): void {
  org.undo.add(object === 'User' ? async () => disableUser(org, id) : async () => deleteRecord(org, object, id));
}

/** Creates a record that a probe needs, and answers its id. Throws with the org's words where it is refused. */
export async function need(org: ProbeOrg, object: string, fields: Json): Promise<string> {
  const reply = await create(org, object, fields);
  if (!reply.isOk) throw new Error(reply.line);
  return idOf(reply);
}

export function idOf(reply: Reply): string {
  return textAt(reply.body, 'id');
}

/** Changes a record that a probe made. Throws with the org's words where it is refused. */
export async function change(org: ProbeOrg, object: string, id: string, fields: Json): Promise<void> {
  const reply = await org.send('PATCH', `/sobjects/${object}/${id}`, fields);
  if (!reply.isOk) throw new Error(reply.line);
}

async function deleteRecord(org: ProbeOrg, object: string, id: string): Promise<string | null> {
  const path = `/sobjects/${object}/${id}`;
  let reply = await org.send('DELETE', path);
  // A partner account with contacts can't be deleted [F-123].
  if (object === 'Account' && reply.code === 'DELETE_FAILED') {
    await org.send('PATCH', path, { IsPartner: false });
    reply = await org.send('DELETE', path);
  }
  return reply.isOk || reply.status === 404 ? null : `${object} ${id} (${reply.code} ${reply.message})`;
}

/** Users can't be deleted [F-076]. An active one that is disabled frees its contact and its seat [F-080]. */
async function disableUser(org: ProbeOrg, id: string): Promise<string> {
  const path = `/sobjects/User/${id}`;
  await org.send('PATCH', path, { IsActive: true });
  const disabled = await org.send('PATCH', path, { IsPortalEnabled: false });
  const inactive = await org.send('PATCH', path, { IsActive: false });
  const refusal = [disabled, inactive].find(({ isOk }) => !isOk);
  return refusal === undefined
    ? `the inactive user ${id}, as users can’t be deleted`
    : `the user ${id} (${refusal.code} ${refusal.message})`;
}

export async function needAccount(org: ProbeOrg, fields: Json = {}): Promise<string> {
  return need(org, 'Account', { Name: `${NAME} ${unique()}`, ...fields });
}

export async function needContact(org: ProbeOrg, fields: Json = {}): Promise<string> {
  const AccountId = 'AccountId' in fields ? fields['AccountId'] : await needAccount(org);
  return need(org, 'Contact', { FirstName: NAME, LastName: unique(), ...fields, AccountId });
}

/** Which license a profile of a probe has. */
export type License =
  'Customer Community' | 'Customer Community Plus' | 'Customer Community Login' | 'Partner Community';

/** The id of a profile with a license, no standard one, as an org may refuse those [F-011]. */
export async function profileWith(org: ProbeOrg, license: License): Promise<string> {
  return org.remember(`profile ${license}`, async () => {
    const [profile] = await org.query(
      `SELECT Id FROM Profile WHERE UserLicense.Name = ${quoted(license)} AND (NOT Name LIKE ${quoted(`${license}%`)}) ORDER BY Name LIMIT 1`
    );
    if (profile === undefined) throw new NotAsked(`The org has no profile of its own with the license ${license}.`);
    return textAt(profile, 'Id');
  });
}

/** The fields of a user that an org requires, beside profile and contact. */
export async function userFields(org: ProbeOrg): Promise<Json> {
  const { attributes: _, ...locale } = await org.remember('locale', async () => {
    const [user] = await org.query(
      `SELECT TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey, EmailEncodingKey FROM User WHERE Username = ${quoted(org.username)}`
    );
    return user ?? {};
  });
  const name = `acceptance.${unique()}`;
  return {
    Username: `${name}@example.invalid`,
    Email: `${name}@example.invalid`,
    FirstName: NAME,
    LastName: name,
    Alias: 'accept',
    CommunityNickname: name,
    ...locale
  };
}

/** Tries to create an external user. */
export async function createUser(org: ProbeOrg, license: License, fields: Json): Promise<Reply> {
  return create(org, 'User', { ...(await userFields(org)), ProfileId: await profileWith(org, license), ...fields });
}

/** A contact of a new account that a user of the license may have, and its user. */
export async function needUser(
  org: ProbeOrg,
  license: License = 'Customer Community',
  fields: Json = {}
): Promise<{ readonly user: string; readonly contact: string }> {
  const contact = 'ContactId' in fields ? String(fields['ContactId']) : await needContact(org);
  const reply = await createUser(org, license, { ContactId: contact, ...fields });
  if (!reply.isOk) throw new Error(reply.line);
  return { user: idOf(reply), contact };
}

/** The id of an active internal user without a role, such as the sales-ops user of the scratch-org command. */
export async function ownerWithoutRole(org: ProbeOrg): Promise<string> {
  const [user] = await org.query(
    "SELECT Id FROM User WHERE IsActive = true AND UserType = 'Standard' AND UserRoleId = null AND Profile.UserLicense.Name = 'Salesforce' ORDER BY Username LIMIT 1"
  );
  if (user === undefined) throw new NotAsked('The org has no active internal user without a role.');
  return textAt(user, 'Id');
}

/** The org in the name of sales ops. */
export function salesOpsOf({ salesOps }: ProbeOrg): ProbeOrg {
  if (salesOps.kind === 'refused') throw new NotAsked(salesOps.message);
  return salesOps.value;
}

/** The seats of a license, as the org counts them. */
export async function seatsOf(
  org: ProbeOrg,
  license: License
): Promise<{ readonly total: number; readonly used: number }> {
  const [row] = await org.query(`SELECT TotalLicenses, UsedLicenses FROM UserLicense WHERE Name = ${quoted(license)}`);
  return { total: numberAt(row, 'TotalLicenses') ?? 0, used: numberAt(row, 'UsedLicenses') ?? 0 };
}
