import { judge, type Figure } from '../../shared/figure.ts';
import { median } from '../../shared/median.ts';
import type { Measurement } from '../measurement.ts';

/** A full deploy of the product on two cores. */
const MOST_SECONDS = 10;

/**
 * What a deploy leaves behind for good is its record and its messages, some hundred kilobytes at most. A tenth more after twenty
 * deploys leaves room for that and for what V8 makes of hot code, and none for kept files, compilations or schemas.
 */
const MOST_GROWTH = 1.1;

/** All that was measured, in the order of the table. */
export function toFigures({ components, inARow, memory, atOnce }: Measurement): readonly Figure[] {
  const [first, ...later] = inARow;
  if (first === undefined || later.length === 0) {
    throw new Error('Two deploys are the least: the first and a later one');
  }
  const growth = (memory.afterLast - memory.afterFirst) / later.length;
  return [
    judge('components', components, 'components', null),
    judge('first deploy', seconds(first.seconds), 'seconds', MOST_SECONDS),
    judge('first deploy, in the org', seconds(first.secondsOfOrg), 'seconds', null),
    judge('later deploy', seconds(median(later.map((deploy) => deploy.seconds))), 'seconds', MOST_SECONDS),
    judge('later deploy, in the org', seconds(median(later.map((deploy) => deploy.secondsOfOrg))), 'seconds', null),
    judge('two at once', seconds(atOnce.seconds), 'seconds', null),
    judge('memory before', megabytes(memory.before), 'MB', null),
    judge('memory after the first', megabytes(memory.afterFirst), 'MB', null),
    judge(`memory after ${inARow.length}`, megabytes(memory.afterLast), 'MB', null),
    judge('growth per deploy', Math.round(growth / 1000), 'kB', null),
    judge('memory, last to first', rounded(memory.afterLast / memory.afterFirst, 100), 'times', MOST_GROWTH)
  ];
}

function seconds(value: number): number {
  return rounded(value, 10);
}

function megabytes(bytes: number): number {
  return rounded(bytes / 1_000_000, 10);
}

/** What is shown is what is judged. */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
