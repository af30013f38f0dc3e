import type { SfRefusal } from 'sf-cli/sf';

/** The CLI's exit code for an org that is there and lacks its settings. */
const PARTIAL = 68;

/** Whether a later run can wait for a requested scratch org: it is still being created, or it lacks its settings. */
export function isUnderWay({ code, exitCode }: SfRefusal): boolean {
  return exitCode === PARTIAL || exitCode === null || /Time-?out|StillInProgress/iu.test(code);
}
