/** From `start` up to, but not including, `end`; both in milliseconds since the epoch. */
export interface DateRange {
  readonly start: number;
  readonly end: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The days of a SOQL date literal: `TODAY`, `LAST_WEEK`, `NEXT_90_DAYS`, `LAST_N_DAYS:7` (n = 7), `N_MONTHS_AGO:2`.
 * Returns null for another word. Fiscal years are calendar years here, and days are UTC days.
 * Source: SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE".
 */
export function dateLiteralRange(literal: string, n: number, now: number): DateRange | null {
  const name = literal.toUpperCase().replace('FISCAL_', '');
  const today = startOf('DAY', now);
  if (name === 'TODAY') return span('DAY', today, 0, 1);
  if (name === 'YESTERDAY') return span('DAY', today, -1, 0);
  if (name === 'TOMORROW') return span('DAY', today, 1, 2);
  if (name === 'LAST_90_DAYS') return span('DAY', today, -90, 1);
  if (name === 'NEXT_90_DAYS') return span('DAY', today, 1, 91);

  const whole = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (whole !== null) {
    const unit = unitOf(whole[2]);
    const offset = whole[1] === 'LAST' ? -1 : whole[1] === 'THIS' ? 0 : 1;
    return span(unit, startOf(unit, now), offset, offset + 1);
  }
  const counted = /^(LAST_N|NEXT_N)_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(name);
  if (counted !== null) {
    const unit = unitOf(counted[2]);
    // LAST_N_DAYS includes today; the other units exclude the current one.
    if (counted[1] === 'LAST_N') return span(unit, startOf(unit, now), -n, unit === 'DAY' ? 1 : 0);
    return span(unit, startOf(unit, now), 1, n + 1);
  }
  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(name);
  if (ago !== null) {
    const unit = unitOf(ago[1]);
    return span(unit, startOf(unit, now), -n, -n + 1);
  }
  return null;
}

function unitOf(name: string | undefined): Unit {
  switch (name) {
    case 'WEEK':
    case 'MONTH':
    case 'QUARTER':
    case 'YEAR':
      return name;
    default:
      return 'DAY';
  }
}

function span(unit: Unit, base: number, from: number, to: number): DateRange {
  return { start: shift(unit, base, from), end: shift(unit, base, to) };
}

function shift(unit: Unit, base: number, count: number): number {
  const date = new Date(base);
  switch (unit) {
    case 'DAY':
      return base + count * DAY;
    case 'WEEK':
      return base + count * 7 * DAY;
    case 'MONTH':
      return date.setUTCMonth(date.getUTCMonth() + count);
    case 'QUARTER':
      return date.setUTCMonth(date.getUTCMonth() + 3 * count);
    case 'YEAR':
      return date.setUTCFullYear(date.getUTCFullYear() + count);
  }
}

/** The first millisecond of the present unit. Weeks start on Sunday, as in the locale en_US. */
function startOf(unit: Unit, now: number): number {
  const date = new Date(now);
  date.setUTCHours(0, 0, 0, 0);
  switch (unit) {
    case 'DAY':
      return date.getTime();
    case 'WEEK':
      return date.getTime() - date.getUTCDay() * DAY;
    case 'MONTH':
      return date.setUTCDate(1);
    case 'QUARTER':
      return date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3), 1);
    case 'YEAR':
      return date.setUTCMonth(0, 1);
  }
}
