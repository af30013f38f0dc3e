import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from 'sf-cli/command';
import type { Measured } from './measurement.ts';

const REPORT = pathToFileURL(resolve(import.meta.dirname, 'reportPeak.ts')).href;

/** Nobody waits longer for a measurement. */
const MINUTES = 120;

/** A command of node_modules/.bin, and what it is given. */
export type CommandLine = readonly [string, ...string[]];

export interface Finished extends Omit<Measured, 'calls'> {
  /** What it printed with `--json`. */
  readonly said: unknown;
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
  const said: unknown = JSON.parse(stdout);
  return { seconds, peakBytes: await sumOf(peaks), said };
}

async function sumOf(folder: string): Promise<number> {
  const kilobytes = await Promise.all(
    (await readdir(folder)).map(async (process) => Number(await readFile(join(folder, process), 'utf8')))
  );
  if (kilobytes.length === 0) throw new Error('The command told nothing of its memory');
  return kilobytes.reduce((sum, peak) => sum + peak, 0) * 1024;
}
