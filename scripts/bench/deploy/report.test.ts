import type { Figure } from '../shared/figure.ts';
import { toTable } from '../shared/figureTable.ts';
import type { Measurement } from './measurement.ts';
import { legendOf, toFigures } from './report.ts';

interface Changes {
  readonly first?: number;
  readonly later?: number;
  readonly afterLast?: number;
  readonly ours?: number;
}

/** Exactly at every target, apart from the changes. */
function measured({ first = 10, later = 10, afterLast = 110_000_000, ours = 12 }: Changes = {}): Measurement {
  return {
    components: 280,
    inARow: [
      { seconds: first, secondsOfOrg: 4.96 },
      { seconds: later, secondsOfOrg: 2 },
      { seconds: later - 4, secondsOfOrg: 1 },
      { seconds: later + 4, secondsOfOrg: 2.5 }
    ],
    memory: { before: 50_000_000, afterFirst: 100_000_000, afterLast },
    atOnce: { seconds: 12.34 },
    inTurns: [
      { ours, sf: 10 },
      { ours: 90, sf: 10 },
      { ours: 5, sf: 10 }
    ]
  };
}

const find = (name: string, changes?: Changes): Figure | undefined =>
  toFigures(measured(changes)).find(({ figure }) => figure === name);

const targets: [figure: string, target: number, met: Changes, missed: Changes][] = [
  ['first deploy', 10, { first: 10.04 }, { first: 10.06 }],
  ['later deploy', 10, { later: 10.04 }, { later: 10.06 }],
  ['npm run deploy to sf', 1.2, { ours: 12.04 }, { ours: 12.06 }],
  ['memory, last to first', 1.1, { afterLast: 110_400_000 }, { afterLast: 110_600_000 }]
];

describe('the figures', () => {
  it.each(targets)('of "%s" meet the target %d and miss it beyond', (name, target, met, missed) => {
    expect(find(name, met)).toMatchObject({ target, met: true });
    expect(find(name, missed)).toMatchObject({ target, met: false });
  });

  it('have no other targets', () => {
    const withTarget = toFigures(measured()).filter(({ target, met }) => target !== null || met !== null);
    expect(withTarget.map(({ figure }) => figure)).toEqual(targets.map(([figure]) => figure));
  });

  it.each([
    ['later deploy, in the org', 2, 'seconds'],
    ['two at once', 12.3, 'seconds'],
    ['npm run deploy', 12, 'seconds'],
    ['sf of the same source', 10, 'seconds'],
    ['memory after 4', 110, 'MB'],
    ['growth per deploy', 3333, 'kB']
  ])('include "%s"', (name, value, unit) => {
    expect(find(name)).toMatchObject({ value, unit });
  });

  it('need a later deploy beside the first', () => {
    const { inARow, ...rest } = measured();
    expect(() => toFigures({ ...rest, inARow: inARow.slice(0, 1) })).toThrow('At least two deploys are needed');
  });
});

describe('the table', () => {
  it.each([
    ['a target that is met', {}, /first deploy +10 +seconds +at most 10 +met$/mu],
    ['a target that is missed', { first: 11 }, /first deploy +11 +seconds +at most 10 +MISSED$/mu],
    ['no verdict without a target', {}, /first deploy, in the org +5 +seconds$/mu]
  ])('shows %s', (_title, changes, line) => {
    expect(toTable('Deploys', toFigures(measured(changes)))).toMatch(line);
  });
});

it.each([
  'first',
  'later',
  'in the org',
  'two at once',
  'npm run deploy',
  'same source (3)',
  'memory',
  'median of the others (3)'
])('The legend explains "%s".', (words) => {
  expect(legendOf(measured())).toContain(words);
});
