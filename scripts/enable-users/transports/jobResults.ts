import { parse } from 'csv-parse';
import { known } from 'sf-cli/answer';
import type { OrgAnswer } from './orgAnswer.ts';
import type { Clock } from './clock.ts';
import { withRetries } from './retries.ts';
import type { WriteApi } from './writeApi.ts';

/** What became of one row of a job. Its contact identifies it, as results don't come in the order of the upload. */
export interface JobResult {
  readonly contactId: string;
  /** Empty for a row that failed. */
  readonly id: string;
  /** `CODE:message:fields --`; empty for a row that succeeded. */
  readonly error: string;
}

export type ResultKind = 'successfulResults' | 'failedResults';

const RECORD_ID = /^[a-zA-Z0-9]{18}$/u;

/**
 * Reads a job's results as they come. An answer that breaks off ends the rows without an error, so the caller compares their
 * number with the job's own. A line that was cut off is left out.
 */
export async function readResults(
  api: WriteApi,
  jobId: string,
  kind: ResultKind,
  clock: Clock
): Promise<OrgAnswer<AsyncIterable<JobResult>>> {
  const file = await withRetries(() => api.download(`/jobs/ingest/${jobId}/${kind}/`), clock);
  return file.kind === 'refused' ? file : known(rowsOf(file.value));
}

async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<JobResult> {
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
    // The stream broke, or ended within quotes; the rows before that count.
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
