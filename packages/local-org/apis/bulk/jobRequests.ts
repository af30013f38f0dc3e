import type { Context } from 'hono';
import { answerError, resourceNotFound, type ApiError } from '../shared/errors.ts';
import { withoutLastSlashes } from '../shared/paths.ts';
import type { CallEnv } from '../shared/session.ts';
import type { View } from '../shared/view.ts';
import { jobHasEnded, notYours } from './errors.ts';
import { isOver, type BulkJob } from './job.ts';
import type { JobStore } from './jobStore.ts';

const JOBS_PER_PAGE = 1000;

/** Answers a page of jobs. "This method returns up to 1,000 result rows per request." */
export function answerJobs(c: Context<CallEnv>, jobs: readonly Readonly<Record<string, unknown>>[]): Response {
  const start = Number(c.req.query('queryLocator') ?? 0);
  const next = start + JOBS_PER_PAGE;
  const done = next >= jobs.length;
  const nextRecordsUrl = done ? null : `${withoutLastSlashes(c.req.path)}?queryLocator=${String(next)}`;
  return c.json({ done, records: jobs.slice(start, next), nextRecordsUrl });
}

/** Answers about the job that the path names. */
export function withJob<Job extends BulkJob>(
  c: Context<CallEnv>,
  jobs: JobStore<Job>,
  answer: (job: Job) => Response
): Response {
  const job = jobs.find(c.req.param('id') ?? '');
  return job === undefined ? answerError(c, resourceNotFound) : answer(job);
}

/** The API version of a request, as `68.0`. */
export function versionOf(c: Context<CallEnv>): string {
  return /\/v(\d+\.\d+)\//.exec(c.req.path)?.[1] ?? '';
}

/** Who may abort a job: "the job’s creator", or who has "the Manage Data Integrations permission". */
export function mayManage({ person, access }: View, job: BulkJob): boolean {
  return job.createdById === person.userId || access.has('ManageDataIntegrations');
}

/** The refusal of an abort; null for a job that can be aborted. */
export function findAbortRefusal(view: View, job: BulkJob): ApiError | null {
  if (!mayManage(view, job)) return notYours;
  return isOver(job) ? jobHasEnded('Aborting', job) : null;
}
