import type { Measurement } from '../measurement.ts';
import { legendOf } from './legend.ts';
import { toFigures, toRows } from './rows.ts';
import { toTable } from './table.ts';

interface Changes {
  readonly requests?: number;
  readonly depth?: number;
  readonly toCreated?: number;
  readonly toVerified?: number;
  readonly at100?: number;
  readonly ofAction?: number;
  readonly gzip?: number;
}

/** Exactly at every target, apart from the changes. */
function measured({
  requests = 4,
  depth = 1,
  toCreated = 1,
  toVerified = 1,
  at100 = 260,
  ofAction = 30_720,
  gzip = 43_008
}: Changes = {}): Measurement {
  const one = { requests: 1, depth: 1 };
  return {
    runs: 5,
    requests: {
      toInteractive: { action: { requests, depth }, trivial: one },
      toQuiet: { action: { requests: 9, depth: 2 }, trivial: one },
      toCreated: { requests: toCreated, depth: 1 },
      toVerified: { requests: toVerified, depth: 1 },
      depthOfCreation: 2
    },
    times: [
      { latency: 0, toInteractive: { action: 180.4, trivial: 90 } },
      { latency: 100, toInteractive: { action: at100, trivial: 200 } }
    ],
    sizes: {
      action: {
        bundles: [{ name: 'entry', size: { raw: 3000, gzip: 1000 } }],
        ofAction: { raw: 41_234, gzip: ofAction },
        together: { raw: 61_234, gzip }
      },
      trivial: {
        bundles: [{ name: 'panel', size: { raw: 2000, gzip: 900 } }],
        ofAction: { raw: 2000, gzip: 900 },
        together: { raw: 2000, gzip: 900 }
      }
    }
  };
}

const targets: [figure: string, target: number, met: Changes, missed: Changes][] = [
  ['requests, click to interactive', 4, {}, { requests: 5 }],
  ['depth, click to interactive', 1, {}, { depth: 2 }],
  ['requests, Create to created', 1, {}, { toCreated: 2 }],
  ['requests, created to verified', 1, {}, { toVerified: 2 }],
  ['time to interactive at 100 ms added latency, ratio', 1.3, { at100: 260.9 }, { at100: 262 }],
  ['bundles of the action, gzip', 30_720, {}, { ofAction: 30_721 }],
  ['all bundles together, gzip', 43_008, {}, { gzip: 43_009 }]
];

describe('the figures', () => {
  it.each(targets)('of "%s" meet the target %d and miss it beyond', (name, target, met, missed) => {
    const find = (changes: Changes) => toFigures(toRows(measured(changes))).find(({ figure }) => figure === name);
    expect(find(met)).toMatchObject({ target, met: true });
    expect(find(missed)).toMatchObject({ target, met: false });
  });

  it('have no other targets', () => {
    const withTarget = toFigures(toRows(measured())).filter(({ target, met }) => target !== null || met !== null);
    expect(withTarget.map(({ figure }) => figure)).toEqual(targets.map(([figure]) => figure));
  });

  it('include our action, the trivial action, and the ratio of their times', () => {
    const figures = toFigures(toRows(measured())).filter(({ figure }) => figure.startsWith('time'));
    expect(figures.slice(0, 3)).toEqual([
      { figure: 'time to interactive at 0 ms added latency', value: 180, unit: 'ms', target: null, met: null },
      {
        figure: 'time to interactive at 0 ms added latency, trivial action',
        value: 90,
        unit: 'ms',
        target: null,
        met: null
      },
      { figure: 'time to interactive at 0 ms added latency, ratio', value: 2, unit: 'times', target: null, met: null }
    ]);
  });

  it('have different names', () => {
    const names = toFigures(toRows(measured())).map(({ figure }) => figure);
    expect(new Set(names).size).toBe(names.length);
  });

  it('include every bundle, raw and gzip', () => {
    const names = toFigures(toRows(measured())).map(({ figure }) => figure);
    expect(names).toEqual(expect.arrayContaining(['entry, raw', 'entry, gzip', 'all bundles together, raw']));
  });
});

describe('the table', () => {
  it.each([
    ['our action beside the trivial one, and the target', measured(), /interactive +4 +1 +requests +at most 4 +met$/mu],
    [
      'the ratio and its target',
      measured(),
      /at 100 ms added latency +260 +200 +1\.30 +ms +ratio at most 1\.3 +met$/mu
    ],
    ['a missed target', measured({ gzip: 44_000 }), /together, gzip +44,000 +900 +bytes +at most 43,008 +MISSED$/mu],
    ['no verdict without a target', measured(), /added latency +180 +90 +2\.00 +ms$/mu]
  ])('shows %s', (_title, measurement, line) => {
    expect(toTable(toRows(measurement))).toMatch(line);
  });

  it('aligns its columns in all sections', () => {
    const lines = toTable(toRows(measured())).split('\n');
    const places = lines.filter((line) => line.includes('trivial')).map((line) => line.indexOf('trivial'));
    expect(places).toHaveLength(3);
    expect(new Set(places).size).toBe(1);
  });
});

describe('the legend', () => {
  it.each([
    'interactive',
    'depth',
    'created',
    'verified',
    'median of the runs (5)',
    'MISSED does not make the command fail'
  ])('explains %s', (words) => {
    expect(legendOf(measured())).toContain(words);
  });
});
