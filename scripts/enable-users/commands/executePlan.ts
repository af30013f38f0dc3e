import { summarizeRun, type RunSummary } from '../results/runSummary.ts';
import { executeRun, type JobWait } from '../run/executeRun.ts';
import type { OpenRun } from '../run/openRun.ts';
import { saveRunOptions, type RunOptions } from '../run/runOptions.ts';

/** Executes a planned run, from wherever it stands, and writes its result files. */
export async function executePlan(run: OpenRun, options: RunOptions, wait: JobWait): Promise<RunSummary> {
  saveRunOptions(run.store, options);
  const end = await executeRun(run, options, wait);
  run.progress.end();
  return summarizeRun(run, end);
}
