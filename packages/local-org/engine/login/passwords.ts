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

interface Entry {
  /** Newest first. */
  readonly hashes: readonly Hash[];
  readonly isExpired: boolean;
}

/** `onReset` mails the user. Another password ends a lockout. */
export function createPasswords(secrets: Secrets, lockouts: Lockouts, onReset: (userId: string) => void): Passwords {
  const entries = new Map<string, Entry>();
  const changes = new Map<string, number>();
  let resets = 0;

  function store(userId: string, password: string, isExpired: boolean): void {
    changes.set(userId, (changes.get(userId) ?? 0) + 1);
    lockouts.clear(userId);
    const previous = entries.get(userId)?.hashes ?? [];
    entries.set(userId, { hashes: [hash(password), ...previous].slice(0, REMEMBERED), isExpired });
  }

  return {
    findPolicyBreach,
    set: (userId, password) => {
      const refusal = findPolicyBreach(password) ?? findRepetition(entries.get(userId), password);
      if (refusal === null) store(userId, password, false);
      return refusal;
    },
    reset: (userId) => {
      resets += 1;
      const temporary = temporaryPassword(secrets, userId, resets);
      store(userId, temporary, true);
      onReset(userId);
      return temporary;
    },
    changesOf: (userId) => changes.get(userId) ?? 0,
    isExpired: (userId) => entries.get(userId)?.isExpired ?? false,
    matches: (userId, password) => {
      const current = entries.get(userId)?.hashes[0];
      return current !== undefined && isHashOf(current, password);
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

function findRepetition(entry: Entry | undefined, password: string): Refusal | null {
  const isOld = entry?.hashes.some((old) => isHashOf(old, password)) === true;
  return isOld ? refusal('invalid repeated password') : null;
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
