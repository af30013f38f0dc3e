import { dateLiteralRange } from './dateRange.ts';

describe('a date literal', () => {
  // A Tuesday.
  const now = Date.parse('2026-11-24T15:30:00Z');

  it.each([
    ['TODAY', 0, '2026-11-24', '2026-11-25'],
    ['yesterday', 0, '2026-11-23', '2026-11-24'],
    ['TOMORROW', 0, '2026-11-25', '2026-11-26'],
    ['THIS_WEEK', 0, '2026-11-22', '2026-11-29'],
    ['LAST_WEEK', 0, '2026-11-15', '2026-11-22'],
    ['NEXT_MONTH', 0, '2026-12-01', '2027-01-01'],
    ['THIS_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['LAST_FISCAL_YEAR', 0, '2025-01-01', '2026-01-01'],
    ['LAST_90_DAYS', 0, '2026-08-26', '2026-11-25'],
    ['NEXT_90_DAYS', 0, '2026-11-25', '2027-02-23'],
    ['LAST_N_DAYS', 7, '2026-11-17', '2026-11-25'],
    ['NEXT_N_WEEKS', 2, '2026-11-29', '2026-12-13'],
    ['LAST_N_MONTHS', 2, '2026-09-01', '2026-11-01'],
    ['N_YEARS_AGO', 3, '2023-01-01', '2024-01-01'],
    ['N_DAYS_AGO', 1, '2026-11-23', '2026-11-24']
  ])('%s with n = %d is from %s to %s', (literal, n, start, end) => {
    expect(dateLiteralRange(literal, n, now)).toEqual({ start: Date.parse(start), end: Date.parse(end) });
  });

  it('is null for another word', () => {
    expect(dateLiteralRange('SOMETIME', 0, now)).toBeNull();
  });
});
