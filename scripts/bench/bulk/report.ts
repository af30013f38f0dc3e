import { judge, type Figure } from '../shared/figure.ts';
import type { Measured } from '../shared/measureCommand.ts';
import type { Measurement, SizeMeasurement } from './measurement.ts';

/** What the bulk command may cost at most, beside `sf data import bulk` on the same file. */
const MOST_TIME_TO_SF = 1;
const MOST_MEMORY_TO_SF = 0.5;
const MOST_MEMORY_GROWTH = 1.15;
const MOST_CALLS_PER_BATCH = 3;
const MOST_PLAN_SECONDS = 30;
/** The size to which the target for `plan` applies. */
const PLANNED_ROWS = 100_000;
/** Contacts that planning reads in one query. */
const BATCH = 2000;

/** The figures in the order of the table. */
export function toFigures(measurement: Measurement): readonly Figure[] {
  const [smallest, largest] = [measurement[0], measurement.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('At least one size is needed');
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

/** What more rows cost; an empty list for one size alone. */
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
      : [judge('calls of plan per 2,000 contacts', rounded(calls, 100), 'calls', MOST_CALLS_PER_BATCH)])
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

/** A figure is judged as it is shown. */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}

/** What each figure means, for below the table. */
export const LEGEND = `plan      enable-users plan --file of contact ids: every row is read and decided; nothing is sent
run       enable-users run of the same file in a folder of its own, the whole: it plans, sends, waits, joins results to rows,
          writes the result files
sf        sf data import bulk --wait of a ready-made file with the same users, which this benchmark reads from the org after
          the run, sorted by account; the pinned CLI. It looks every 5 seconds whether the job is done
time      from the start of a command to its end, on the same machine, one after the other. The local org, in a process of
          its own, begins again with the same contacts before each that makes users; its time is part of both
memory    the most that was resident at once (VmHWM of Linux; maxRSS elsewhere), summed over a command's processes of Node,
          told by each at its exit. Neither npm nor the local org is counted
calls     requests that the org answered
per 2,000 what more batches of 2,000 contacts cost, from the smallest size to the largest: what is asked of the org once isn't
          part of it

A round of 1,000 rows at most that isn't counted comes first. Targets are upper bounds. A target that is MISSED does not
make the command fail.`;
