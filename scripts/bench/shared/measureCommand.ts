import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from 'sf-cli/command';
import { textAt } from 'sf-cli/json';

const REPORT = pathToFileURL(resolve(import.meta.dirname, 'reportPeak.ts')).href;

/** The time after which a command is ended. */
const MINUTES = 120;

/** A command of node_modules/.bin, and its arguments. */
export type CommandLine = readonly [string, ...string[]];

/** One command from its start to its end. */
export interface Measured {
  readonly seconds: number;
  /** The most resident memory, summed over the command's processes of Node. */
  readonly peakBytes: number;
  /** Requests that the org answered. */
  readonly calls: number;
}

export interface Finished extends Omit<Measured, 'calls'> {
  /** The JSON on stdout. */
  readonly printed: unknown;
}

/** Runs a command. Rejects with its output when it doesn't exit with 0. */
export async function measureCommand(
  [command, ...args]: CommandLine,
  environment: Readonly<Record<string, string>>
): Promise<Finished> {
  const peaks = await mkdtemp(join(environment['HOME'] ?? tmpdir(), 'peaks-'));
  const start = performance.now();
  const { exitCode, stdout, output } = await runCommand(
    command,
    args,
    { ...environment, BENCH_PEAKS: peaks, NODE_OPTIONS: `--import ${REPORT}` },
    MINUTES
  );
  const seconds = (performance.now() - start) / 1000;
  if (exitCode !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${String(exitCode)}:\n${output}`);
  const printed: unknown = JSON.parse(stdout);
  return { seconds, peakBytes: await sumOf(peaks), printed };
}

async function sumOf(folder: string): Promise<number> {
  const kilobytes = await Promise.all(
    (await readdir(folder)).map(async (process) => Number(await readFile(join(folder, process), 'utf8')))
  );
  if (kilobytes.length === 0) throw new Error('The command did not report its memory');
  return kilobytes.reduce((sum, peak) => sum + peak, 0) * 1024;
}

/** The command of `npm run enable-users`, without npm, as npm doesn't run before sf either. */
export async function readOurCommand(): Promise<CommandLine> {
  const json: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const [command = '', ...args] = textAt(json, 'scripts', 'enable-users').split(' ');
  if (command === '') throw new Error('package.json has no script enable-users');
  return [command, ...args];
}
