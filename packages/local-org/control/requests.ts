import { isJsonObject, type JsonObject } from '../apis/shared/jsonBody.ts';
import type { Population } from '../engine/startingOrg/population.ts';
import { THROTTLED, type Fault, type FaultEffect, type ThrottleLimit } from './faults.ts';

/** The body of `POST /__local/populate`; null when a number is missing or wrong. */
export function readPopulation({ accounts, contacts, seats, partnerEvery, seed }: JsonObject): Population | null {
  if (!isCount(accounts) || !isCount(contacts)) return null;
  if (accounts > MOST_RECORDS || contacts > MOST_RECORDS) return null;
  if (seats !== undefined && !(isJsonObject(seats) && Object.values(seats).every(isCount))) return null;
  return {
    accounts,
    contacts,
    ...(seats === undefined
      ? {}
      : { seats: Object.fromEntries(Object.entries(seats).map(([name, n]) => [name, Number(n)])) }),
    ...(isCount(partnerEvery) ? { partnerEvery } : {}),
    ...(isCount(seed) ? { seed } : {})
  };
}

/** More of one object would not fit into the memory of the process. */
const MOST_RECORDS = 1_000_000;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The pace of an org; 0 for as fast as it can. */
export interface OrgPace {
  /** Of all bulk ingest jobs together. */
  readonly rowsPerSecond: number;
  /** Of each API call. */
  readonly latencyMilliseconds: number;
}

/** The body of `POST /__local/pace`; null when a number is missing or wrong. */
export function readPace({ rowsPerSecond, latencyMilliseconds }: JsonObject): OrgPace | null {
  if (!isAmount(rowsPerSecond) || !isAmount(latencyMilliseconds) || latencyMilliseconds > LONGEST_LATENCY) return null;
  return { rowsPerSecond, latencyMilliseconds };
}

/** Clients give up after longer ones. */
const LONGEST_LATENCY = 60_000;

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** The body of `POST /__local/faults`; null when it describes no fault. A body without `times` means once. */
export function readFault({ method, path, times, operation, effect }: JsonObject): Fault | null {
  const read = isJsonObject(effect) ? readEffect(effect) : null;
  if (typeof method !== 'string' || typeof path !== 'string' || read === null) return null;
  return {
    method,
    path,
    times: typeof times === 'number' ? times : 1,
    ...(typeof operation === 'string' ? { operation } : {}),
    effect: read
  };
}

function readEffect({ kind, status, body, headers, milliseconds, limit, bytes }: JsonObject): FaultEffect | null {
  switch (kind) {
    case 'respond':
    case 'respondAfterCommit':
      return typeof status === 'number' ? { kind, status, body: body ?? [], headers: textsOf(headers) } : null;
    case 'dropBeforeCommit':
    case 'dropAfterCommit':
    case 'hangBeforeCommit':
    case 'hangAfterCommit':
      return { kind };
    case 'delay':
      return typeof milliseconds === 'number' ? { kind, milliseconds } : null;
    case 'throttle':
      return isThrottleLimit(limit) ? { kind, limit } : null;
    case 'truncate':
      return typeof bytes === 'number' ? { kind, bytes } : null;
    default:
      return null;
  }
}

function isThrottleLimit(limit: unknown): limit is ThrottleLimit {
  return typeof limit === 'string' && Object.hasOwn(THROTTLED, limit);
}

function textsOf(headers: unknown): Record<string, string> {
  const entries = isJsonObject(headers) ? Object.entries(headers) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  );
}
