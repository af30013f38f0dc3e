import { Hono, type Context } from 'hono';
import { answerError, resourceNotFound } from '../shared/errors.ts';
import { parseJsonObject, readJsonObject } from '../shared/jsonBody.ts';
import { withoutLastSlashes } from '../shared/paths.ts';
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
import { informationOf, isOver, moveTo, summaryOf, type IngestJob } from './ingestJob.ts';
import { ingestJobsOf } from './ingestJobs.ts';
import { readJobRequest } from './requests.ts';
import { resultStream, type ResultKind } from './results.ts';

/** "150 MB of base64 encoded content": three bytes become four characters. */
const MAX_UPLOAD = Math.floor((150 * 1024 * 1024 * 3) / 4);
/** "For small amounts of job data (100,000 characters or less)", one multipart request has the job and its data. */
const MAX_MULTIPART = 100_000;
const JOBS_PER_PAGE = 1000;

/** Bulk API 2.0 ingest (Bulk API 2.0 and Bulk API Developer Guide), below `/jobs/ingest`. */
export function bulkRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.post('/', async (c) => {
    return /^multipart\/form-data/i.test(c.req.header('Content-Type') ?? '') ? createWithData(c) : create(c);
  });

  routes.get('/', (c) => {
    const jobs = ingestJobsOf(c.get('view').org).all();
    const start = Number(c.req.query('queryLocator') ?? 0);
    const isOther = !['V2Ingest', undefined].includes(c.req.query('jobType'));
    const records = isOther ? [] : jobs.slice(start, start + JOBS_PER_PAGE).map(listed);
    const next = start + JOBS_PER_PAGE;
    const done = isOther || next >= jobs.length;
    const nextRecordsUrl = done ? null : `${withoutLastSlashes(c.req.path)}?queryLocator=${String(next)}`;
    return c.json({ done, records, nextRecordsUrl });
  });

  routes.get('/:id', (c) => withJob(c, (job) => c.json(informationOf(job))));

  routes.put('/:id/batches', async (c) => {
    const data = Buffer.from(await c.req.arrayBuffer());
    return withJob(c, (job) => upload(c, job, data));
  });

  routes.patch('/:id', async (c) => {
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    return withJob(c, (job) => changeState(c, job, body.value['state']));
  });

  routes.delete('/:id', (c) =>
    withJob(c, (job) => {
      if (!isOver(job) && job.state !== 'UploadComplete') return answerError(c, notTerminated);
      if (job.state === 'UploadComplete') moveTo(job, 'Aborted', c.get('view').org.clock.now());
      ingestJobsOf(c.get('view').org).remove(job);
      return c.body(null, 204);
    })
  );

  for (const kind of ['successfulResults', 'failedResults', 'unprocessedrecords'] as const) {
    routes.get(`/:id/${kind}`, (c) => withJob(c, (job) => answerResults(c, job, kind)));
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
  const { person, access, org } = c.get('view');
  const isCreator = job.createdById === person.userId;
  switch (state) {
    case 'UploadComplete':
      if (!isCreator) return answerError(c, notYours);
      return job.state === 'Open' ? close(c, job) : answerError(c, jobHasEnded('Closing', job));
    case 'Aborted':
      if (!isCreator && !access.has('ManageDataIntegrations')) return answerError(c, notYours);
      if (isOver(job)) return answerError(c, jobHasEnded('Aborting', job));
      moveTo(job, 'Aborted', org.clock.now());
      return c.json(summaryOf(job));
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

function withJob(c: Context<CallEnv>, answer: (job: IngestJob) => Response): Response {
  const job = ingestJobsOf(c.get('view').org).find(c.req.param('id') ?? '');
  return job === undefined ? answerError(c, resourceNotFound) : answer(job);
}

function listed(job: IngestJob): Readonly<Record<string, unknown>> {
  return { ...summaryOf(job), jobType: 'V2Ingest' };
}

function versionOf(c: Context<CallEnv>): string {
  return /\/v(\d+\.\d+)\//.exec(c.req.path)?.[1] ?? '';
}
