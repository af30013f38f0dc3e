import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, resolve } from 'node:path';
import type { CapturedResult } from '../command.ts';

/** A command in a process that has loaded its code before. */
export interface HostedCall {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

export interface HostedResult extends CapturedResult {
  readonly stderr: string;
}

export type RunHosted = (
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
  minutes?: number,
  folder?: string
) => Promise<HostedResult>;

const KILLED: HostedResult = { exitCode: null, output: '', stdout: '', stderr: '' };

/**
 * Runs commands in one process of `file`, which calls `answerCalls`. It starts with the first command, and ends with this
 * process. One command runs after the other.
 *
 * @param isLast - Whether a command leaves behind what the host can't forget: the next one then gets a new host.
 */
export function createHost(
  file: string,
  execArgv: readonly string[],
  isLast: (args: readonly string[]) => boolean = () => false
): RunHosted {
  let host: Promise<ChildProcess> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function ask(call: HostedCall, minutes: number): Promise<HostedResult> {
    host ??= startHost(file, execArgv);
    const child = await host;
    const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    const stopped = new AbortController();
    const { signal } = stopped;
    try {
      const answer = once(child, 'message', { signal }).then(([result]: HostedResult[]) => result);
      const end = once(child, 'exit', { signal }).then(() => undefined);
      keepAlive(child, true);
      child.send(call);
      const result = await Promise.race([answer, end]);
      if (result === undefined || isLast(call.args)) {
        host = null;
        if (child.connected) child.disconnect();
      }
      return result ?? KILLED;
    } finally {
      clearTimeout(timer);
      stopped.abort();
      keepAlive(child, false);
    }
  }

  return (args, environment, minutes = 5, folder = '.') => {
    const call = { args, environment: { ...inherited(), ...environment }, folder: resolve(folder) };
    const result = last.then(() => ask(call, minutes));
    last = result.catch(() => undefined);
    return result;
  };
}

function inherited(): Readonly<Record<string, string>> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const]
  );
  return { ...Object.fromEntries(own), PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` };
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

async function startHost(file: string, execArgv: readonly string[]): Promise<ChildProcess> {
  // Its libraries decide once, when they load, whether they print colors.
  const env = { ...process.env, FORCE_COLOR: '0' };
  const child = fork(file, { env, execArgv: [...execArgv], stdio: 'ignore' });
  await once(child, 'message');
  return child;
}
