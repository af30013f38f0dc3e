import { isJsonObject, parseJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import { errorAnswer, type RestAnswer, type RestCall } from '../../shared/restCall.ts';
import type { View } from '../../shared/view.ts';
import { answerSubrequest, readSubrequest } from './answerSubrequest.ts';
import { processingHalted } from './errors.ts';
import { resolveReferences } from './references.ts';
import { readCompositeRequest, type CompositeSubrequest } from './requests.ts';

interface Result extends RestAnswer {
  readonly referenceId: string;
}

/** Composite: up to 25 subrequests, which may refer to the answers of earlier ones. */
export function answerComposite(view: View, call: RestCall): RestAnswer {
  const json = parseJsonObject(call.body);
  if (!json.ok) return errorAnswer(json.error);
  const parts = readCompositeRequest(json.value['compositeRequest']);
  if (!parts.ok) return errorAnswer(parts.error);
  const results = json.value['allOrNone'] === true ? runTogether(view, parts.value) : runEach(view, parts.value);
  return { status: 200, body: { compositeResponse: results.map(resultOf) } };
}

/** Runs each subrequest in its own transaction; one that refers to a failed subrequest is not run. */
function runEach(view: View, parts: readonly CompositeSubrequest[]): Result[] {
  const answers = new Map<string, unknown>();
  return parts.map((part) => runPart(view, part, answers));
}

/** Runs all subrequests in one transaction: one failure rolls all back, even the failure of one record of a collection. */
function runTogether(view: View, parts: readonly CompositeSubrequest[]): Result[] {
  const results: Result[] = [];
  const answers = new Map<string, unknown>();
  const isGood = (): boolean => !results.some(isFailed);
  view.org.asOneTransaction(() => {
    for (const part of parts) if (isGood()) results.push(runPart(view, part, answers));
    return isGood();
  });
  if (isGood()) return results;
  // The failed subrequest keeps its own answer.
  return parts.map((part, index) => {
    const result = results[index];
    const hasFailed = result !== undefined && index === results.length - 1;
    return hasFailed ? result : { referenceId: part.referenceId, ...rolledBack };
  });
}

function runPart(view: View, part: CompositeSubrequest, answers: Map<string, unknown>): Result {
  const { referenceId } = part;
  const resolved = resolveReferences({ url: part.url, body: part.body }, answers);
  if (!resolved.ok) return { referenceId, ...errorAnswer(processingHalted(resolved.message)) };
  const { url, body } = resolved.value;
  const answer = answerSubrequest(view, readSubrequest(part.method, url, body, part.headers));
  if (answer.status < 400) answers.set(referenceId, answer.body);
  return { referenceId, ...answer };
}

function isFailed({ status, body }: RestAnswer): boolean {
  const rows: readonly unknown[] = Array.isArray(body) ? body : [];
  return status >= 400 || rows.some((row) => isJsonObject(row) && row['success'] === false);
}

function resultOf({ referenceId, status, body, headers = {} }: Result): JsonObject {
  return { body: body ?? null, httpHeaders: headers, httpStatusCode: status, referenceId };
}

const rolledBack = errorAnswer(
  processingHalted('The transaction was rolled back since another operation in the same transaction failed.')
);
