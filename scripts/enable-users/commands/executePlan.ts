import { SfError } from '@salesforce/core';
import { EXIT } from '../../shared/exit.ts';
import { summarizeRun, type RunSummary } from '../results/runSummary.ts';
import { executeRun, type JobWait } from '../run/executeRun.ts';
import type { OpenRun } from '../run/openRun.ts';
import { WELCOME_EMAIL } from '../run/sitesThatSend.ts';
import { forgetRunOptions, saveRunOptions, type RunOptions } from '../run/runOptions.ts';

/** What a person can do where welcome email can't be suppressed. */
const NOT_STARTED = [
  'Let somebody run it who has that permission, or ask an admin for it.',
  'Or let the sites mail their new members: --welcome-email keep.'
];

/** Executes a planned run, from wherever it stands, and writes its result files. */
export async function executePlan(run: OpenRun, options: RunOptions, wait: JobWait): Promise<RunSummary> {
  saveRunOptions(run.store, options);
  const end = await executeRun(run, options, wait);
  if (end.kind === 'refused' && end.code === WELCOME_EMAIL && run.store.batches.isEmpty()) {
    forgetRunOptions(run.store);
    throw new SfError(`${end.message} Nothing was sent.`, 'WelcomeEmailNotSuppressed', NOT_STARTED, EXIT.failed);
  }
  run.progress.end();
  return summarizeRun(run, end);
}
