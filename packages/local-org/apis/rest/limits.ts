import type { LimitName } from '../../engine/world/usage.ts';
import { errorAnswer, type RestAnswer } from '../shared/restCall.ts';
import type { View } from '../shared/view.ts';
import { needsViewSetup } from './errors.ts';

const LIMITS: readonly LimitName[] = [
  'DailyApiRequests',
  'DailyBulkApiBatches',
  'DailyBulkV2QueryFileStorageMB',
  'DailyBulkV2QueryJobs'
];

/**
 * The maximum of each limit and what is left of it. Source: REST API Developer Guide, "Limits": "for API users with the View
 * Setup and Configuration permission"; code and text of the refusal are ours.
 */
export function limitsAnswer({ org, access }: View): RestAnswer {
  if (!access.has('ViewSetup')) return errorAnswer(needsViewSetup);
  const entries = LIMITS.map((name) => {
    const Max = org.usage.max(name);
    return [name, { Max, Remaining: Math.max(Max - org.usage.used(name), 0) }] as const;
  });
  return { status: 200, body: Object.fromEntries(entries) };
}
