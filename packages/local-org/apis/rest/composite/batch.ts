import { parseJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import { errorAnswer, type RestAnswer, type RestCall } from '../../shared/restCall.ts';
import type { View } from '../../shared/view.ts';
import { answerSubrequest } from './answerSubrequest.ts';
import { readBatchRequests } from './requests.ts';

/**
 * Composite Batch: up to 25 independent subrequests, one after the other, each in its own transaction.
 * Source: REST API Developer Guide, "Composite Batch", "Batch Request Body", "Batch Response Body".
 */
export function answerBatch(view: View, call: RestCall): RestAnswer {
  const json = parseJsonObject(call.body);
  if (!json.ok) return errorAnswer(json.error);
  const subrequests = readBatchRequests(json.value['batchRequests']);
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

const halted: RestAnswer = {
  status: 412,
  body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }]
};
