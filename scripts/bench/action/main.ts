import { join, resolve } from 'node:path';
import { findBrowser } from '../../shared/browser/findBrowser.ts';
import { measureInBrowser } from './browser/measureInBrowser.ts';
import type { Measurement } from './measurement.ts';
import { measureBundles, measureTypeScriptBundles } from './measureSizes.ts';
import { helpText, parseOptions, type BenchOptions } from './options.ts';
import { toFigures } from './report/figures.ts';
import { legendOf } from './report/legend.ts';
import { toRows } from './report/rows.ts';
import { toTable } from './report/table.ts';

/** `npm run bench:action`: what the quick action costs, beside a trivial one. */

const NOT_MEASURED = 1;
const REFUSED = 2;

const BUNDLES = join('force-app', 'main', 'default', 'lwc');
const TRIVIAL_PROJECT = resolve(import.meta.dirname, 'baseline');

const parsed = parseOptions(process.argv.slice(2));
switch (parsed.kind) {
  case 'help':
    process.stdout.write(helpText);
    break;
  case 'refused':
    process.stderr.write(`${parsed.message}\n`);
    process.exitCode = REFUSED;
    break;
  case 'measure':
    await run(parsed.options);
    break;
}

async function run({ runs, json }: BenchOptions): Promise<void> {
  try {
    const measurement = await measure(runs);
    const rows = toRows(measurement);
    const text = json ? JSON.stringify({ figures: toFigures(rows) }) : `${toTable(rows)}\n\n${legendOf(measurement)}`;
    process.stdout.write(`${text}\n`);
  } catch (error) {
    process.stderr.write(`Not measured. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = NOT_MEASURED;
  }
}

async function measure(runs: number): Promise<Measurement> {
  // First, as without one all else is in vain.
  const browser = await findBrowser();
  tell('Compiling the bundles');
  const sizes = {
    action: await measureTypeScriptBundles(BUNDLES),
    trivial: await measureBundles(join(TRIVIAL_PROJECT, BUNDLES), join(TRIVIAL_PROJECT, BUNDLES))
  };
  return { runs, sizes, ...(await measureInBrowser({ browser, runs, trivialProject: TRIVIAL_PROJECT, tell })) };
}

/** Beside the result, which stands alone on stdout. */
function tell(progress: string): void {
  process.stderr.write(`${progress}…\n`);
}
