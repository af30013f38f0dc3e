import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from 'sf-cli/command';
import { numberAt, textAt } from 'sf-cli/json';

/** What a measured process loads with `--import`; BENCH_PEAKS names the folder for its report. */
export const PEAK_REPORT = pathToFileURL(resolve(import.meta.dirname, 'reportPeak.ts')).href;

/** The time after which a command is ended. */
const MINUTES = 120;

/** A command of node_modules/.bin, and its arguments. */
export type CommandLine = readonly [string, ...string[]];

/** One command from its start to its end. */
export interface Measured {
  readonly seconds: number;
  /** The most resident memory, summed over the command's processes of Node. */
  readonly peakBytes: number;
  /** Of the command's processes of Node together. */
  readonly processorSeconds: number;
  /** Requests that the org answered. */
  readonly calls: number;
}

export interface Finished extends Omit<Measured, 'calls'> {
  /** When it was started, by the clock of the machine. Milliseconds since the epoch. */
  readonly startedAt: number;
  /** The JSON on stdout. */
  readonly printed: unknown;
}

/** A command that ended with another exit code than 0. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** Runs a command. Rejects with CommandFailed and its output when it doesn't exit with 0. */
export async function measureCommand(
  [command, ...args]: CommandLine,
  environment: Readonly<Record<string, string>>
): Promise<Finished> {
  const peaks = await mkdtemp(join(environment['HOME'] ?? tmpdir(), 'peaks-'));
  const startedAt = Date.now();
  const start = performance.now();
  const { exitCode, stdout, output } = await runCommand(
    command,
    args,
    { ...environment, BENCH_PEAKS: peaks, NODE_OPTIONS: `--import ${PEAK_REPORT}` },
    MINUTES
  );
  const seconds = (performance.now() - start) / 1000;
  if (exitCode !== 0)
    throw new CommandFailed(`${[command, ...args].join(' ')} ended with ${String(exitCode)}:\n${output}`);
  const printed: unknown = JSON.parse(stdout);
  return { startedAt, seconds, ...(await sumsOf(peaks)), printed };
}

/** What the processes reported, together. */
export async function sumsOf(folder: string): Promise<Pick<Measured, 'peakBytes' | 'processorSeconds'>> {
  const reports = await Promise.all(
    (await readdir(folder)).map(async (process): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, process), 'utf8'))
    )
  );
  if (reports.length === 0) throw new Error('The command did not report its memory');
  const sumOf = (name: string): number =>
    reports.reduce<number>((sum, report) => sum + (numberAt(report, name) ?? NaN), 0);
  return { peakBytes: sumOf('peakBytes'), processorSeconds: sumOf('processorSeconds') };
}

/** The command of `npm run enable-users`, without npm, as npm doesn't run before sf either. */
export async function readOurCommand(): Promise<CommandLine> {
  const json: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const [command = '', ...args] = textAt(json, 'scripts', 'enable-users').split(' ');
  if (command === '') throw new Error('package.json has no script enable-users');
  return [command, ...args];
}
