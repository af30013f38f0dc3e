import { createRandom, shuffled } from '../../engine/storage/random.ts';
import { DELIMITERS, quoted } from './csvValues.ts';
import { CHANGED, CREATED, FAILED, UNPROCESSED, type IngestJob } from './ingestJob.ts';

export type ResultKind = 'successfulResults' | 'failedResults' | 'unprocessedrecords';

/** The number of rows that are sent at a time. */
const ROWS_AT_ONCE = 1000;

/**
 * A job's results as CSV: the `sf__` columns, then each row as it was uploaded. The seed decides their order, because "the order
 * of records in the response is not guaranteed to match the ordering of records in the original job data".
 */
export function resultStream(job: IngestJob, kind: ResultKind, seed: number): ReadableStream<Uint8Array> {
  const order = shuffled(createRandom(seed), job.outcomes.states.length);
  const lines = linesOf(job, kind, order);
  return new ReadableStream({
    pull: (controller) => {
      const part: Buffer[] = [];
      for (let count = 0; count < ROWS_AT_ONCE; count++) {
        const next = lines.next();
        if (next.done === true) break;
        part.push(...next.value);
      }
      if (part.length === 0) controller.close();
      else controller.enqueue(Buffer.concat(part));
    }
  });
}

function* linesOf(job: IngestJob, kind: ResultKind, order: Uint32Array): Generator<readonly Buffer[], undefined> {
  const { rows } = job;
  if (rows === null || rows.count === 0) return undefined;
  const delimiter = DELIMITERS[job.columnDelimiter];
  const end = Buffer.from(job.lineEnding === 'CRLF' ? '\r\n' : '\n');
  const line = (values: readonly string[], index: number): readonly Buffer[] => [
    Buffer.from(values.map((value) => quoted(value) + delimiter).join('')),
    rows.line(index),
    end
  ];
  yield line(COLUMNS[kind], 0);
  for (const row of order) {
    const values = valuesOf(job, kind, row);
    if (values !== null) yield line(values, row + 1);
  }
  return undefined;
}

const COLUMNS: Readonly<Record<ResultKind, readonly string[]>> = {
  successfulResults: ['sf__Id', 'sf__Created'],
  failedResults: ['sf__Id', 'sf__Error'],
  unprocessedrecords: []
};

/** The `sf__` values of a row; null for a row of another result. */
function valuesOf({ outcomes }: IngestJob, kind: ResultKind, row: number): readonly string[] | null {
  const state = outcomes.states[row];
  const id = outcomes.ids[row] ?? '';
  switch (kind) {
    case 'successfulResults':
      return state === CREATED || state === CHANGED ? [id, String(state === CREATED)] : null;
    case 'failedResults':
      return state === FAILED ? [id, outcomes.errors.get(row) ?? ''] : null;
    case 'unprocessedrecords':
      return state === UNPROCESSED ? [] : null;
  }
}
