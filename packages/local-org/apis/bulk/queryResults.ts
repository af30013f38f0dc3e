import { ok, refused, type Outcome } from '../shared/errors.ts';
import { invalidValue } from './errors.ts';
import { csvColumnsOf, csvHeader } from './queryCsv.ts';
import type { QueryJob } from './queryJob.ts';

/** The records of a set whose size the client leaves open: "a default value based on the service", so the number is ours. */
const DEFAULT_MAX_RECORDS = 50_000;

/** The records of one set of results. */
interface ResultRange {
  readonly start: number;
  readonly maxRecords: number;
}

/** Reads `locator` and `maxRecords`. How an org refuses wrong ones is not known, so the refusals are ours. */
export function readResultRange(
  locator: string | undefined,
  maxRecords: string | undefined,
  { lines }: QueryJob
): Outcome<ResultRange> {
  const start = locator === undefined ? 0 : positionOf(locator);
  if (start === null || (locator !== undefined && start >= lines.length))
    return refused(invalidValue('locator', locator));
  if (maxRecords === undefined) return ok({ start, maxRecords: DEFAULT_MAX_RECORDS });
  const size = Number(maxRecords);
  if (!Number.isInteger(size) || size < 1) return refused(invalidValue('maxRecords', maxRecords));
  return ok({ start, maxRecords: size });
}

/** One set of results. "If there are no more sets of query results", the locator "is the string ‘null’". */
export function resultPage(
  job: QueryJob,
  { start, maxRecords }: ResultRange
): { readonly csv: string; readonly count: number; readonly locator: string } {
  const lines = job.lines.slice(start, start + maxRecords);
  const end = job.lineEnding === 'CRLF' ? '\r\n' : '\n';
  const next = start + maxRecords;
  return {
    csv: [csvHeader(job, csvColumnsOf(job.query)), ...lines, ''].join(end),
    count: lines.length,
    locator: next < job.lines.length ? locatorOf(next) : 'null'
  };
}

/** The document shows `MTAwMDA`, which is 10000 in Base64 without padding. */
function locatorOf(position: number): string {
  return Buffer.from(String(position)).toString('base64url');
}

function positionOf(locator: string): number | null {
  const text = Buffer.from(locator, 'base64url').toString();
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
