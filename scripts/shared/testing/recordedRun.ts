import type { Output } from '../commandLine.ts';
import { recordInterruptions } from './interruptions.ts';

/** What a run of a command wrote, asked the CLI for, and would have said at a signal during each of its commands. */
export interface RecordedRun {
  readonly code: number;
  readonly commands: readonly string[];
  readonly atSignals: readonly string[];
  readonly out: string;
  readonly error: string;
  /** How often it paused. */
  readonly paused: number;
}

interface RunRecorder {
  /** Call it at each command of the CLI. */
  readonly atCommand: () => void;
  readonly context: Output & {
    readonly now: () => number;
    readonly today: () => Date;
    readonly pause: () => Promise<void>;
    readonly startLocalHub: () => Promise<never>;
  };
  readonly ended: (code: number, commands: readonly string[]) => RecordedRun;
}

/** Records a run on a day that stays, in which no pause takes time and no local hub starts. */
export function recordRun(): RunRecorder {
  const interruptions = recordInterruptions();
  const atSignals: string[] = [];
  const said = { out: '', error: '', paused: 0 };
  return {
    atCommand: () => {
      atSignals.push(interruptions.said());
    },
    context: {
      write: (text) => (said.out += text),
      writeError: (text) => (said.error += text),
      now: () => 0,
      today: () => new Date(2026, 10, 30),
      pause: () => Promise.resolve(void (said.paused += 1)),
      startLocalHub: () => Promise.reject(new Error('No local hub is expected')),
      whenInterrupted: interruptions.whenInterrupted
    },
    ended: (code: number, commands: readonly string[]): RecordedRun => ({ code, commands, atSignals, ...said })
  };
}
