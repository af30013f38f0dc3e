import { writeSync } from 'node:fs';
import { constants } from 'node:os';
import { endCommands } from 'sf-cli/command';
import { terminalText } from './terminalText.ts';

/** The signals that end a command: Ctrl-C, a request to end, a closed terminal; the last is Ctrl-Break of Windows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
type Signal = (typeof SIGNALS)[number];

type Handler = (signal: Signal) => void;

const STDERR = 2;

/** The newest one gets the next signal. */
const handlers: Handler[] = [];

/**
 * Until the answered function is called, a signal ends the process with this sentence on stderr, and with the exit code that
 * a shell gives the signal. The sentence says what was done, what is safe, and how to go on. Commands that the process runs
 * are ended too.
 */
export function whenInterrupted(say: () => string, exitCode?: number): () => void {
  return handle((signal) => {
    endCommands(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
    writeLast(`\n${terminalText(say())}\n`);
    process.exit(exitCode ?? exitCodeOf(signal));
  });
}

/**
 * Writes to stderr itself: a spinner of the CLI keeps what goes through `process.stderr` until it moves on, and the process
 * ends before. A pipe that is full is left to the stream.
 */
function writeLast(text: string): void {
  try {
    writeSync(STDERR, text);
  } catch {
    process.stderr.write(text);
  }
}

/** Resolves at the next signal, and leaves the one after it to end the process. */
export function nextInterruption(): Promise<void> {
  return new Promise((resolve) => {
    const release = handle(() => {
      release();
      resolve();
    });
  });
}

function handle(handler: Handler): () => void {
  listen();
  handlers.push(handler);
  return () => {
    const index = handlers.lastIndexOf(handler);
    if (index >= 0) handlers.splice(index, 1);
  };
}

/** Comes before every other listener, as those of a command of the sf CLI throw an error with a stack. */
function listen(): void {
  for (const signal of SIGNALS) {
    if (!process.listeners(signal).includes(passOn)) process.prependListener(signal, passOn);
  }
}

function passOn(signal: NodeJS.Signals): void {
  const known = SIGNALS.find((one) => one === signal);
  const handler = handlers.at(-1);
  if (known === undefined || handler === undefined) process.exit(exitCodeOf(signal));
  handler(known);
}

function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
