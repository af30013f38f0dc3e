import { explainFailure, isUnclear, type Failure } from 'c/externalUserRules';
import { flagAt, listAt, textAt } from 'sf-cli/json';
import { done, unreadable, type Reply } from './orgAnswer.ts';
import { withRetries, type Clock } from './retries.ts';
import type { Method, WriteApi } from './writeApi.ts';

/** Source: REST API, sObject Collections: "up to 200 records". */
export const MOST_IN_A_COLLECTION = 200;

/** What became of one record. */
export type Written =
  { readonly kind: 'written'; readonly id: string } | { readonly kind: 'failed'; readonly failure: Failure };

export type Fields = Readonly<Record<string, string | boolean>>;

/** For records that the org refuses to make twice, so that the request may be made again after no answer. */
export function createRepeatably(
  api: WriteApi,
  object: string,
  records: readonly Fields[],
  clock: Clock
): Promise<Reply<readonly Written[]>> {
  return withRetries(() => writeAll(api, 'POST', object, records), clock);
}

/**
 * One call that creates up to 200 records, each on its own (`allOrNone` false). It is made once more only after an answer
 * that rules out that anything was done; without one, the caller has to ask the org.
 */
export async function createAll(
  api: WriteApi,
  object: string,
  records: readonly Fields[],
  clock: Clock
): Promise<Reply<readonly Written[]>> {
  const reply = await withRetries<Reply<readonly Written[]>>(async () => {
    const answer = await writeAll(api, 'POST', object, records);
    return answer.kind === 'refused' && !isUnclear(answer.failure) ? answer : done(answer);
  }, clock);
  return reply.kind === 'refused' ? reply : reply.value;
}

/** The same for changes, which may be made twice. Each record names its `Id`. */
export function updateAll(
  api: WriteApi,
  object: string,
  records: readonly Fields[],
  clock: Clock
): Promise<Reply<readonly Written[]>> {
  return withRetries(() => writeAll(api, 'PATCH', object, records), clock);
}

async function writeAll(
  api: WriteApi,
  method: Method,
  object: string,
  records: readonly Fields[]
): Promise<Reply<readonly Written[]>> {
  const body = { allOrNone: false, records: records.map((fields) => ({ attributes: { type: object }, ...fields })) };
  const reply = await api.send(method, '/composite/sobjects', body);
  if (reply.kind === 'refused') return reply;
  const answers = listAt({ answers: reply.value }, 'answers');
  // "The results are listed in the order of the request"; with another number of them nothing can be told.
  return answers.length === records.length
    ? done(answers.map(toWritten))
    : unreadable(`${String(records.length)} records were sent, ${String(answers.length)} were answered.`);
}

function toWritten(answer: unknown): Written {
  const id = textAt(answer, 'id');
  return flagAt(answer, 'success') === true && id !== ''
    ? { kind: 'written', id }
    : { kind: 'failed', failure: explainFailure(listAt(answer, 'errors')) };
}
