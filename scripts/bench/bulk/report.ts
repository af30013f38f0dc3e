import { judge, type Figure } from '../shared/figure.ts';
import type { Measured } from '../shared/measureCommand.ts';
import type { Measurement, PacedMeasurement, SizeMeasurement } from './measurement.ts';

/** What the bulk command may cost at most, beside `sf data import bulk` on the same file. */
const MOST_TIME_TO_SF = 1.1;
const MOST_MEMORY_TO_SF = 0.8;
const MOST_MEMORY_GROWTH = 1.15;
const MOST_CALLS_PER_BATCH = 3;
/** The sizes to which the target for the time at the pace applies. */
const TIMED_SIZES: readonly number[] = [10_000, 100_000];
/** Seconds of `plan` by size. */
const MOST_PLAN_SECONDS: ReadonlyMap<number, number> = new Map([
  [100_000, 30],
  [1_000_000, 120]
]);
/** Seconds until the first user, by size. */
const MOST_SECONDS_TO_FIRST_USER: ReadonlyMap<number, number> = new Map([[100_000, 10]]);
/** The size that larger ones are compared with. */
const COMPARED_SIZE = 10_000;
/** Processor time of `plan` for a row, to that at the compared size. */
const MOST_COST_OF_A_ROW = 1;
/** Contacts that planning reads in one query. */
const BATCH = 2000;

/** The figures in the order of the table. */
export function toFigures({ pace, sizes }: Measurement): readonly Figure[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('At least one size is needed');
  const compared = sizes.find(({ rows }) => rows === COMPARED_SIZE);
  return [
    ...sizes.flatMap(figuresOf),
    ...sizes.flatMap(({ rows, paced }) => (paced === null ? [] : pacedFigures(rows, paced, pace.rowsPerSecond))),
    ...(compared === undefined ? [] : sizes.flatMap((size) => growthOf(size, compared))),
    ...callsOf(smallest, largest)
  ];
}

function figuresOf({ rows, plan, unpaced: { run, sf } }: SizeMeasurement): readonly Figure[] {
  const at = atSize(rows);
  const ours = [
    judge(`${at} plan`, seconds(plan.seconds), 'seconds', MOST_PLAN_SECONDS.get(rows) ?? null),
    judge(`${at} processor of plan`, seconds(plan.processorSeconds), 'seconds', null),
    judge(`${at} memory of plan`, megabytes(plan.peakBytes), 'MB', null),
    judge(`${at} calls of plan`, plan.calls, 'calls', null),
    ...commandFigures(at, 'run', run)
  ];
  if ('refusedBytes' in sf) {
    return [...ours, judge(`${at} refused to sf, one job`, megabytes(sf.refusedBytes), 'MB', null)];
  }
  return [
    ...ours,
    ...commandFigures(at, 'sf', sf),
    judge(`${at} time, run to sf`, ratio(run.seconds, sf.seconds), 'times', null),
    judge(`${at} memory, run to sf`, ratio(run.peakBytes, sf.peakBytes), 'times', MOST_MEMORY_TO_SF)
  ];
}

function pacedFigures(
  rows: number,
  { run, sf, secondsToFirstUser }: PacedMeasurement,
  rate: number
): readonly Figure[] {
  const at = `${rows.toLocaleString('en-US')} rows, ${String(rate)} a second:`;
  const timed = TIMED_SIZES.includes(rows) ? MOST_TIME_TO_SF : null;
  return [
    ...commandFigures(at, 'run', run),
    ...commandFigures(at, 'sf', sf),
    judge(`${at} time, run to sf`, ratio(run.seconds, sf.seconds), 'times', timed),
    judge(`${at} memory, run to sf`, ratio(run.peakBytes, sf.peakBytes), 'times', MOST_MEMORY_TO_SF),
    judge(
      `${at} first user of run`,
      seconds(secondsToFirstUser),
      'seconds',
      MOST_SECONDS_TO_FIRST_USER.get(rows) ?? null
    )
  ];
}

function commandFigures(at: string, name: 'run' | 'sf', measured: Measured): readonly Figure[] {
  return [
    judge(`${at} ${name}`, seconds(measured.seconds), 'seconds', null),
    judge(`${at} processor of ${name}`, seconds(measured.processorSeconds), 'seconds', null),
    judge(`${at} memory of ${name}`, megabytes(measured.peakBytes), 'MB', null),
    judge(`${at} calls of ${name}`, measured.calls, 'calls', null)
  ];
}

/** What a size costs beside the compared one; an empty list for smaller sizes and that one. */
function growthOf({ rows, plan, unpaced: { run } }: SizeMeasurement, compared: SizeMeasurement): readonly Figure[] {
  if (rows <= compared.rows) return [];
  const of = `${rows.toLocaleString('en-US')} to ${compared.rows.toLocaleString('en-US')} rows:`;
  const costOfRow = (size: number, { processorSeconds }: Measured): number => processorSeconds / size;
  return [
    judge(`${of} memory of run`, ratio(run.peakBytes, compared.unpaced.run.peakBytes), 'times', MOST_MEMORY_GROWTH),
    judge(`${of} memory of plan`, ratio(plan.peakBytes, compared.plan.peakBytes), 'times', MOST_MEMORY_GROWTH),
    judge(
      `${of} processor of plan for a row`,
      ratio(costOfRow(rows, plan), costOfRow(compared.rows, compared.plan)),
      'times',
      MOST_COST_OF_A_ROW
    )
  ];
}

/** An empty list for one size alone, and for two sizes within one batch. */
function callsOf(smallest: SizeMeasurement, largest: SizeMeasurement): readonly Figure[] {
  const batches = batchesOf(largest) - batchesOf(smallest);
  if (batches === 0) return [];
  const calls = ratio(largest.plan.calls - smallest.plan.calls, batches);
  return [judge('calls of plan per 2,000 contacts', calls, 'calls', MOST_CALLS_PER_BATCH)];
}

function batchesOf({ rows }: SizeMeasurement): number {
  return Math.ceil(rows / BATCH);
}

function atSize(rows: number): string {
  return `${rows.toLocaleString('en-US')} rows:`;
}

function seconds(value: number): number {
  return rounded(value, 10);
}

function megabytes(bytes: number): number {
  return rounded(bytes / 1_000_000, 1);
}

function ratio(value: number, to: number): number {
  return rounded(value / to, 100);
}

/** A figure is judged as it is shown. */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
