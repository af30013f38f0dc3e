import { seatsLeft, valueOr, type ExternalProfile, type License } from 'c/externalUserRules';
import { licenseOf } from '../facts/orgFacts.ts';

/** A license, and how many of its seats the plan takes. */
export interface SeatCount {
  readonly license: License;
  /** Null where it can't be read. */
  readonly left: number | null;
  /** Rows that need a seat. */
  readonly needed: number;
  /** Rows that get none. */
  readonly missing: number;
}

export interface Seats {
  /** Takes a seat, in the order of the rows; false where no seat is left. Seats that can't be counted are left to the org. */
  take(profile: ExternalProfile | undefined): boolean;
  counts(): readonly SeatCount[];
}

export function createSeats(): Seats {
  const counts = new Map<string, SeatCount>();
  return {
    take(profile) {
      const license = licenseOf(profile);
      if (license === null) return true;
      const count = counts.get(license.id) ?? {
        license,
        left: valueOr(seatsLeft(license), null),
        needed: 0,
        missing: 0
      };
      const isFree = count.left === null || count.needed < count.left;
      counts.set(license.id, {
        ...count,
        needed: count.needed + 1,
        missing: count.missing + (isFree ? 0 : 1)
      });
      return isFree;
    },
    counts: () => [...counts.values()].sort((a, b) => a.license.name.localeCompare(b.license.name))
  };
}
