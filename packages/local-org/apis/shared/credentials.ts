import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';

/** The one-time code that a person's first client exchanges for a token. */
export function authCodeOf(org: Org, { userId, username }: Person): string {
  return `aPrx${secretOf(org, `authorization code ${userId} ${username}`)}`;
}

/** The token that a client exchanges for a new access token. */
export function refreshTokenOf(org: Org, { userId, username }: Person): string {
  return `5Aep${secretOf(org, `refresh token ${userId} ${username}`)}`;
}

const usedCodes = new WeakMap<Org, Set<string>>();

/** Finds the person of a code, which works once. */
export function redeemCode(org: Org, code: string): Person | undefined {
  const used = usedCodes.get(org) ?? new Set<string>();
  usedCodes.set(org, used);
  const person = used.has(code) ? undefined : org.people.find((one) => authCodeOf(org, one) === code);
  used.add(code);
  return person;
}

/** Single-use keys that open a browser session, as `singleaccess` returns them. */
export interface SessionKeys {
  create(person: Person): string;
  redeem(key: string): Person | undefined;
}

const sessionKeysByOrg = new WeakMap<Org, SessionKeys>();

/** The session keys of an org. */
export function sessionKeysOf(org: Org): SessionKeys {
  const known = sessionKeysByOrg.get(org) ?? createSessionKeys(org);
  sessionKeysByOrg.set(org, known);
  return known;
}

function createSessionKeys(org: Org): SessionKeys {
  const people = new Map<string, Person>();
  let count = 0;
  return {
    create: (person) => {
      count += 1;
      const key = secretOf(org, `session key ${person.username} ${String(count)}`);
      people.set(key, person);
      return key;
    },
    redeem: (key) => {
      const person = people.get(key);
      people.delete(key);
      return person;
    }
  };
}

function secretOf(org: Org, name: string): string {
  return org.secrets(name).slice(0, 48);
}
