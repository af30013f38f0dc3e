import { judge, type Figure } from '../../shared/figure.ts';
import type { Measured, Measurement, SizeMeasurement } from '../measurement.ts';

/** What the bulk command may cost at most, beside `sf data import bulk` on the same file. */
const MOST_TIME_TO_SF = 1;
const MOST_MEMORY_TO_SF = 0.5;
const MOST_MEMORY_GROWTH = 1.15;
const MOST_CALLS_A_BATCH = 3;
const MOST_PLAN_SECONDS = 30;
/** The size for which the time of `plan` is promised. */
const PLANNED_ROWS = 100_000;
/** Contacts that planning reads at once. */
const BATCH = 2000;

/** All that was measured, in the order of the table. */
export function toFigures(measurement: Measurement): readonly Figure[] {
  const [smallest, largest] = [measurement[0], measurement.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('One size is the least');
  return [...measurement.flatMap(figuresOf), ...figuresBetween(smallest, largest)];
}

function figuresOf({ rows, plan, run, sf }: SizeMeasurement): readonly Figure[] {
  const at = `${rows.toLocaleString('en-US')} rows:`;
  return [
    judge(`${at} plan`, seconds(plan), 'seconds', rows === PLANNED_ROWS ? MOST_PLAN_SECONDS : null),
    judge(`${at} run`, seconds(run), 'seconds', null),
    judge(`${at} sf`, seconds(sf), 'seconds', null),
    judge(`${at} time, run to sf`, rounded(run.seconds / sf.seconds, 100), 'times', MOST_TIME_TO_SF),
    judge(`${at} memory of plan`, megabytes(plan), 'MB', null),
    judge(`${at} memory of run`, megabytes(run), 'MB', null),
    judge(`${at} memory of sf`, megabytes(sf), 'MB', null),
    judge(`${at} memory, run to sf`, rounded(run.peakBytes / sf.peakBytes, 100), 'times', MOST_MEMORY_TO_SF),
    judge(`${at} calls of plan`, plan.calls, 'calls', null),
    judge(`${at} calls of run`, run.calls, 'calls', null),
    judge(`${at} calls of sf`, sf.calls, 'calls', null)
  ];
}

/** What more rows cost. Nothing to tell of one size alone. */
function figuresBetween(smallest: SizeMeasurement, largest: SizeMeasurement): readonly Figure[] {
  if (smallest === largest) return [];
  const growth = (command: 'run' | 'sf'): number =>
    rounded(largest[command].peakBytes / smallest[command].peakBytes, 100);
  const batches = batchesOf(largest) - batchesOf(smallest);
  const calls = (largest.plan.calls - smallest.plan.calls) / batches;
  return [
    judge('memory of run, largest to smallest', growth('run'), 'times', MOST_MEMORY_GROWTH),
    judge('memory of sf, largest to smallest', growth('sf'), 'times', null),
    ...(batches === 0
      ? []
      : [judge('calls of plan per 2,000 contacts', rounded(calls, 100), 'calls', MOST_CALLS_A_BATCH)])
  ];
}

function batchesOf({ rows }: SizeMeasurement): number {
  return Math.ceil(rows / BATCH);
}

function seconds(measured: Measured): number {
  return rounded(measured.seconds, 10);
}

function megabytes({ peakBytes }: Measured): number {
  return rounded(peakBytes / 1_000_000, 1);
}

/** What is shown is what is judged. */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
