import { judge, type Figure } from '../shared/figure.ts';
import { median } from '../shared/median.ts';
import type { Measurement } from './measurement.ts';

/** The target for a full deploy of the product on two cores. */
const MOST_SECONDS = 10;

/**
 * A deploy keeps its record and its messages for good, some hundred kilobytes at most. A tenth more memory after twenty
 * deploys is enough for them and for V8's optimized code, but not for kept files, compilations or schemas.
 */
const MOST_GROWTH = 1.1;

/** The figures in the order of the table. */
export function toFigures({ components, inARow, memory, atOnce }: Measurement): readonly Figure[] {
  const [first, ...later] = inARow;
  if (first === undefined || later.length === 0) {
    throw new Error('At least two deploys are needed: the first and a later one');
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

/** A figure is judged as it is shown. */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}

/** What each figure means, for below the table. */
export function legendOf({ inARow }: Measurement): string {
  return `deploy       sf project deploy start --source-dir force-app/main/default, the pinned CLI, from its start to its end: it builds the
             zip, sends it by SOAP, asks until the org is done. The product was compiled before; the CLI was logged in before
first        to an org that holds nothing of the product; the org compiles every bundle
later        median of the others (${inARow.length - 1}), which send the same again: unchanged bundles are not compiled again
in the org   from the moment the org takes the deploy up until it is done with it, by its own clock
two at once  two CLIs with homes of their own start together, until both are done; an org deploys one after the other
memory       what the process of npm start holds on to after a garbage collection, on the heap and beside it

Targets are upper bounds. A target that is MISSED does not make the command fail.`;
}
