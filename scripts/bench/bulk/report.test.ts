import type { Figure } from '../shared/figure.ts';
import { toTable } from '../shared/figureTable.ts';
import type { Measured } from '../shared/measureCommand.ts';
import { legendOf } from './legend.ts';
import type { PacedMeasurement, SizeMeasurement } from './measurement.ts';
import { toFigures } from './report.ts';

const pace = { rowsPerSecond: 800, latencyMilliseconds: 150 };

const measured = (changes: Partial<Measured> = {}): Measured => ({
  seconds: 10,
  peakBytes: 200_000_000,
  processorSeconds: 4,
  calls: 6,
  ...changes
});

interface Changes {
  readonly plan?: Partial<Measured>;
  readonly run?: Partial<Measured>;
  readonly paced?: Partial<PacedMeasurement>;
}

/** Exactly at every target, apart from the changes. */
const size = (rows: number, { plan, run, paced }: Changes = {}): SizeMeasurement => {
  const both = { run: measured({ peakBytes: 160_000_000, ...run }), sf: measured() };
  return {
    rows,
    plan: measured({ processorSeconds: rows / 1000, ...plan }),
    unpaced: both,
    paced: { ...both, secondsToFirstUser: 10, run: measured({ peakBytes: 160_000_000, seconds: 11 }), ...paced }
  };
};

const figures = (...sizes: readonly SizeMeasurement[]): readonly Figure[] => toFigures({ pace, sizes });
const find = (name: string, ...sizes: readonly SizeMeasurement[]): Figure | undefined =>
  figures(...sizes).find(({ figure }) => figure === name);

const pacedRun = (changes: Partial<Measured>): Changes => ({
  paced: { run: measured({ peakBytes: 160_000_000, seconds: 11, ...changes }) }
});

describe('the figures', () => {
  it.each<[string, number, Changes, Changes]>([
    ['100,000 rows: memory, run to sf', 0.8, { run: { peakBytes: 160_900_000 } }, { run: { peakBytes: 161_100_000 } }],
    ['100,000 rows: plan', 30, { plan: { seconds: 30.04 } }, { plan: { seconds: 30.06 } }],
    ['100,000 rows, 800 a second: time, run to sf', 1.1, pacedRun({ seconds: 11.04 }), pacedRun({ seconds: 11.06 })],
    [
      '100,000 rows, 800 a second: memory, run to sf',
      0.8,
      pacedRun({ peakBytes: 160_900_000 }),
      pacedRun({ peakBytes: 161_100_000 })
    ],
    [
      '100,000 rows, 800 a second: first user of run',
      10,
      { paced: { secondsToFirstUser: 10.04 } },
      { paced: { secondsToFirstUser: 10.06 } }
    ],
    [
      '100,000 to 10,000 rows: memory of run',
      1.15,
      { run: { peakBytes: 184_700_000 } },
      { run: { peakBytes: 184_900_000 } }
    ],
    [
      '100,000 to 10,000 rows: memory of plan',
      1.15,
      { plan: { peakBytes: 230_900_000 } },
      { plan: { peakBytes: 231_100_000 } }
    ],
    [
      '100,000 to 10,000 rows: processor of plan for a row',
      1,
      { plan: { processorSeconds: 100.4 } },
      { plan: { processorSeconds: 100.6 } }
    ],
    ['calls of plan per 2,000 contacts', 3, { plan: { calls: 141 } }, { plan: { calls: 142 } }]
  ])('of "%s" meet the target %d and miss it beyond', (name, target, met, missed) => {
    expect(find(name, size(10_000), size(100_000, met))).toMatchObject({ target, met: true });
    expect(find(name, size(10_000), size(100_000, missed))).toMatchObject({ target, met: false });
  });

  it.each([
    ['1,000,000 rows: plan', 1_000_000, 120],
    ['10,000 rows: plan', 10_000, null],
    ['10,000 rows, 800 a second: time, run to sf', 10_000, 1.1],
    ['1,000 rows, 800 a second: time, run to sf', 1000, null],
    ['10,000 rows, 800 a second: first user of run', 10_000, null],
    ['10,000 rows: time, run to sf', 10_000, null]
  ])('judge "%s" by the target of its size', (name, rows, target) => {
    expect(find(name, size(rows))).toMatchObject({ target });
  });

  it('compare a larger size with 10,000 rows only', () => {
    expect(figures(size(1000), size(10_000)).map(({ figure }) => figure)).not.toContainEqual(
      expect.stringContaining('to 10,000 rows')
    );
    expect(figures(size(1000), size(100_000)).map(({ figure }) => figure)).not.toContainEqual(
      expect.stringContaining('to 1,000 rows')
    );
  });

  it('tell the size of a file that is refused to sf, and compare nothing there', () => {
    const { plan, unpaced } = size(1_000_000);
    const refused = { rows: 1_000_000, plan, unpaced: { run: unpaced.run, sf: { refusedBytes: 2e8 } }, paced: null };
    expect(find('1,000,000 rows: refused to sf, one job', refused)).toMatchObject({ value: 200, met: null });
    expect(figures(refused).map(({ figure }) => figure)).not.toContainEqual(expect.stringContaining('run to sf'));
  });

  it('of two sizes within one batch include no calls per batch', () => {
    expect(find('calls of plan per 2,000 contacts', size(1000), size(2000))).toBeUndefined();
  });

  it('have different names', () => {
    const names = figures(size(1000), size(10_000), size(100_000)).map(({ figure }) => figure);
    expect(new Set(names).size).toBe(names.length);
  });

  it('need at least one size', () => {
    expect(() => figures()).toThrow('At least one size is needed');
  });
});

it.each([...new Set(figures(size(10_000), size(100_000)).map(({ figure }) => figure.replace(/^.*: /u, '')))])(
  'The table shows "%s" and the legend explains its words.',
  (name) => {
    expect(toTable('Users', figures(size(10_000), size(100_000)))).toContain(name);
    for (const word of name.match(/plan|run|sf|time|processor|memory|calls|first|for a row|per 2,000/gu) ?? []) {
      expect(legendOf(pace)).toMatch(new RegExp(`^${word}\\b`, 'mu'));
    }
  }
);

it('The legend names the pace.', () => {
  expect(legendOf({ rowsPerSecond: 500, latencyMilliseconds: 20 })).toMatch(/500 rows of bulk jobs a second.* 20 ms/u);
});
