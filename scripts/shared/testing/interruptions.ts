import type { Output } from '../commandLine.ts';

/** What a command would say at a signal, at any time. */
export interface Interruptions {
  readonly whenInterrupted: Output['whenInterrupted'];
  readonly said: () => string;
}

export function recordInterruptions(): Interruptions {
  const told: (() => string)[] = [];
  return {
    whenInterrupted: (say) => {
      told.push(say);
      return () => {
        told.splice(told.lastIndexOf(say), 1);
      };
    },
    said: () => told.at(-1)?.() ?? ''
  };
}
