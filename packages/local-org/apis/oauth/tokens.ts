import { createHash } from 'node:crypto';
import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';

/** The one-time code with which a person's first client gets a token. */
export function authCodeOf({ userId, username }: Person): string {
  return `aPrx${hash(`code ${userId} ${username}`)}`;
}

/** The token that gets a new access token whenever the old one is gone. */
export function refreshTokenOf({ userId, username }: Person): string {
  return `5Aep${hash(`refresh ${userId} ${username}`)}`;
}

const usedCodes = new WeakMap<Org, Set<string>>();

/** Whose code it is; a code serves once. */
export function redeemCode(org: Org, code: string): Person | undefined {
  const used = usedCodes.get(org) ?? new Set<string>();
  usedCodes.set(org, used);
  const person = used.has(code) ? undefined : org.people.find((one) => authCodeOf(one) === code);
  used.add(code);
  return person;
}

/** A single-use key to the browser, as `singleaccess` gives it. */
export interface FrontDoors {
  open(person: Person): string;
  redeem(key: string): Person | undefined;
}

const frontDoorsByOrg = new WeakMap<Org, FrontDoors>();

/** The keys of one org. */
export function frontDoorsOf(org: Org): FrontDoors {
  const known = frontDoorsByOrg.get(org) ?? createFrontDoors();
  frontDoorsByOrg.set(org, known);
  return known;
}

function createFrontDoors(): FrontDoors {
  const people = new Map<string, Person>();
  let count = 0;
  return {
    open: (person) => {
      count += 1;
      const key = hash(`front door ${String(count)} ${person.accessToken}`);
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

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 48);
}
