import { toTable } from '../shared/figureTable.ts';
import { commonHelp, numberOption, sizesOption } from '../shared/options.ts';
import type { Bench } from '../shared/runBench.ts';
import { legendOf } from './legend.ts';
import { measureBulk } from './measureBulk.ts';
import { toFigures } from './report.ts';

export interface BulkAmounts {
  readonly sizes: readonly number[];
  readonly rowsPerSecond: number;
  readonly latencyMilliseconds: number;
}

const sizes = sizesOption('rows', '1000,10000,100000', 1_000_000);
const rowsPerSecond = numberOption('rows-per-second', 800, 100_000);
const latencyMilliseconds = numberOption('latency-ms', 150, 10_000);
const HEADING = 'Users of contacts, in the local org';

const help = `npm run bench:bulk -- [options]

Makes users of so many contacts of a local org, by our command and by sf data import bulk: time, memory and requests of both,
and of planning alone; then once more at the pace of a real org. The table's legend defines each figure.

  -n, --rows <n,…>           how many contacts, one size or several, ${sizes.usual} by default; 1000000 takes half an hour
      --rows-per-second <n>  rows of bulk jobs that the org processes a second, ${rowsPerSecond.usual} by default
      --latency-ms <n>       what each call takes, ${latencyMilliseconds.usual} by default; 0 for both leaves the pace out
${commonHelp(29)}`;

/** `enable-users` beside `sf data import bulk`. */
export const bulkBench: Bench<BulkAmounts> = {
  command: { script: 'bench:bulk', amounts: { sizes, rowsPerSecond, latencyMilliseconds } },
  short: { sizes: [20], rowsPerSecond: 800, latencyMilliseconds: 10 },
  help,
  measure: async ({ sizes: rows, ...pace }, tell) => {
    const figures = toFigures(await measureBulk(rows, pace, tell));
    return { figures, text: `${toTable(HEADING, figures)}\n\n${legendOf(pace)}` };
  }
};
