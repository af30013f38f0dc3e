import { createOrg } from '../engine/org/createOrg.ts';
import type { Org } from '../engine/org/org.ts';
import { readStartingOrg, type StartingOrg } from '../engine/startingOrg/startingOrg.ts';
import type { Fields, StoredRecord } from '../engine/storage/record.ts';
import { objectNamed, withFields } from './readyOrg.ts';

/** An org whose site Acme Help accepts registrations: contacts in the account Acme Help Members, users with Acme Customer. */
export function registeringOrg(change: (starting: StartingOrg) => StartingOrg = (same) => same): Org {
  return createOrg(change(readStartingOrg('self-registration')), { seed: 1, url: () => 'http://localhost:4280' });
}

/** Changes the site's NetworkSelfRegistration. */
export function withOptions(options: Fields): (starting: StartingOrg) => StartingOrg {
  return withFields('acmeHelpMembers', options);
}

export function usersNamed(org: Org, username: string): StoredRecord[] {
  return org.all(objectNamed(org, 'User')).filter((user) => user['Username'] === username);
}

export function contactsWith(org: Org, email: string): StoredRecord[] {
  return org.all(objectNamed(org, 'Contact')).filter((contact) => contact['Email'] === email);
}
