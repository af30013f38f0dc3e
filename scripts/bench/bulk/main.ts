import { toTable } from '../shared/figureTable.ts';
import { commonHelp, sizesOption } from '../shared/options.ts';
import { runBench } from '../shared/runBench.ts';
import { measureBulk } from './measureBulk.ts';
import { LEGEND, toFigures } from './report.ts';

/** `npm run bench:bulk`: measures `enable-users` beside the sf CLI's bulk import of a ready file. */

const rowsOption = sizesOption('rows', '1000,10000,100000', 1_000_000);
const HEADING = 'Users of contacts, in the local org';

const help = `npm run bench:bulk -- [options]

Makes users of so many contacts of a local org, by our command and by sf data import bulk: time, memory and requests of both,
and of planning alone. The table's legend defines each figure.

  -n, --rows <n,…>  how many contacts, one size or several, ${rowsOption.usual} by default
${commonHelp}`;

await runBench(
  {
    command: { script: 'bench:bulk', amount: rowsOption },
    help,
    measure: async (sizes, tell) => {
      const figures = toFigures(await measureBulk(sizes, tell));
      return { figures, text: `${toTable(HEADING, figures)}\n\n${LEGEND}` };
    }
  },
  process.argv.slice(2)
);
