import { createMiddleware } from 'hono/factory';
import { answerError, type ApiError } from './errors.ts';
import type { CallEnv } from './session.ts';

/**
 * Counts a request against the org's allocation and reports the count in `Sforce-Limit-Info`. Refuses the request when nothing
 * is left, as a Developer Edition org does at once. Source: "Limit Info Header"; "API Request Limits and Allocations".
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

/** Source: "Status Codes and Error Responses", 403; the text as orgs answer it. */
const requestLimitExceeded: ApiError = {
  status: 403,
  errorCode: 'REQUEST_LIMIT_EXCEEDED',
  message: 'TotalRequests Limit exceeded.'
};
