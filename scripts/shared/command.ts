import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface CommandResult {
  /** 0 when all is well; null when the command was ended by a signal, such as after its time was up. */
  readonly exitCode: number | null;
  /** stdout and stderr as they came. */
  readonly output: string;
}

const binaries = resolve('node_modules/.bin');

/** Runs a command of node_modules/.bin. Rejects when it cannot be started; ends it after five minutes. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {}
): Promise<CommandResult> {
  return new Promise((resolveResult, reject) => {
    const child = spawn(resolve(binaries, command), args, {
      env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolveResult({ exitCode, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
