/** The time of the machine, shifted by what tests have advanced it. */
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

/** A date-time as the REST API writes it: `2026-11-24T07:00:00.000+0000`. Records that are made at once share the text. */
export function toDateTime(milliseconds: number): string {
  if (last.milliseconds !== milliseconds) {
    last = { milliseconds, text: new Date(milliseconds).toISOString().replace('Z', '+0000') };
  }
  return last.text;
}

/** The org's own time, which a test may advance. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
}
