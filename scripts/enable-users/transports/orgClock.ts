import { CLOCK_ALLOWANCE } from 'c/externalUserRules';
import type { Clock } from './clock.ts';

/** The org's time, as far as it is known. Milliseconds since 1970. */
export interface OrgTime {
  readonly earliest: number;
  readonly latest: number;
}

/** The time in the org now. */
export type OrgClock = () => OrgTime;

/** An answer of the org, with the time at which the org wrote it. Milliseconds. */
export interface DatedAnswer {
  /** The header Date, since 1970. */
  readonly time: number;
  /** When it was asked for, on this machine's monotonic clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** This machine's time of day when it came, since 1970. */
  readonly date: number;
}

/** The servers of an org may differ from each other, and the header Date has whole seconds (RFC 9110, 5.6.7). Milliseconds. */
const SERVER_ALLOWANCE = 5_000;
const SECOND = 1_000;

type Clocks = Pick<Clock, 'now' | 'date'>;

/** Null for an answer that doesn't say its time. */
export function dateAnswer(headers: Headers, askedAt: number, clock: Clocks): DatedAnswer | null {
  const time = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(time) ? null : { time, askedAt, answeredAt: clock.now(), date: clock.date().getTime() };
}

/**
 * Compares the org's clock with this machine's, which nobody may have set right: `CreatedDate` is the org's time. Without an
 * answer the time of day counts, with a wide allowance. From then on both clocks count, as a change of the time of day moves
 * the one, and the other one stands still while a computer sleeps.
 */
export function createOrgClock(answer: DatedAnswer | null, clock: Clocks): OrgClock {
  const { answeredAt: start, date } = answer ?? { answeredAt: clock.now(), date: clock.date().getTime() };
  const then =
    answer === null
      ? { earliest: date - CLOCK_ALLOWANCE, latest: date + CLOCK_ALLOWANCE }
      : // The org wrote its answer at some moment since the question.
        {
          earliest: answer.time - SERVER_ALLOWANCE,
          latest: answer.time + SECOND + (start - answer.askedAt) + SERVER_ALLOWANCE
        };
  return () => {
    const elapsed = [clock.now() - start, clock.date().getTime() - date];
    return { earliest: then.earliest + Math.min(...elapsed), latest: then.latest + Math.max(...elapsed) };
  };
}
