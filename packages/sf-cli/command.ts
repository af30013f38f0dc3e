import { spawn, type ChildProcess } from 'node:child_process';
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

/** The commands that run now. */
const running = new Set<ChildProcess>();

/** Sends a signal to every command that runs now: a program that ends should end them too. */
export function endCommands(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

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
    running.add(child);
    const chunks: Buffer[] = [];
    const stdoutChunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      stdoutChunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (exitCode) => {
      running.delete(child);
      resolveResult({ exitCode, output: textOf(chunks), stdout: textOf(stdoutChunks) });
    });
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
