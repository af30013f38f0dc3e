import { parse } from 'csv-parse';
import type { Reply } from './orgAnswer.ts';
import type { Clock } from './retries.ts';
import { withRetries } from './retries.ts';
import type { WriteApi } from './writeApi.ts';

/** One row of a job, told by its contact: the order of results is not that of the upload. */
export interface ResultRow {
  readonly contactId: string;
  /** Empty for a row that failed. */
  readonly id: string;
  /** `CODE:message:fields --`; empty for one that didn't. */
  readonly error: string;
}

export type ResultKind = 'successfulResults' | 'failedResults';

const RECORD_ID = /^[a-zA-Z0-9]{18}$/u;

/**
 * Reads a job's results as they come. An answer that breaks off ends the rows without a word: whoever reads counts them
 * against the job's own numbers. A line that was cut is none.
 */
export async function readResults(
  api: WriteApi,
  jobId: string,
  kind: ResultKind,
  clock: Clock
): Promise<Reply<AsyncIterable<ResultRow>>> {
  const reply = await withRetries(() => api.download(`/jobs/ingest/${jobId}/${kind}/`), clock);
  return reply.kind === 'refused' ? reply : { kind: 'done', value: rowsOf(reply.value) };
}

async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<ResultRow> {
  let header: readonly string[] | null = null;
  for await (const cells of cellsOf(bytes)) {
    if (header === null) {
      header = cells;
      continue;
    }
    const cell = (name: string): string => cells[header?.indexOf(name) ?? -1] ?? '';
    const row = { contactId: cell('ContactId'), id: cell('sf__Id'), error: cell('sf__Error') };
    if (RECORD_ID.test(row.contactId) && (row.error !== '' || RECORD_ID.test(row.id))) yield row;
  }
}

async function* cellsOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<readonly string[]> {
  const parser = parse({ relax_column_count: true, skip_empty_lines: true, bom: true });
  void feed(bytes, parser);
  try {
    for await (const record of parser) {
      if (isTexts(record)) yield record;
    }
  } catch {
    // A stream that broke, or that ends within quotes: the rows before it count.
  }
}

async function feed(bytes: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
