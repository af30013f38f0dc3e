import { toTable } from '../shared/figureTable.ts';
import { commonHelp, countOption } from '../shared/options.ts';
import type { Bench } from '../shared/runBench.ts';
import { measureDeploys } from './measureDeploys.ts';
import { legendOf, toFigures } from './report.ts';

const USUAL_DEPLOYS = 20;
const HEADING = 'The product by the sf CLI, to the local org';

const help = `npm run bench:deploy -- [options]

Deploys the product to a local org with the real sf CLI, many times in a row and twice at once: seconds, of which the local
org's own, and the memory that it holds on to. The table's legend defines each figure.

  -n, --deploys <n>  how many deploys in a row, ${USUAL_DEPLOYS} by default; from 2
${commonHelp(21)}`;

/** Deploys of the product by the sf CLI and by `npm run deploy`. */
export const deployBench: Bench<{ readonly count: number }> = {
  command: { script: 'bench:deploy', amounts: { count: countOption('deploys', 2, USUAL_DEPLOYS) } },
  short: { count: 2 },
  help,
  measure: async ({ count }, tell) => {
    const measurement = await measureDeploys(count, tell);
    const figures = toFigures(measurement);
    return { figures, text: `${toTable(HEADING, figures)}\n\n${legendOf(measurement)}` };
  }
};
