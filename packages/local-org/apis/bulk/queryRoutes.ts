import { Hono, type Context } from 'hono';
import { answerError } from '../shared/errors.ts';
import { parseJsonObject, readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { invalidState, invalidValue, notTerminated, notYours, otherVersion } from './errors.ts';
import { listedIngestJob } from './ingestJob.ts';
import { ingestJobsOf } from './ingestJobs.ts';
import { isOver, moveTo } from './job.ts';
import { answerJobs, findAbortRefusal, mayManage, versionOf, withJob } from './jobRequests.ts';
import { informationOf, listedQueryJob, summaryOf, type QueryJob } from './queryJob.ts';
import { queryJobsOf } from './queryJobs.ts';
import { readQueryJobRequest } from './queryRequests.ts';
import { readResultRange, resultPage } from './queryResults.ts';

/** Query jobs ("Bulk API 2.0 Query"), below `/jobs/query`. */
export function queryRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.post('/', async (c) => {
    const view = c.get('view');
    const body = parseJsonObject(await c.req.text());
    if (!body.ok) return answerError(c, body.error);
    const request = readQueryJobRequest(view, body.value, versionOf(c));
    if (!request.ok) return answerError(c, request.error);
    return c.json(summaryOf(queryJobsOf(view.org).create(view, request.value, versionOf(c))));
  });

  routes.get('/', (c) => answerJobs(c, jobsOfType(c)));

  routes.get('/:id', (c) => withQueryJob(c, (job) => c.json(informationOf(job))));

  routes.get('/:id/results', (c) => withQueryJob(c, (job) => answerResults(c, job)));

  routes.patch('/:id', async (c) => {
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    return withQueryJob(c, (job) => changeState(c, job, body.value['state']));
  });

  routes.delete('/:id', (c) =>
    withQueryJob(c, (job) => {
      if (!mayManage(c.get('view'), job)) return answerError(c, notYours);
      if (!isOver(job)) return answerError(c, notTerminated);
      queryJobsOf(c.get('view').org).remove(job);
      return c.body(null, 204);
    })
  );
  return routes;
}

/** The jobs of the type that a client names. There are no jobs of Bulk API, which `Classic` and `isPkChunkingEnabled` ask for. */
function jobsOfType(c: Context<CallEnv>): readonly Readonly<Record<string, unknown>>[] {
  const { org } = c.get('view');
  if (c.req.query('isPkChunkingEnabled') === 'true') return [];
  switch (c.req.query('jobType')) {
    case undefined:
    case 'V2Query':
      return queryJobsOf(org).all().map(listedQueryJob);
    case 'V2Ingest':
      return ingestJobsOf(org).all().map(listedIngestJob);
    default:
      return [];
  }
}

function changeState(c: Context<CallEnv>, job: QueryJob, state: unknown): Response {
  if (state !== 'Aborted') return answerError(c, invalidValue('state', state));
  const refusal = findAbortRefusal(c.get('view'), job);
  if (refusal !== null) return answerError(c, refusal);
  moveTo(job, 'Aborted', c.get('view').org.clock.now());
  return c.json(summaryOf(job));
}

/** Only the creator reads the results, because they contain what the creator may see. */
function answerResults(c: Context<CallEnv>, job: QueryJob): Response {
  if (job.createdById !== c.get('view').person.userId) return answerError(c, notYours);
  if (job.apiVersion !== versionOf(c)) return answerError(c, otherVersion(job));
  if (job.state !== 'JobComplete') return answerError(c, invalidState('Job is not in the JobComplete state'));
  const range = readResultRange(c.req.query('locator'), c.req.query('maxRecords'), job);
  if (!range.ok) return answerError(c, range.error);
  const { csv, count, locator } = resultPage(job, range.value);
  return c.body(csv, 200, {
    'Content-Type': 'text/csv',
    'Sforce-NumberOfRecords': String(count),
    'Sforce-Locator': locator
  });
}

function withQueryJob(c: Context<CallEnv>, answer: (job: QueryJob) => Response): Response {
  return withJob(c, queryJobsOf(c.get('view').org), answer);
}
