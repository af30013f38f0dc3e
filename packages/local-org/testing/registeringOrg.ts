import { createOrg } from '../engine/org/createOrg.ts';
import { readStartingOrg, type StartingOrg } from '../engine/startingOrg/startingOrg.ts';
import { objectNamed, withFields } from './readyOrg.ts';
import type { Fields, StoredRecord } from '../engine/storage/record.ts';
import type { Org } from '../engine/org/org.ts';

/** Acme Help takes registrations: contacts of the account Acme Help Members, users with the profile Acme Customer. */
export function registeringOrg(change: (starting: StartingOrg) => StartingOrg = (same) => same): Org {
  return createOrg(change(readStartingOrg('self-registration')), { seed: 1, url: () => 'http://localhost:4280' });
}

/** A change of the site's NetworkSelfRegistration. */
export function withOptions(options: Fields): (starting: StartingOrg) => StartingOrg {
  return withFields('acmeHelpMembers', options);
}

export function usersNamed(org: Org, username: string): StoredRecord[] {
  return org.all(objectNamed(org, 'User')).filter((user) => user['Username'] === username);
}

export function contactsWith(org: Org, email: string): StoredRecord[] {
  return org.all(objectNamed(org, 'Contact')).filter((contact) => contact['Email'] === email);
}
