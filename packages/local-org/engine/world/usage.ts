import type { Clock } from '../storage/clock.ts';

/** What an org may use up in any 24 hours, by its name in the Limits resource. */
export type LimitName =
  'DailyApiRequests' | 'DailyBulkApiBatches' | 'DailyBulkV2QueryJobs' | 'DailyBulkV2QueryFileStorageMB';

/** Counts what was used in the last 24 hours, by the org's clock. */
export interface Usage {
  count(limit: LimitName, amount?: number): void;
  used(limit: LimitName): number;
  max(limit: LimitName): number;
  isUsedUp(limit: LimitName): boolean;
}

const DAY = 24 * 60 * 60 * 1000;
/** How finely it counts: what is older than a day by less than this may still be counted. */
const SLICE = 5 * 60 * 1000;

/** Source: Salesforce Developer Limits and Allocations Quick Reference: "in a 24-hour period", "per rolling 24-hour period". */
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

/** Those of a Developer Edition org, as the starting orgs are. Source: the same, and "Bulk API and Bulk API 2.0 Limits and Allocations". */
export const DEVELOPER_EDITION_ALLOCATIONS: Readonly<Record<LimitName, number>> = {
  DailyApiRequests: 15_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyBulkV2QueryFileStorageMB: 976_562
};
