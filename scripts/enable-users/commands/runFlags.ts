import { Flags } from '@salesforce/sf-plugins-core';
import { clock } from '../run/openRun.ts';

/** The folder of a run that is there already. */
export function runFolderFlag(): ReturnType<typeof requiredFolder> {
  return requiredFolder();
}

function requiredFolder() {
  return Flags.directory({ exists: true, required: true, summary: 'Folder that the run was started in.' });
}

export const attendanceFlags = {
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

interface Waiting {
  readonly milliseconds: number;
}

/** Milliseconds since 1970. */
export function deadlineOf(wait: Waiting | undefined): number {
  return wait === undefined ? Infinity : clock.now() + wait.milliseconds;
}
