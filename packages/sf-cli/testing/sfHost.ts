import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setDispatcher } from '@jsforce/jsforce-node/lib/request.js';
import { ConfigAggregator, SfProject, StateAggregator } from '@salesforce/core';
import type { CapturedResult } from '../command.ts';

/**
 * A process that loads the sf CLI once and runs one command after the other, each as the CLI's bin/run.js runs it: with its
 * arguments, environment, folder, output and exit code. Before each command it forgets what a new process would not know.
 */

export interface HostedCall {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

interface Cli {
  run(): Promise<unknown>;
}

const BINARY = resolve('node_modules/.bin/sf');
const CLI = pathToFileURL(resolve('node_modules/@salesforce/cli/dist/cli.js')).href;

/** Handlers that each command adds for itself. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];

const printed: { readonly text: string; readonly isOut: boolean }[] = [];

function capture(isOut: boolean): typeof process.stdout.write {
  return (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    printed.push({ text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'), isOut });
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
}

// Before the CLI is loaded, as its libraries keep the functions.
process.stdout.write = capture(true);
process.stderr.write = capture(false);
process.setMaxListeners(1000);
const cli = (await import(CLI)) as Cli;
const endProcess = process.exit.bind(process);

async function forget(): Promise<void> {
  printed.length = 0;
  process.exitCode = undefined;
  process.stdout.removeAllListeners('drain');
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  Reflect.deleteProperty(globalThis, 'salesforceCoreLifecycle');
  // Connections of the command before may have ended.
  setDispatcher();
  await ConfigAggregator.clearInstance();
  StateAggregator.clearInstance();
  SfProject.clearInstances();
}

function setEnvironment(environment: HostedCall['environment']): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, environment);
}

async function run({ args, environment, folder }: HostedCall): Promise<CapturedResult> {
  setEnvironment(environment);
  process.chdir(folder);
  process.argv = [process.execPath, BINARY, ...args];
  await forget();
  const exitCode = await new Promise<number>((ended) => {
    const end = (code?: number | string | null): void => {
      ended(Number(code ?? process.exitCode ?? 0));
    };
    // The CLI exits as the last thing that it does.
    Object.assign(process, { exit: end });
    cli.run().then(
      () => {
        end();
      },
      (error: unknown) => {
        process.stderr.write(String(error));
        end(1);
      }
    );
  });
  const textOf = (wanted: typeof printed): string => wanted.map(({ text }) => text).join('');
  return { exitCode, output: textOf(printed), stdout: textOf(printed.filter(({ isOut }) => isOut)) };
}

process.on('disconnect', () => {
  endProcess(0);
});
let last: Promise<unknown> = Promise.resolve();
process.on('message', (call: HostedCall) => {
  last = last.then(async () => process.send?.(await run(call)));
});
process.send?.('ready');
