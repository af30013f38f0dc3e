import { explainFailure, isUnclear, type Failure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { flagAt, listAt, textAt } from 'sf-cli/json';
import { unreadable, type OrgAnswer } from './orgAnswer.ts';
import type { Clock } from './clock.ts';
import { withRetries } from './retries.ts';
import type { WriteApi } from './writeApi.ts';

/** "Up to 200 records" (REST API Developer Guide, sObject Collections). */
export const MOST_IN_A_COLLECTION = 200;

/** What became of one record. */
export type Written =
  { readonly kind: 'written'; readonly id: string } | { readonly kind: 'failed'; readonly failure: Failure };

export type Fields = Readonly<Record<string, string | number | boolean>>;

type Method = 'POST' | 'PATCH';

/**
 * One call that creates up to 200 records, each on its own (`allOrNone` false). It is repeated only after an answer that
 * rules out that records were created. Where no answer came, the caller has to ask the org.
 */
export async function createAll(
  api: WriteApi,
  object: string,
  records: readonly Fields[],
  clock: Clock
): Promise<OrgAnswer<readonly Written[]>> {
  const answer = await withRetries<OrgAnswer<readonly Written[]>>(async () => {
    const written = await writeAll(api, 'POST', object, records);
    return written.kind === 'refused' && !isUnclear(written.failure) ? written : known(written);
  }, clock);
  return answer.kind === 'refused' ? answer : answer.value;
}

/** Creates records that the org refuses to create twice, so that the call may be repeated after no answer. */
export function createRepeatably(
  api: WriteApi,
  object: string,
  records: readonly Fields[],
  clock: Clock
): Promise<OrgAnswer<readonly Written[]>> {
  return withRetries(() => writeAll(api, 'POST', object, records), clock);
}

/** Updates records, each of which has its `Id`. The call may be repeated. */
export function updateAll(
  api: WriteApi,
  object: string,
  records: readonly Fields[],
  clock: Clock
): Promise<OrgAnswer<readonly Written[]>> {
  return withRetries(() => writeAll(api, 'PATCH', object, records), clock);
}

async function writeAll(
  api: WriteApi,
  method: Method,
  object: string,
  records: readonly Fields[]
): Promise<OrgAnswer<readonly Written[]>> {
  const body = { allOrNone: false, records: records.map((fields) => ({ attributes: { type: object }, ...fields })) };
  const answer = await api.send(method, '/composite/sobjects', body);
  if (answer.kind === 'refused') return answer;
  const results = listAt({ results: answer.value }, 'results');
  // "The results are listed in the order of the request", so a different number of results tells nothing.
  return results.length === records.length
    ? known(results.map(toWritten))
    : unreadable(`${String(records.length)} records were sent, ${String(results.length)} were answered.`);
}

function toWritten(result: unknown): Written {
  const id = textAt(result, 'id');
  return flagAt(result, 'success') === true && id !== ''
    ? { kind: 'written', id }
    : { kind: 'failed', failure: explainFailure(listAt(result, 'errors')) };
}
