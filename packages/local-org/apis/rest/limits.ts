import { createMiddleware } from 'hono/factory';
import { answerError, type ApiError } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';
import type { View } from '../shared/view.ts';
import type { LimitName } from '../../engine/world/usage.ts';
import { errorAnswer, type RestAnswer } from '../shared/restCall.ts';

const LIMITS: readonly LimitName[] = [
  'DailyApiRequests',
  'DailyBulkApiBatches',
  'DailyBulkV2QueryFileStorageMB',
  'DailyBulkV2QueryJobs'
];

/**
 * What is used up and what is left. Source: REST API Developer Guide, "Limits": "for API users with the View Setup and
 * Configuration permission"; the refusal's code and text are ours.
 */
export function limitsAnswer({ org, access }: View): RestAnswer {
  if (!access.has('ViewSetup')) return errorAnswer(needsViewSetup);
  const entries = LIMITS.map((name) => {
    const Max = org.usage.max(name);
    return [name, { Max, Remaining: Math.max(Max - org.usage.used(name), 0) }] as const;
  });
  return { status: 200, body: Object.fromEntries(entries) };
}

/**
 * Counts a request against the org's allocation, says so in `Sforce-Limit-Info`, and refuses it where nothing is left,
 * as a Developer Edition org does at once. Source: "Limit Info Header"; "API Request Limits and Allocations".
 */
export const countApiRequest = createMiddleware<CallEnv>(async (c, next) => {
  const { usage } = c.get('view').org;
  const isRefused = usage.isUsedUp('DailyApiRequests');
  if (!isRefused) usage.count('DailyApiRequests');
  const info = `api-usage=${String(usage.used('DailyApiRequests'))}/${String(usage.max('DailyApiRequests'))}`;
  if (isRefused) {
    c.header('Sforce-Limit-Info', info);
    return answerError(c, requestLimitExceeded);
  }
  await next();
  c.res.headers.set('Sforce-Limit-Info', info);
  return undefined;
});

/** Source: "Status Codes and Error Responses", 403; text as orgs answer it. */
const requestLimitExceeded: ApiError = {
  status: 403,
  errorCode: 'REQUEST_LIMIT_EXCEEDED',
  message: 'TotalRequests Limit exceeded.'
};

const needsViewSetup: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'You need the View Setup and Configuration permission.'
};
