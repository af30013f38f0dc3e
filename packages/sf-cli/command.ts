import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface CommandResult {
  /** null when a signal ended the command, such as after its time was up. */
  readonly exitCode: number | null;
  /** stdout and stderr in the order in which they came. */
  readonly output: string;
}

/** Adds stdout alone, without warnings on stderr, for a program to read. */
export interface CapturedResult extends CommandResult {
  readonly stdout: string;
}

const binaries = resolve('node_modules/.bin');

/** Runs a command of node_modules/.bin in a folder. Rejects when it can't be started; ends it when its time is up. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  minutes = 5,
  folder = '.'
): Promise<CapturedResult> {
  return new Promise((resolveResult, reject) => {
    const child = spawn(resolve(binaries, command), args, {
      env: {
        ...process.env,
        PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
        ...environment
      },
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: minutes * 60_000
    });
    const chunks: Buffer[] = [];
    const stdoutChunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      stdoutChunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolveResult({ exitCode, output: textOf(chunks), stdout: textOf(stdoutChunks) });
    });
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
