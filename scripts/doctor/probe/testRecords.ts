import { defaultDraft, known as fact, toUserFields, unknown, type ContactFacts } from 'c/externalUserRules';
import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';
import { quoted } from '../../shared/soql.ts';
import { isMissing, type Reading } from '../reading/reading.ts';
import type { ProbeTarget } from './target.ts';

/** A record that the probe created. */
export interface CreatedRecord {
  readonly id: string;
  readonly name: string;
}

/** The name shows that it is a test, `.invalid` can receive no mail (RFC 2606), and `stamp` makes the username unique. */
export function testContact({ account }: ProbeTarget, stamp: string): ContactFacts {
  return {
    id: '',
    name: `Doctor Test ${stamp}`,
    firstName: 'Doctor',
    lastName: `Test ${stamp}`,
    email: `external-user-doctor.${stamp}@test.invalid`,
    account: fact(account),
    owner: unknown('failed'),
    isPartnerAccount: unknown('failed'),
    isPersonAccount: unknown('failed'),
    refusesProcessing: unknown('failed'),
    asksToBeForgotten: unknown('failed')
  };
}

export async function createContact(
  org: Org,
  { account }: ProbeTarget,
  contact: ContactFacts
): Promise<Answer<CreatedRecord>> {
  const { firstName, lastName, email, name } = contact;
  const fields = { FirstName: firstName, LastName: lastName, Email: email, AccountId: account.id };
  const answer = await org.uiApi('POST', '/records', { apiName: 'Contact', fields });
  return answer.kind === 'refused' ? answer : known({ id: textAt(answer.value, 'id'), name });
}

/**
 * Creates the user as the action would. The answer may be 404 although the user was created (User Interface API, Create a
 * Record), so the probe then looks the user up.
 */
export async function createUser(
  org: Org,
  reading: Reading,
  { profile, defaults }: ProbeTarget,
  contact: ContactFacts
): Promise<Answer<CreatedRecord & { readonly answered404: boolean }>> {
  const draft = { ...defaultDraft(contact, { ...reading.facts, defaults }), kind: profile.kind, profileId: profile.id };
  const fields = toUserFields(draft, contact.id);
  const answer = await org.uiApi('POST', '/records', { apiName: 'User', fields });
  const name = fields['Username'] ?? contact.name;
  if (answer.kind === 'known') {
    return known({ id: textAt(answer.value, 'id'), name, answered404: false });
  }
  const found = isMissing(answer) ? await findUser(org, name) : null;
  return found === null ? answer : known({ id: found, name, answered404: true });
}

async function findUser(org: Org, username: string): Promise<string | null> {
  const answer = await org.query(`SELECT Id FROM User WHERE Username = ${quoted(username)}`);
  const [user] = answer.kind === 'known' ? answer.value.records : [];
  return user === undefined ? null : textAt(user, 'Id');
}

export async function deactivateUser(org: Org, { id }: CreatedRecord): Promise<Answer<unknown>> {
  return org.uiApi('PATCH', `/records/${id}`, { fields: { IsActive: false } });
}

export async function deleteContact(org: Org, { id }: CreatedRecord): Promise<Answer<unknown>> {
  return org.uiApi('DELETE', `/records/${id}`);
}
