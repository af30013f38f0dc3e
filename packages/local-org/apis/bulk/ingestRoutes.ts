import { Hono, type Context } from 'hono';
import { answerError } from '../shared/errors.ts';
import { parseJsonObject, readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import {
  alreadyUploaded,
  invalidState,
  invalidValue,
  jobHasEnded,
  noCsv,
  notTerminated,
  notYours,
  tooLarge
} from './errors.ts';
import { informationOf, listedIngestJob, summaryOf, type IngestJob } from './ingestJob.ts';
import { ingestJobsOf } from './ingestJobs.ts';
import { isOver, moveTo } from './job.ts';
import { answerJobs, findAbortRefusal, versionOf, withJob } from './jobRequests.ts';
import { readJobRequest } from './requests.ts';
import { resultStream, type ResultKind } from './results.ts';

/** "150 MB of base64 encoded content": three bytes become four characters. */
const MAX_UPLOAD = Math.floor((150 * 1024 * 1024 * 3) / 4);
/** "For small amounts of job data (100,000 characters or less)", one multipart request has the job and its data. */
const MAX_MULTIPART = 100_000;

/** Ingest jobs ("Bulk API 2.0 Ingest"), below `/jobs/ingest`. */
export function ingestRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.post('/', async (c) => {
    return /^multipart\/form-data/i.test(c.req.header('Content-Type') ?? '') ? createWithData(c) : create(c);
  });

  routes.get('/', (c) => {
    const isOther = !['V2Ingest', undefined].includes(c.req.query('jobType'));
    return answerJobs(c, isOther ? [] : ingestJobsOf(c.get('view').org).all().map(listedIngestJob));
  });

  routes.get('/:id', (c) => withIngestJob(c, (job) => c.json(informationOf(job))));

  routes.put('/:id/batches', async (c) => {
    const data = Buffer.from(await c.req.arrayBuffer());
    return withIngestJob(c, (job) => upload(c, job, data));
  });

  routes.patch('/:id', async (c) => {
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    return withIngestJob(c, (job) => changeState(c, job, body.value['state']));
  });

  routes.delete('/:id', (c) =>
    withIngestJob(c, (job) => {
      if (!isOver(job) && job.state !== 'UploadComplete') return answerError(c, notTerminated);
      if (job.state === 'UploadComplete') moveTo(job, 'Aborted', c.get('view').org.clock.now());
      ingestJobsOf(c.get('view').org).remove(job);
      return c.body(null, 204);
    })
  );

  for (const kind of ['successfulResults', 'failedResults', 'unprocessedrecords'] as const) {
    routes.get(`/:id/${kind}`, (c) => withIngestJob(c, (job) => answerResults(c, job, kind)));
  }
  return routes;
}

async function create(c: Context<CallEnv>): Promise<Response> {
  const body = parseJsonObject(await c.req.text());
  if (!body.ok) return answerError(c, body.error);
  const request = readJobRequest(c.get('view'), body.value);
  if (!request.ok) return answerError(c, request.error);
  return c.json(summaryOf(ingestJobsOf(c.get('view').org).create(c.get('view'), request.value, versionOf(c))));
}

/** "After you create a multipart job, the upload is completed for you automatically." */
async function createWithData(c: Context<CallEnv>): Promise<Response> {
  const form = await c.req.formData();
  const body = parseJsonObject(await textOf(form.get('job')));
  if (!body.ok) return answerError(c, body.error);
  const request = readJobRequest(c.get('view'), body.value);
  if (!request.ok) return answerError(c, request.error);
  const data = await textOf(form.get('content'));
  if (data.length > MAX_MULTIPART) return answerError(c, tooLarge);
  const job = ingestJobsOf(c.get('view').org).create(c.get('view'), request.value, versionOf(c));
  job.data = Buffer.from(data);
  return close(c, job);
}

async function textOf(part: string | File | null): Promise<string> {
  return typeof part === 'string' ? part : ((await part?.text()) ?? '');
}

function upload(c: Context<CallEnv>, job: IngestJob, data: Buffer): Response {
  if (!/^text\/csv/i.test(c.req.header('Content-Type') ?? '')) return answerError(c, noCsv);
  if (job.createdById !== c.get('view').person.userId) return answerError(c, notYours);
  if (job.state !== 'Open') return answerError(c, invalidState('Job is not in the Open state'));
  if (job.data !== null) return answerError(c, alreadyUploaded(job));
  if (data.length > MAX_UPLOAD) return answerError(c, tooLarge);
  job.data = data;
  return c.body(null, 201);
}

/** "Only the user who created a job can close it. Any user with correct permission can abort a job." */
function changeState(c: Context<CallEnv>, job: IngestJob, state: unknown): Response {
  switch (state) {
    case 'UploadComplete':
      if (job.createdById !== c.get('view').person.userId) return answerError(c, notYours);
      return job.state === 'Open' ? close(c, job) : answerError(c, jobHasEnded('Closing', job));
    case 'Aborted':
      return abort(c, job);
    default:
      return answerError(c, invalidValue('state', state));
  }
}

function close(c: Context<CallEnv>, job: IngestJob): Response {
  const view = c.get('view');
  moveTo(job, 'UploadComplete', view.org.clock.now());
  ingestJobsOf(view.org).runner.start(job, view);
  return c.json(summaryOf(job));
}

function answerResults(c: Context<CallEnv>, job: IngestJob, kind: ResultKind): Response {
  if (!isOver(job)) return answerError(c, invalidState('Job is not finished'));
  return c.body(resultStream(job, kind, c.get('view').org.seed), 200, { 'Content-Type': 'text/csv' });
}

function abort(c: Context<CallEnv>, job: IngestJob): Response {
  const refusal = findAbortRefusal(c.get('view'), job);
  if (refusal !== null) return answerError(c, refusal);
  moveTo(job, 'Aborted', c.get('view').org.clock.now());
  return c.json(summaryOf(job));
}

function withIngestJob(c: Context<CallEnv>, answer: (job: IngestJob) => Response): Response {
  return withJob(c, ingestJobsOf(c.get('view').org), answer);
}
