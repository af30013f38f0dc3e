import { createHash } from 'node:crypto';
import type { Person } from './types.ts';

/** Length of the part behind the exclamation mark. */
const TOKEN_LENGTH = 48;

/**
 * A token of the form that the sf CLI accepts, `00D…!…`. The same seed and user give the same token in every starting
 * org, so that a person stays signed in when the org is reset.
 */
export function accessTokenOf(orgId: string, seed: number, username: string): string {
  const secret = createHash('sha256')
    .update(`${String(seed)} ${username}`)
    .digest('hex');
  return `${orgId.slice(0, 15)}!${secret.slice(0, TOKEN_LENGTH)}`;
}

/** Whom a token belongs to. */
export function findPerson(people: readonly Person[], accessToken: string): Person | undefined {
  return people.find((person) => person.accessToken === accessToken);
}
