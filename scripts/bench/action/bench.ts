import { join, resolve } from 'node:path';
import { findBrowser } from '../../shared/browser/findBrowser.ts';
import { commonHelp, countOption } from '../shared/options.ts';
import type { Bench } from '../shared/runBench.ts';
import { measureInBrowser } from './browser/measureInBrowser.ts';
import type { Measurement } from './measurement.ts';
import { measureBundles, measureTypeScriptBundles } from './measureSizes.ts';
import { legendOf } from './report/legend.ts';
import { toFigures, toRows } from './report/rows.ts';
import { toTable } from './report/table.ts';

const USUAL_RUNS = 7;
const BUNDLES = join('force-app', 'main', 'default', 'lwc');
const TRIVIAL_PROJECT = resolve(import.meta.dirname, 'baseline');

const help = `npm run bench:action -- [options]

Measures the quick action beside a trivial one (a panel with one getRecord and two inputs) on this machine: requests and
their depth, time to interactive at 0, 100 and 300 ms of added latency, size of the compiled bundles. The table's legend
defines each figure.

  -n, --runs <n>   how often each action is opened at each latency, ${USUAL_RUNS} by default; the median counts
${commonHelp(19)}`;

/** The quick action beside a trivial one. */
export const actionBench: Bench<{ readonly runs: number }> = {
  command: { script: 'bench:action', amounts: { runs: countOption('runs', 1, USUAL_RUNS) } },
  short: { runs: 1 },
  help,
  measure: async ({ runs }, tell) => {
    const measurement = await measure(runs, tell);
    const rows = toRows(measurement);
    return { figures: toFigures(rows), text: `${toTable(rows)}\n\n${legendOf(measurement)}` };
  }
};

async function measure(runs: number, tell: (progress: string) => void): Promise<Measurement> {
  // Fails early without a browser.
  const browser = await findBrowser();
  tell('Compiling the bundles');
  const sizes = {
    action: await measureTypeScriptBundles(BUNDLES, 'enableExternalUser'),
    trivial: await measureBundles(join(TRIVIAL_PROJECT, BUNDLES), join(TRIVIAL_PROJECT, BUNDLES), 'editAssistant')
  };
  return { runs, sizes, ...(await measureInBrowser({ browser, runs, trivialProject: TRIVIAL_PROJECT, tell })) };
}
