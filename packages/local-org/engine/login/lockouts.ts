import type { Clock } from '../storage/clock.ts';

/** The default policy of an org. Source: Metadata API Developer Guide, "SecuritySettings", maxLoginAttempts and lockoutInterval [F-092]. */
const MOST_FAILURES = 10;
const LOCKED_MILLISECONDS = 15 * 60 * 1000;

/** Users who may not log in for a while, because of too many wrong passwords. */
export interface Lockouts {
  isLocked(userId: string): boolean;
  /** Counts a wrong password. The last allowed one locks the user out, and the count starts again. */
  noteFailure(userId: string): void;
  /** Forgets the failures of a user who has logged in or got another password. */
  clear(userId: string): void;
}

export function createLockouts(clock: Clock): Lockouts {
  const failures = new Map<string, number>();
  const lockedUntil = new Map<string, number>();
  return {
    isLocked: (userId) => clock.now() < (lockedUntil.get(userId) ?? 0),
    noteFailure: (userId) => {
      const count = (failures.get(userId) ?? 0) + 1;
      if (count < MOST_FAILURES) {
        failures.set(userId, count);
        return;
      }
      failures.delete(userId);
      lockedUntil.set(userId, clock.now() + LOCKED_MILLISECONDS);
    },
    clear: (userId) => {
      failures.delete(userId);
      lockedUntil.delete(userId);
    }
  };
}
