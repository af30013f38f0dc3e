import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, resolve } from 'node:path';
import { runCommand, type CapturedResult } from '../command.ts';
import type { HostedCall } from './sfHost.ts';

/** The host of this process, which the tests of all its files share; it ends with this process. */
let host: Promise<ChildProcess> | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the sf CLI as `runCommand` does, in a process that has loaded it before: a call then takes a tenth of the processor
 * time. One call runs after the other.
 */
export function runHostedSf(
  ...[command, args, environment, minutes, folder]: Parameters<typeof runCommand>
): Promise<CapturedResult> {
  if (command !== 'sf') return runCommand(command, args, environment, minutes, folder);
  const call = { args, environment: { ...inherited(), ...environment }, folder: resolve(folder ?? '.') };
  const result = last.then(() => ask(call, minutes ?? 5));
  last = result.catch(() => undefined);
  return result;
}

function inherited(): Readonly<Record<string, string>> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const]
  );
  return { ...Object.fromEntries(own), PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` };
}

async function ask(call: HostedCall, minutes: number): Promise<CapturedResult> {
  host ??= startHost();
  const child = await host;
  const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
  const stopped = new AbortController();
  const { signal } = stopped;
  try {
    const answer = once(child, 'message', { signal }).then(([result]: CapturedResult[]) => result);
    const end = once(child, 'exit', { signal }).then(() => undefined);
    keepAlive(child, true);
    child.send(call);
    const result = await Promise.race([answer, end]);
    if (result !== undefined) return result;
    host = null;
    return { exitCode: null, output: '', stdout: '' };
  } finally {
    clearTimeout(timer);
    stopped.abort();
    keepAlive(child, false);
  }
}

/** A host that nobody waits for doesn't keep this process. */
function keepAlive(child: ChildProcess, keeps: boolean): void {
  if (keeps) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

async function startHost(): Promise<ChildProcess> {
  // The options of the CLI's bin/run.js.
  const child = fork(resolve(import.meta.dirname, 'sfHost.ts'), { execArgv: ['--no-deprecation'], stdio: 'ignore' });
  await once(child, 'message');
  return child;
}
