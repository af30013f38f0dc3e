import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '../refusals/rule.ts';
import type { Secrets } from '../storage/secrets.ts';
import type { Lockouts } from './lockouts.ts';

const MINIMUM_LENGTH = 8;
const REMEMBERED = 3;
/** The length of a temporary password without the end that satisfies the policy. */
const TEMPORARY_LENGTH = 16;
/** A low cost is enough, because these passwords live only as long as the process. */
const COST = { N: 1024 };

interface Hash {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** Which temporary password of a user it was: it can be made again, so that nothing has to be kept or computed for it. */
interface Temporary {
  readonly resetNumber: number;
}

interface Entry {
  /** Newest first. */
  readonly kept: readonly (Hash | Temporary)[];
  readonly isExpired: boolean;
}

/** `onReset` mails the user. Another password ends a lockout. */
export function createPasswords(secrets: Secrets, lockouts: Lockouts, onReset: (userId: string) => void): Passwords {
  const entries = new Map<string, Entry>();
  const changes = new Map<string, number>();
  let resets = 0;

  function store(userId: string, password: Hash | Temporary, isExpired: boolean): void {
    changes.set(userId, (changes.get(userId) ?? 0) + 1);
    lockouts.clear(userId);
    const previous = entries.get(userId)?.kept ?? [];
    entries.set(userId, { kept: [password, ...previous].slice(0, REMEMBERED), isExpired });
  }

  function isSame(userId: string, kept: Hash | Temporary, password: string): boolean {
    return 'key' in kept
      ? isHashOf(kept, password)
      : isEqual(temporaryPassword(secrets, userId, kept.resetNumber), password);
  }

  return {
    findPolicyBreach,
    set: (userId, password) => {
      const isOld = (): boolean => entries.get(userId)?.kept.some((old) => isSame(userId, old, password)) === true;
      const breach = findPolicyBreach(password) ?? (isOld() ? refusal('invalid repeated password') : null);
      if (breach === null) store(userId, hash(password), false);
      return breach;
    },
    reset: (userId) => {
      resets += 1;
      store(userId, { resetNumber: resets }, true);
      onReset(userId);
      return temporaryPassword(secrets, userId, resets);
    },
    changesOf: (userId) => changes.get(userId) ?? 0,
    isExpired: (userId) => entries.get(userId)?.isExpired ?? false,
    matches: (userId, password) => {
      const current = entries.get(userId)?.kept[0];
      return current !== undefined && isSame(userId, current, password);
    }
  };
}

/**
 * The default policy of an org: 8 characters, letters and numbers, three passwords remembered. Source: Salesforce Help,
 * "Set Password Policies". Source of the code: SOAP API Developer Guide, "Core Data Types", INVALID_NEW_PASSWORD.
 */
function findPolicyBreach(password: string): Refusal | null {
  if (password.length < MINIMUM_LENGTH) {
    return refusal(`Your password must be at least ${String(MINIMUM_LENGTH)} characters long.`);
  }
  if (!/\p{L}/u.test(password) || !/\d/.test(password)) {
    return refusal('Your password must include letters and numbers');
  }
  return null;
}

function refusal(message: string): Refusal {
  return { statusCode: 'INVALID_NEW_PASSWORD', message, fields: [] };
}

function hash(password: string): Hash {
  const salt = randomBytes(16);
  return { salt, key: scryptSync(password, salt, 32, COST) };
}

function isHashOf({ salt, key }: Hash, password: string): boolean {
  return timingSafeEqual(key, scryptSync(password, salt, 32, COST));
}

function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function temporaryPassword(secrets: Secrets, userId: string, count: number): string {
  return `${secrets(`temporary password ${userId} ${String(count)}`).slice(0, TEMPORARY_LENGTH)}Tmp1`;
}

export interface Passwords {
  /** The refusal of a first password that breaks the policy; null for a good one. */
  findPolicyBreach(password: string): Refusal | null;
  /** Sets a password. Returns the refusal of one that breaks the policy or repeats an old one. */
  set(userId: string, password: string): Refusal | null;
  /** Sets a temporary password, which is expired, and mails a reset link. */
  reset(userId: string): string;
  /** Counts how often the password of a user was set, because a session ends with the password that it began with. */
  changesOf(userId: string): number;
  isExpired(userId: string): boolean;
  matches(userId: string, password: string): boolean;
}
