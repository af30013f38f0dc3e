import { judge, type Figure } from '../../shared/figure.ts';
import type { BundleSizes, Measurement, Size, TimeAtLatency } from '../measurement.ts';

/** A line of the table: a figure of our action and, if it has the same, of the trivial one. */
export interface Row {
  readonly section: string;
  readonly figure: string;
  readonly unit: string;
  readonly action: number;
  readonly trivial: number | null;
  /** Our figure as a multiple of the trivial action's; null where a ratio means nothing. */
  readonly ratio: number | null;
  readonly target: Target | null;
}

/** Every target is an upper bound. */
export interface Target {
  readonly of: 'action' | 'ratio';
  readonly atMost: number;
}

/** What the action may cost at most, beside an action that does nothing. */
const MOST_REQUESTS_TO_INTERACTIVE = 4;
const MOST_BYTES_OF_ACTION = 30 * 1024;
const MOST_BYTES_TOGETHER = 42 * 1024;
const MOST_TIMES_AS_SLOW = 1.3;
const LATENCY_WITH_TARGET = 100;

const REQUESTS = 'Requests to the org';
const TIMES = 'Time to interactive';
const SIZES = 'Size of the compiled bundles';

/** The rows in the order of the table. */
export function toRows({ requests, times, sizes }: Measurement): readonly Row[] {
  const { toInteractive, toQuiet, toCreated, toVerified, depthOfCreation } = requests;
  return [
    count('requests, click to interactive', toInteractive.action.requests, {
      trivial: toInteractive.trivial.requests,
      atMost: MOST_REQUESTS_TO_INTERACTIVE
    }),
    depth('depth, click to interactive', toInteractive.action.depth, {
      trivial: toInteractive.trivial.depth,
      atMost: 1
    }),
    count('requests, click to quiet', toQuiet.action.requests, { trivial: toQuiet.trivial.requests }),
    depth('depth, click to quiet', toQuiet.action.depth, { trivial: toQuiet.trivial.depth }),
    count('requests, Create to created', toCreated.requests, { atMost: 1 }),
    count('requests, created to verified', toVerified.requests, { atMost: 1 }),
    depth('depth, Create to verified', depthOfCreation, {}),
    ...times.map(timeRow),
    ...sizes.action.bundles.flatMap(({ name, size }) => sizeRows(name, size, null)),
    ...togetherRows(sizes.action, sizes.trivial)
  ];
}

interface CountOptions {
  readonly trivial?: number;
  readonly atMost?: number;
}

function count(figure: string, action: number, { trivial, atMost }: CountOptions, unit = 'requests'): Row {
  const target: Target | null = atMost === undefined ? null : { of: 'action', atMost };
  return { section: REQUESTS, figure, unit, action, trivial: trivial ?? null, ratio: null, target };
}

function depth(figure: string, action: number, options: CountOptions): Row {
  return count(figure, action, options, 'round trips');
}

function timeRow({ latency, toInteractive: { action, trivial } }: TimeAtLatency): Row {
  return {
    section: TIMES,
    figure: `time to interactive at ${latency} ms added latency`,
    unit: 'ms',
    action: Math.round(action),
    trivial: Math.round(trivial),
    // A ratio is judged as it is shown.
    ratio: Math.round((action / trivial) * 100) / 100,
    target: latency === LATENCY_WITH_TARGET ? { of: 'ratio', atMost: MOST_TIMES_AS_SLOW } : null
  };
}

function togetherRows(action: BundleSizes, trivial: BundleSizes): readonly Row[] {
  return [
    ...sizeRows('bundles of the action', action.ofAction, trivial.ofAction, bytesAtMost(MOST_BYTES_OF_ACTION)),
    ...sizeRows('all bundles together', action.together, trivial.together, bytesAtMost(MOST_BYTES_TOGETHER))
  ];
}

function bytesAtMost(bytes: number): Target {
  return { of: 'action', atMost: bytes };
}

function sizeRows(name: string, action: Size, trivial: Size | null, target: Target | null = null): readonly Row[] {
  const row = { section: SIZES, unit: 'bytes', ratio: null };
  return [
    { ...row, figure: `${name}, raw`, action: action.raw, trivial: trivial?.raw ?? null, target: null },
    { ...row, figure: `${name}, gzip`, action: action.gzip, trivial: trivial?.gzip ?? null, target }
  ];
}

/** Each row becomes a figure of our action and, as far as it has them, one of the trivial action and their ratio. */
export function toFigures(rows: readonly Row[]): readonly Figure[] {
  return rows.flatMap(({ figure, unit, action, trivial, ratio, target }) => [
    judge(figure, action, unit, target?.of === 'action' ? target.atMost : null),
    ...(trivial === null ? [] : [judge(`${figure}, trivial action`, trivial, unit, null)]),
    ...(ratio === null
      ? []
      : [judge(`${figure}, ratio`, ratio, 'times', target?.of === 'ratio' ? target.atMost : null)])
  ]);
}

/** Whether a row meets its target; null without one. */
export function isMet({ action, ratio, target }: Row): boolean | null {
  return target === null ? null : ((target.of === 'ratio' ? ratio : action) ?? Infinity) <= target.atMost;
}
