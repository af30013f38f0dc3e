import { ok, refused, type ApiError, type Outcome } from '../../shared/errors.ts';
import { isJsonObject, parseJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import type { View } from '../../shared/view.ts';
import { errorAnswer, type RestAnswer, type RestCall } from '../../shared/restCall.ts';
import { answerSubrequest, readSubrequest, type Subrequest } from './subrequest.ts';

const MAX_SUBREQUESTS = 25;

/**
 * Composite Batch: up to 25 subrequests that know nothing of each other, one after the other, each for itself.
 * Source: REST API Developer Guide, "Composite Batch", "Batch Request Body", "Batch Response Body".
 */
export function batchAnswer(view: View, call: RestCall): RestAnswer {
  const json = parseJsonObject(call.body);
  if (!json.ok) return errorAnswer(json.error);
  const subrequests = readAll(json.value['batchRequests']);
  if (!subrequests.ok) return errorAnswer(subrequests.error);
  const haltOnError = json.value['haltOnError'] === true;
  const results: RestAnswer[] = [];
  for (const subrequest of subrequests.value) {
    const isHalted = haltOnError && results.some(({ status }) => status >= 400);
    results.push(isHalted ? halted : answerSubrequest(view, subrequest));
  }
  const body = {
    hasErrors: results.some(({ status }) => status >= 400),
    results: results.map((result): JsonObject => ({ statusCode: result.status, result: result.body ?? null }))
  };
  return { status: 200, body };
}

function readAll(requests: unknown): Outcome<readonly Subrequest[]> {
  if (!Array.isArray(requests) || requests.length === 0) return refused(invalid('batchRequests is required'));
  if (requests.length > MAX_SUBREQUESTS) {
    return refused({ ...invalid('The batch request has more than 25 subrequests'), errorCode: 'LIMIT_EXCEEDED' });
  }
  const read: Subrequest[] = [];
  for (const request of requests) {
    const { method, url, richInput } = isJsonObject(request) ? request : {};
    if (typeof method !== 'string' || typeof url !== 'string')
      return refused(invalid('A subrequest needs method and url'));
    read.push(readSubrequest(method, `/services/data/${url.replace(/^\/(?:services\/data\/)?/, '')}`, richInput, {}));
  }
  return ok(read);
}

const halted: RestAnswer = {
  status: 412,
  body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }]
};

function invalid(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}
