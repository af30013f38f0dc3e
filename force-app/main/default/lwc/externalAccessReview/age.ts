const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago it was, in words of a language: “3 days ago”. Null for what is no time. */
export function ageOf(time: string | null, now: number, language: string): string | null {
  const age = time === null ? NaN : now - Date.parse(time);
  if (Number.isNaN(age)) {
    return null;
  }
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const ago = (unit: number): number => -Math.floor(Math.max(age, 0) / unit);
  if (age < HOUR) {
    return words.format(ago(MINUTE), 'minute');
  }
  return age < DAY ? words.format(ago(HOUR), 'hour') : words.format(ago(DAY), 'day');
}
