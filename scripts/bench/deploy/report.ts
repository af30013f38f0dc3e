import { judge, type Figure } from '../shared/figure.ts';
import { median } from '../shared/median.ts';
import type { Measurement } from './measurement.ts';

/** What `npm run deploy` may take at most, beside the CLI's deploy of the same source. */
const MOST_TIME_TO_SF = 1.2;

/** The target for a full deploy of the product on two cores. */
const MOST_SECONDS = 10;

/**
 * A deploy keeps its record and its messages for good, some hundred kilobytes at most. A tenth more memory after twenty
 * deploys is enough for them and for V8's optimized code, but not for kept files, compilations or schemas.
 */
const MOST_GROWTH = 1.1;

/** The figures in the order of the table. */
export function toFigures({ components, inARow, memory, atOnce, inTurns }: Measurement): readonly Figure[] {
  const [first, ...later] = inARow;
  if (first === undefined || later.length === 0) {
    throw new Error('At least two deploys are needed: the first and a later one');
  }
  const [ours, sf] = [median(inTurns.map((turn) => turn.ours)), median(inTurns.map((turn) => turn.sf))];
  const growth = (memory.afterLast - memory.afterFirst) / later.length;
  return [
    judge('components', components, 'components', null),
    judge('first deploy', seconds(first.seconds), 'seconds', MOST_SECONDS),
    judge('first deploy, in the org', seconds(first.secondsOfOrg), 'seconds', null),
    judge('later deploy', seconds(median(later.map((deploy) => deploy.seconds))), 'seconds', MOST_SECONDS),
    judge('later deploy, in the org', seconds(median(later.map((deploy) => deploy.secondsOfOrg))), 'seconds', null),
    judge('two at once', seconds(atOnce.seconds), 'seconds', null),
    judge('npm run deploy', seconds(ours), 'seconds', null),
    judge('sf of the same source', seconds(sf), 'seconds', null),
    judge(
      'npm run deploy to sf',
      rounded(median(inTurns.map((turn) => turn.ours / turn.sf)), 100),
      'times',
      MOST_TIME_TO_SF
    ),
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
export function legendOf({ inARow, inTurns }: Measurement): string {
  return `deploy       sf project deploy start --source-dir force-app/main/default, the pinned CLI, from its start to its end: it builds the
             zip, sends it by SOAP, asks until the org is done. The product was compiled before; the CLI was logged in before
first        to an org that holds nothing of the product; the org compiles every bundle
later        median of the others (${inARow.length - 1}), which send the same again: unchanged bundles are not compiled again
in the org   from the moment the org takes the deploy up until it is done with it, by its own clock
two at once  two CLIs with homes of their own start together, until both are done; an org deploys one after the other
npm run deploy  without npm: finds the org, sees that nothing has changed since the build, deploys, assigns the permission set,
             reads the flows; in turns with sf project deploy start of the same source (${inTurns.length}), median of the ratios
memory       what the process of npm start holds on to after a garbage collection, on the heap and beside it

Targets are upper bounds. A target that is MISSED does not make the command fail.`;
}
