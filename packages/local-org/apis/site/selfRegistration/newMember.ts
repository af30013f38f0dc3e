import { createHash } from 'node:crypto';
import type { Org } from '../../../engine/org/org.ts';
import { textOf, type Fields, type StoredRecord } from '../../../engine/storage/record.ts';
import type { RegistrationForm } from './requests.ts';

/**
 * The user of a new member, without the contact. The email address is the username unless the page asks for one, as in the example
 * of the Lightning Aura Components Guide, "Create Custom Component for Guest User Flows".
 */
export function userOf(org: Org, site: StoredRecord, form: RegistrationForm): Fields {
  const organization = recordsOf(org, 'Organization')[0] ?? {};
  const { firstName, lastName, email, mobile } = form;
  return {
    Username: (form.username || email).toLowerCase(),
    Email: email,
    FirstName: firstName || null,
    LastName: lastName,
    Alias: `${firstName.slice(0, 1)}${lastName.slice(0, 4)}`.toLowerCase(),
    CommunityNickname: form.nickname || freeNickname(org, form),
    MobilePhone: mobile || null,
    ProfileId: textOf(site, 'SelfRegProfileId'),
    TimeZoneSidKey: textOf(organization, 'TimeZoneSidKey'),
    LocaleSidKey: textOf(organization, 'DefaultLocaleSidKey'),
    LanguageLocaleKey: textOf(organization, 'LanguageLocaleKey'),
    EmailEncodingKey: 'UTF-8',
    IsPortalSelfRegistered: true
  };
}

/**
 * A free nickname of both initials and six digits, as in the same example. The digits come from the email address instead of a
 * random number, and count up while the nickname is taken.
 */
function freeNickname(org: Org, { firstName, lastName, email }: RegistrationForm): string {
  const users = org.schema.object('User');
  const digits = createHash('sha256').update(email).digest().readUInt32BE(0) % 1_000_000;
  for (let number = digits; ; number += 1) {
    const name = `${firstName.slice(0, 1)}${lastName.slice(0, 1)}${String(number).padStart(6, '0')}`;
    if (users === undefined || org.where(users, 'CommunityNickname', name).length === 0) return name;
  }
}

/** The contacts of an account with this email address, without regard to case. */
export function contactsOf(org: Org, accountId: string, email: string): readonly StoredRecord[] {
  const contacts = org.schema.object('Contact');
  if (contacts === undefined) return [];
  return org
    .where(contacts, 'AccountId', accountId)
    .filter((contact) => textOf(contact, 'Email').toLowerCase() === email.toLowerCase());
}

/** Whether a contact has a user. */
export function hasUser(org: Org, contactId: string): boolean {
  const users = org.schema.object('User');
  return users !== undefined && org.where(users, 'ContactId', contactId).length > 0;
}

function recordsOf(org: Org, object: string): readonly StoredRecord[] {
  const schema = org.schema.object(object);
  return schema === undefined ? [] : org.all(schema);
}
