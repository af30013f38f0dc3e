import type { Person } from '../../../engine/access/person.ts';
import type { WriteResult, Writes } from '../../../engine/dml/writes.ts';
import type { Org } from '../../../engine/org/org.ts';
import type { Refusal } from '../../../engine/refusals/rule.ts';
import type { ObjectSchema } from '../../../engine/schema/objectSchema.ts';
import { textOf, type Fields, type StoredRecord } from '../../../engine/storage/record.ts';
import { contactsOf, hasUser, userOf } from './newMember.ts';
import type { RegistrationForm } from './requests.ts';
import type { SelfRegistrationSettings } from './selfRegistrationSettings.ts';

/** The outcome: a new member, a person who already has a user, a refused write, or a site that is not set up correctly. */
export type Attempt =
  | { readonly kind: 'created'; readonly userId: string }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly error: Refusal }
  | { readonly kind: 'failed'; readonly cause: string };

/**
 * Creates contact and user in one transaction. A contact of the account with the same email address is used; if it already has a
 * user, "self-registration isn't successful" (Apex Reference, Site.createExternalUser). Several such contacts are reported to the
 * administrator (KB 000163414).
 */
export function createMember(
  org: Org,
  site: StoredRecord,
  settings: SelfRegistrationSettings,
  form: RegistrationForm
): Attempt {
  const cause = findCause(org, site, settings);
  if (cause !== null) return { kind: 'failed', cause };
  const [contact, ...others] = settings.accountId === '' ? [] : contactsOf(org, settings.accountId, form.email);
  if (others.length > 0) return { kind: 'failed', cause: `There are several contacts with the address ${form.email}.` };
  if (contact !== undefined && hasUser(org, contact.Id)) return { kind: 'taken' };
  const result = org.transact(visitorOf(site), { allOrNone: true, isPlatform: true }, (writes): WriteResult => {
    const made =
      contact === undefined
        ? makeContact(org, site, settings, form, writes)
        : { success: true as const, id: contact.Id };
    return made.success
      ? writes.insert(objectOf(org, 'User'), { ...userOf(org, site, form), ContactId: made.id })
      : made;
  });
  if (result.success) return { kind: 'created', userId: result.id };
  const [error] = result.errors;
  if (error === undefined) throw new Error('A refused write has an error');
  return { kind: 'refused', error };
}

/** Finds what is missing in the site's setup; the texts are ours. Source: Object Reference, "NetworkSelfRegistration" [F-033] and "Network". */
function findCause(
  org: Org,
  site: StoredRecord,
  { accountId, isComponentDisabled }: SelfRegistrationSettings
): string | null {
  if (isComponentDisabled) return 'The standard self-registration component is disabled for this site.';
  const profileId = textOf(site, 'SelfRegProfileId');
  if (profileId === '') return 'No profile is set for self-registration.';
  const isMember = org
    .where(objectOf(org, 'NetworkMemberGroup'), 'NetworkId', site.Id)
    .some((group) => textOf(group, 'ParentId') === profileId);
  if (!isMember) return 'The profile for self-registration is not a member of the site.';
  // A deleted account leaves the setting empty.
  return accountId !== '' || org.schema.object('Account')?.fields.has('IsPersonAccount') === true
    ? null
    : 'No account is set for self-registration, and person accounts are not enabled.';
}

/**
 * Creates a contact under the site's account, or a person account without one. The site's creator owns it, as the default owner.
 * Source: Summer ’20 release notes, "Automatically Assign Records Created by Guest Users to a Default Owner" [F-088].
 */
function makeContact(
  org: Org,
  site: StoredRecord,
  { accountId }: SelfRegistrationSettings,
  { firstName, lastName, email }: RegistrationForm,
  writes: Writes
): WriteResult {
  const person: Fields = { FirstName: firstName || null, LastName: lastName, OwnerId: textOf(site, 'CreatedById') };
  if (accountId !== '') {
    return writes.insert(objectOf(org, 'Contact'), { ...person, Email: email, AccountId: accountId });
  }
  const account = writes.insert(objectOf(org, 'Account'), { ...person, PersonEmail: email });
  return account.success ? { success: true, id: textOf(org.find(account.id) ?? {}, 'PersonContactId') } : account;
}

/** The site's guest user. The local org has no guest users, so the site's creator replaces it. */
function visitorOf(site: StoredRecord): Person {
  const userId = textOf(site, 'CreatedById');
  return { label: `${textOf(site, 'Name')} Site Guest User`, userId, username: '', accessToken: '' };
}

function objectOf(org: Org, apiName: string): ObjectSchema {
  const object = org.schema.object(apiName);
  if (object === undefined) throw new Error(`The schema has no object ${apiName}`);
  return object;
}
