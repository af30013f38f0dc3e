import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Ended {
  /** null for a process that was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const NODE = resolve('node_modules/.bin/node');

/** Milliseconds between two looks at the file. */
const LOOK = 5;
/** The first changes are the run's options and what the plan decides; after so many it has sent some requests. */
const CHANGES = 10;

/** Runs one of our programs in a process of its own. It is killed once it has written to the file a few times. */
export async function runProgram(
  main: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  killAtWrites?: string
): Promise<Ended> {
  const child = spawn(NODE, ['--import', './scripts/shared/startUp.js', main, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const end = (): void => {
    child.kill();
  };
  // A signal ends this process, and must not leave the other one.
  process.once('exit', end);
  const stop =
    killAtWrites === undefined
      ? () => undefined
      : watch(killAtWrites, () => {
          child.kill('SIGKILL');
        });
  try {
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { exitCode: child.exitCode, stdout, stderr };
  } finally {
    stop();
    process.off('exit', end);
  }
}

/** Calls once when a file has changed its size so many times. Answers what ends the watch. */
function watch(file: string, call: () => void): () => void {
  let size = sizeOf(file);
  let changes = 0;
  const timer = setInterval(() => {
    const now = sizeOf(file);
    if (now === size) return;
    size = now;
    changes += 1;
    if (changes < CHANGES) return;
    clearInterval(timer);
    call();
  }, LOOK);
  return () => {
    clearInterval(timer);
  };
}

/** 0 where there is no such file. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
