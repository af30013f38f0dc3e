import { CLOCK_ALLOWANCE } from 'c/externalUserRules';
import type { Clock } from './clock.ts';

/** The org's time, as far as it is known. Milliseconds since 1970. */
export interface OrgTime {
  readonly earliest: number;
  readonly latest: number;
}

/** The time in the org now. */
export type OrgClock = () => OrgTime;

/** Answers the org's clock, or null where the org doesn't say it. */
export type ReadOrgTime = () => Promise<number | null>;

/** The servers of an org may differ from each other, and the header Date has whole seconds (RFC 9110, 5.6.7). Milliseconds. */
const SERVER_ALLOWANCE = 5_000;
const SECOND = 1_000;

/** Milliseconds. */
const TIMEOUT = 10_000;

/**
 * Compares the org's clock with this machine's, which nobody may have set right: `CreatedDate` is the org's time. Without an
 * answer the time of day counts, with a wide allowance. From then on both clocks count, as a change of the time of day moves
 * the one, and the other one stands still while a computer sleeps.
 */
export async function readOrgClock(readOrgTime: ReadOrgTime, clock: Pick<Clock, 'now' | 'date'>): Promise<OrgClock> {
  const before = clock.now();
  const time = await readOrgTime();
  const [start, date] = [clock.now(), clock.date().getTime()];
  const then =
    time === null
      ? { earliest: date - CLOCK_ALLOWANCE, latest: date + CLOCK_ALLOWANCE }
      : // The org wrote its answer at some moment since the question.
        { earliest: time - SERVER_ALLOWANCE, latest: time + SECOND + (start - before) + SERVER_ALLOWANCE };
  return () => {
    const elapsed = [clock.now() - start, clock.date().getTime() - date];
    return { earliest: then.earliest + Math.min(...elapsed), latest: then.latest + Math.max(...elapsed) };
  };
}

/** Reads the header Date of the list of API versions, which needs no session (REST API Developer Guide, Versions). */
export async function readOrgTime(url: string): Promise<number | null> {
  try {
    const answer = await fetch(`${url}/services/data/`, { signal: AbortSignal.timeout(TIMEOUT) });
    await answer.body?.cancel();
    const time = Date.parse(answer.headers.get('Date') ?? '');
    return Number.isNaN(time) ? null : time;
  } catch {
    // A run needs no answer to this, and a lost connection shows at the next request.
    return null;
  }
}
