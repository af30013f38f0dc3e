import { toTable } from '../shared/figureTable.ts';
import { commonHelp, countOption } from '../shared/options.ts';
import type { Bench } from '../shared/runBench.ts';
import { measureStarts } from './measureStarts.ts';
import { legendOf, toFigures } from './report.ts';

const runs = countOption('runs', 1, 3);

const help = `npm run bench:start -- [options]

Starts the local org and the playground in a fresh copy of the project, without caches and with them: seconds until the
first page. The table's legend defines each figure.

  -n, --runs <n>   how often, ${runs.usual} by default; the median counts
${commonHelp(19)}`;

/** The first page of `npm start`. */
export const startBench: Bench<{ readonly runs: number }> = {
  command: { script: 'bench:start', amounts: { runs } },
  short: { runs: 1 },
  help,
  measure: async (amounts, tell) => {
    const measurement = await measureStarts(amounts.runs, tell);
    const figures = toFigures(measurement);
    return { figures, text: `${toTable('npm start', figures)}\n\n${legendOf(measurement)}` };
  }
};
