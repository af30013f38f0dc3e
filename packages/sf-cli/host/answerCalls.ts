import { setDispatcher } from '@jsforce/jsforce-node/lib/request.js';
import { ConfigAggregator, SfProject, StateAggregator } from '@salesforce/core';
import type { HostedCall, HostedResult } from './host.ts';

/**
 * The other end of `createHost`: one command runs after the other, each with its arguments, environment, folder, output and
 * exit code. Before each command the process forgets what a new one would not know.
 */

/** The file of a command for `process.argv`, the arguments after it, and the command as the body of its process. */
export interface HostedCommand {
  readonly file: string;
  readonly args: readonly string[];
  run(): Promise<unknown>;
}

/** Handlers that each command adds for itself. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];

const printed: { readonly text: string; readonly isOut: boolean }[] = [];
const endProcess = process.exit.bind(process);

function capture(isOut: boolean): typeof process.stdout.write {
  return (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    printed.push({ text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'), isOut });
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
}

/** Loads the commands after the output is captured, as their libraries keep its functions. */
export async function answerCalls(
  load: () => Promise<(args: readonly string[]) => Promise<HostedCommand>>
): Promise<void> {
  process.stdout.write = capture(true);
  process.stderr.write = capture(false);
  process.setMaxListeners(1000);
  const commandOf = await load();
  process.on('disconnect', () => {
    endProcess(0);
  });
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', (call: HostedCall) => {
    last = last.then(async () => process.send?.(await run(call, commandOf)));
  });
  process.send?.('ready');
}

async function run(
  { args, environment, folder }: HostedCall,
  commandOf: (args: readonly string[]) => Promise<HostedCommand>
): Promise<HostedResult> {
  setEnvironment(environment);
  process.chdir(folder);
  const command = await commandOf(args);
  process.argv = [process.execPath, command.file, ...command.args];
  await forget();
  const exitCode = await new Promise<number>((ended) => {
    const end = (code?: number | string | null): void => {
      ended(Number(code ?? process.exitCode ?? 0));
    };
    // A command exits as the last thing that it does.
    Object.assign(process, { exit: end });
    command.run().then(
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
  return {
    exitCode,
    output: textOf(printed),
    stdout: textOf(printed.filter(({ isOut }) => isOut)),
    stderr: textOf(printed.filter(({ isOut }) => !isOut))
  };
}

async function forget(): Promise<void> {
  printed.length = 0;
  process.exitCode = undefined;
  process.stdout.removeAllListeners('drain');
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
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
