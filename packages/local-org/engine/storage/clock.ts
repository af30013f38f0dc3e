/** A clock that runs as the machine's does, plus the time by which tests have advanced it. */
export function createClock(now: () => number = Date.now): Clock {
  let shift = 0;
  return {
    now: () => now() + shift,
    advance: (milliseconds) => {
      shift += milliseconds;
    }
  };
}

let last = { milliseconds: NaN, text: '' };

/** A date-time as the REST API writes it: `2026-11-24T07:00:00.000+0000`. Calls in the same millisecond share one text. */
export function toDateTime(milliseconds: number): string {
  if (last.milliseconds !== milliseconds) {
    last = { milliseconds, text: new Date(milliseconds).toISOString().replace('Z', '+0000') };
  }
  return last.text;
}

/** The time of the org, in milliseconds since the epoch. Tests can advance it. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
}
