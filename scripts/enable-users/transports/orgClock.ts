import { CLOCK_ALLOWANCE } from 'c/externalUserRules';

/** The time in the org while this machine's clock shows a time. Milliseconds since 1970. */
export interface OrgTime {
  readonly earliest: number;
  readonly latest: number;
}

/** Turns a time of this machine into one of the org. */
export type OrgClock = (time: number) => OrgTime;

/** Answers the org's clock, or null where the org doesn't say it. */
export type ReadOrgTime = () => Promise<number | null>;

/** The servers of an org may differ from each other, and the header Date has whole seconds (RFC 9110, 5.6.7). Milliseconds. */
const SERVER_ALLOWANCE = 5_000;
const SECOND = 1_000;

/** Milliseconds. */
const TIMEOUT = 10_000;

/**
 * Compares the org's clock with this machine's, which nobody may have set right: `CreatedDate` is the org's time. Without an
 * answer this machine's clock counts, with a wide allowance.
 */
export async function readOrgClock(readOrgTime: ReadOrgTime, now: () => number): Promise<OrgClock> {
  const before = now();
  const time = await readOrgTime();
  const after = now();
  if (time === null) return (local) => ({ earliest: local - CLOCK_ALLOWANCE, latest: local + CLOCK_ALLOWANCE });
  // The org wrote the answer at some moment between the two.
  const least = time - after - SERVER_ALLOWANCE;
  const most = time + SECOND - before + SERVER_ALLOWANCE;
  return (local) => ({ earliest: local + least, latest: local + most });
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
