import { defaultDraft, known as fact, toUserFields, unknown, type ContactFacts } from 'c/externalUserRules';
import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';
import { quoted } from '../../shared/soql.ts';
import { isMissing, type Reading } from '../reading/reading.ts';
import type { Target } from './target.ts';

/** A record that the probe made. */
export interface Made {
  readonly id: string;
  readonly name: string;
}

/** Named so that nobody takes it for a customer. `.invalid` reaches nobody (RFC 2606). `stamp` keeps the username unique. */
export function testContact({ account }: Target, stamp: string): ContactFacts {
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
    refusesProcessing: unknown('failed')
  };
}

export async function createContact(org: Org, { account }: Target, contact: ContactFacts): Promise<Answer<Made>> {
  const { firstName, lastName, email, name } = contact;
  const fields = { FirstName: firstName, LastName: lastName, Email: email, AccountId: account.id };
  const answer = await org.uiApi('POST', '/records', { apiName: 'Contact', fields });
  return answer.kind === 'refused' ? answer : known({ id: textAt(answer.value, 'id'), name });
}

/**
 * The user as the action would create it. User Interface API, Create a Record: a create may answer 404 although it worked,
 * so that one is followed by a look-up.
 */
export async function createUser(
  org: Org,
  reading: Reading,
  { profile, defaults }: Target,
  contact: ContactFacts
): Promise<Answer<Made & { readonly answered404: boolean }>> {
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

export async function deactivateUser(org: Org, { id }: Made): Promise<Answer<unknown>> {
  return org.uiApi('PATCH', `/records/${id}`, { fields: { IsActive: false } });
}

export async function deleteContact(org: Org, { id }: Made): Promise<Answer<unknown>> {
  return org.uiApi('DELETE', `/records/${id}`);
}
