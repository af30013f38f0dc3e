import type { Figure } from '../shared/figure.ts';
import { toTable } from '../shared/figureTable.ts';
import type { Measured } from '../shared/measureCommand.ts';
import type { SizeMeasurement } from './measurement.ts';
import { LEGEND, toFigures } from './report.ts';

const measured = (changes: Partial<Measured> = {}): Measured => ({
  seconds: 10,
  peakBytes: 200_000_000,
  calls: 6,
  ...changes
});

/** Exactly at every target, apart from the changes. */
const size = (rows: number, changes: Partial<SizeMeasurement> = {}): SizeMeasurement => ({
  rows,
  plan: measured(),
  run: measured({ peakBytes: 100_000_000 }),
  sf: measured(),
  ...changes
});

const find = (name: string, ...sizes: readonly SizeMeasurement[]): Figure | undefined =>
  toFigures(sizes).find(({ figure }) => figure === name);

describe('the figures', () => {
  it.each([
    ['10,000 rows: time, run to sf', 1, { run: measured({ seconds: 10.04 }) }, { run: measured({ seconds: 10.06 }) }],
    [
      '10,000 rows: memory, run to sf',
      0.5,
      { run: measured({ peakBytes: 100_900_000 }) },
      { run: measured({ peakBytes: 101_100_000 }) }
    ],
    [
      'memory of run, largest to smallest',
      1.15,
      { run: measured({ peakBytes: 115_400_000 }) },
      { run: measured({ peakBytes: 115_600_000 }) }
    ],
    ['calls of plan per 2,000 contacts', 3, { plan: measured({ calls: 18 }) }, { plan: measured({ calls: 19 }) }]
  ])('of "%s" meet the target %d and miss it beyond', (name, target, met, missed) => {
    expect(find(name, size(1000), size(10_000, met))).toMatchObject({ target, met: true });
    expect(find(name, size(1000), size(10_000, missed))).toMatchObject({ target, met: false });
  });

  it.each([
    [100_000, 30.04, { target: 30, met: true }],
    [100_000, 30.06, { target: 30, met: false }],
    [10_000, 31, { target: null, met: null }]
  ])('judge a plan of %d rows in %d seconds at 100,000 rows only', (rows, seconds, expected) => {
    const name = `${rows.toLocaleString('en-US')} rows: plan`;
    expect(find(name, size(rows, { plan: measured({ seconds }) }))).toMatchObject(expected);
  });

  it('of one size include no growth', () => {
    expect(toFigures([size(1000)]).map(({ figure }) => figure)).not.toContainEqual(expect.stringContaining('largest'));
  });

  it('of two sizes within one batch include no calls per batch', () => {
    expect(find('calls of plan per 2,000 contacts', size(1000), size(2000))).toBeUndefined();
  });

  it('need at least one size', () => {
    expect(() => toFigures([])).toThrow('At least one size is needed');
  });
});

it.each([...new Set(toFigures([size(1000), size(10_000)]).map(({ figure }) => figure.replace(/^.*: /u, '')))])(
  'The table shows "%s" and the legend explains its words.',
  (name) => {
    expect(toTable('Users', toFigures([size(1000), size(10_000)]))).toContain(name);
    for (const word of name.match(/plan|run|sf|time|memory|calls|per 2,000/gu) ?? []) expect(LEGEND).toContain(word);
  }
);
