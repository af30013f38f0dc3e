import { Flags } from '@salesforce/sf-plugins-core';
import type { JobWait } from '../run/executeRun.ts';
import { systemClock } from '../transports/clock.ts';

/** The folder of a run that was planned. Opening the run says what is wrong with it. */
export const runFolderFlag = Flags.directory({
  required: true,
  summary: 'Folder that the run was started in.'
});

export const waitFlags = {
  wait: Flags.duration({
    char: 'w',
    unit: 'minutes',
    min: 0,
    exclusive: ['async'],
    summary: 'How long to wait for jobs, in minutes; as long as they take where it is left out.'
  }),
  async: Flags.boolean({
    char: 'a',
    default: false,
    summary: 'Upload the jobs and don’t wait for them; “resume” gets the results.'
  })
};

/** Flags that the folder of a run does not hold, as the next call has to name them again. */
export function givenAgain<Name extends string>(
  flags: Readonly<Partial<Record<Name, string | number | undefined>>>,
  names: readonly Name[]
): readonly string[] {
  return names.flatMap((name) => {
    const value = flags[name];
    return value === undefined ? [] : [`--${name}`, String(value)];
  });
}

interface WaitFlagValues {
  readonly wait?: { readonly milliseconds: number } | undefined;
  readonly async: boolean;
}

export function jobWaitOf({ wait, async }: WaitFlagValues): JobWait {
  return { deadline: wait === undefined ? Infinity : systemClock.now() + wait.milliseconds, isAsync: async };
}
