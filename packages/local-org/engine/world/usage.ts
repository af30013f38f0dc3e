import type { Clock } from '../storage/clock.ts';

/** A rolling 24-hour limit of an org, by its name in the Limits resource of the REST API. */
export type LimitName =
  'DailyApiRequests' | 'DailyBulkApiBatches' | 'DailyBulkV2QueryJobs' | 'DailyBulkV2QueryFileStorageMB';

/** Counts what the org has used in the last 24 hours, by its own clock. */
export interface Usage {
  count(limit: LimitName, amount?: number): void;
  used(limit: LimitName): number;
  max(limit: LimitName): number;
  isUsedUp(limit: LimitName): boolean;
}

const DAY = 24 * 60 * 60 * 1000;
/** Counts are kept by slices of this length, so a use may count for up to one slice longer than a day. */
const SLICE = 5 * 60 * 1000;

/**
 * Counts from zero. Source: Salesforce Developer Limits and Allocations Quick Reference, "API Request Limits and Allocations":
 * "in a 24-hour period"; "Bulk API and Bulk API 2.0 Limits and Allocations": "per rolling 24-hour period".
 */
export function createUsage(clock: Clock, allocations: Readonly<Record<LimitName, number>>): Usage {
  const slices = new Map<LimitName, Map<number, number>>();

  function slicesOf(limit: LimitName): Map<number, number> {
    const known = slices.get(limit) ?? new Map<number, number>();
    slices.set(limit, known);
    for (const start of known.keys()) if (start * SLICE <= clock.now() - DAY - SLICE) known.delete(start);
    return known;
  }

  function used(limit: LimitName): number {
    return [...slicesOf(limit).values()].reduce((sum, amount) => sum + amount, 0);
  }

  return {
    count: (limit, amount = 1) => {
      const now = Math.floor(clock.now() / SLICE);
      const own = slicesOf(limit);
      own.set(now, (own.get(now) ?? 0) + amount);
    },
    used,
    max: (limit) => allocations[limit],
    isUsedUp: (limit) => used(limit) >= allocations[limit]
  };
}

/** The allocations of a Developer Edition org, which the starting orgs are. Source: the pages that `createUsage` names. */
export const DEVELOPER_EDITION_ALLOCATIONS: Readonly<Record<LimitName, number>> = {
  DailyApiRequests: 15_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyBulkV2QueryFileStorageMB: 976_562
};
