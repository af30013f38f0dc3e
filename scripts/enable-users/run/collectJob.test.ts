import { known } from 'sf-cli/answer';
import { valueAt } from 'sf-cli/json';
import type { BatchState } from '../store/batches.ts';
import { contactId, createPlannedRun, planRow, SENDER, type PlannedRun } from '../testing/plannedRun.ts';
import { createTestClock } from '../testing/testClock.ts';
import { refusal, type OrgAnswer } from '../transports/orgAnswer.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { collectJob, collectLeftJob } from './collectJob.ts';

const JOB = '750000000000001AAA';
const user = (row: number): string => `005${String(row).padStart(12, '0')}AAA`;
const job = (state: string, more: object = {}): OrgAnswer<unknown> => known({ state, ...more });
const GONE = refusal('NOT_FOUND', 'x', 404);
const ENDED = refusal('INVALID_SESSION_ID', 'x', 401);
const DONE = job('JobComplete', { numberRecordsProcessed: 2 });

interface Script {
  /** Answers to requests for the job, one after the other; the last one stays. */
  readonly jobs: readonly OrgAnswer<unknown>[];
  readonly aborted?: OrgAnswer<unknown>;
  /** Rows that succeeded and failed; null where the org has no such file. */
  readonly created?: readonly number[] | null;
  readonly failed?: readonly number[];
  /** How many downloads of each file break off before their rows. */
  readonly broken?: number;
  readonly holders?: OrgAnswer<readonly unknown[]>;
}

let planned: PlannedRun;

afterEach(() => {
  planned.remove();
});

/** A batch of two rows whose job the org describes by a script. */
function start(script: Script, { jobId = JOB, state = 'sent' }: { jobId?: string | null; state?: BatchState } = {}) {
  planned = createPlannedRun([planRow(1), planRow(2)]);
  const asked: string[] = [];
  let [jobs, broken] = [0, 2 * (script.broken ?? 0)];
  async function* csv(rows: readonly string[]): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield Buffer.from(['"sf__Id","sf__Error",ContactId', ...(broken-- > 0 ? [] : rows), ''].join('\n'));
  }
  const api: WriteApi = {
    send: (method, _path, body) => {
      asked.push(method === 'GET' ? 'job' : String(valueAt(body, 'state')));
      const answer = method === 'GET' ? script.jobs[Math.min(jobs++, script.jobs.length - 1)] : script.aborted;
      return Promise.resolve(answer ?? job('Aborted'));
    },
    upload: () => Promise.reject(new Error('no upload')),
    download: (path) => {
      asked.push(path.split('/').at(-2) ?? '');
      if (script.created === null) return Promise.resolve(GONE);
      const created = (script.created ?? []).map((row) => `"${user(row)}","",${contactId(row)}`);
      const failed = (script.failed ?? []).map((row) => `"","STRING_TOO_LONG:x:--",${contactId(row)}`);
      return Promise.resolve(known(csv(path.includes('failed') ? failed : created)));
    },
    query: () => {
      asked.push('holders');
      return Promise.resolve(script.holders ?? known([]));
    }
  };
  const clock = createTestClock();
  const context = planned.open(api, clock);
  const done: number[] = [];
  const jobsShown: string[] = [];
  const sending = { senderId: SENDER.id, earliest: 0, latest: 1e12 };
  const run = {
    ...context,
    sender: { mayHideUsers: false, sendingNow: () => sending },
    progress: {
      ...context.progress,
      done: (rows: number) => void done.push(rows),
      job: (id: string) => void jobsShown.push(id)
    }
  };
  const { batches, outcomes } = run.store;
  const sent = [1, 2].map((row) => ({ row, attempt: 1, username: `user${String(row)}@acme.example`, nickname: 'n' }));
  const id = batches.prepare({ transport: 'bulk', stage: 'users', sending }, sent);
  batches.mark(id, state, jobId ?? undefined);
  const [batch] = batches.unfinished();
  if (batch === undefined) throw new Error('The batch is not done.');
  return {
    run,
    batch,
    asked,
    clock,
    done,
    jobsShown,
    isDone: () => batches.unfinished().length === 0,
    isOpen: (row: number) => batches.openSends(row).length > 0,
    outcomes: () => [...outcomes.all()].map(({ row, outcome, message }) => [row, outcome, message].join(' ').trim())
  };
}

const WAITING = { deadline: Infinity, rowsBefore: 10 };
const COLLECTED = known('collected');

describe('a job that this process has closed', () => {
  it('is waited for, and gives each row the outcome of its result', async () => {
    const started = start({
      jobs: [job('InProgress', { numberRecordsProcessed: 1 }), DONE],
      created: [1],
      failed: [2]
    });
    expect(await collectJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect(started.outcomes()).toEqual(['1 created', '2 failed x']);
    expect([started.done, started.jobsShown]).toEqual([[11, 12], [JOB]]);
    expect(started.asked).toEqual(['job', 'job', 'successfulResults', 'failedResults']);
    expect([started.isDone(), started.clock.slept.length]).toEqual([true, 1]);
  });

  it('is left to the org at the deadline', async () => {
    const started = start({ jobs: [job('InProgress')] });
    expect(await collectJob(started.run, started.batch, { ...WAITING, deadline: 0 })).toEqual(known('stillRunning'));
    expect(started.isDone()).toBe(false);
  });

  it('stops the run where the org refuses to describe it', async () => {
    const started = start({ jobs: [ENDED] });
    expect(await collectJob(started.run, started.batch, WAITING)).toEqual(ENDED);
    expect(started.isDone()).toBe(false);
  });

  it('has its results read again where they broke off, and four times at most', async () => {
    const once = start({ jobs: [DONE], created: [1, 2], broken: 1 });
    await collectJob(once.run, once.batch, WAITING);
    expect(once.outcomes()).toEqual(['1 created', '2 created']);
    expect(once.clock.slept).toEqual([1000]);
    expect([once.isOpen(1), once.isDone()]).toEqual([false, true]);
    planned.remove();
    const always = start({ jobs: [DONE], created: [1, 2], broken: 9 });
    await collectJob(always.run, always.batch, WAITING);
    expect(always.asked.filter((one) => one === 'failedResults')).toHaveLength(4);
    expect(always.clock.slept).toEqual([1000, 2000, 4000, 8000]);
    expect([always.isOpen(1), always.isDone(), always.outcomes()]).toEqual([true, true, []]);
  });

  it('is not asked for failed rows where it counts none, unless its results are too few', async () => {
    const done = job('JobComplete', { numberRecordsProcessed: 2, numberRecordsFailed: 0 });
    const whole = start({ jobs: [done], created: [1, 2] });
    await collectJob(whole.run, whole.batch, WAITING);
    expect(whole.asked).toEqual(['job', 'successfulResults']);
    planned.remove();
    const wrong = start({ jobs: [done], created: [1], failed: [2] });
    await collectJob(wrong.run, wrong.batch, WAITING);
    expect(wrong.asked).toEqual(['job', 'successfulResults', 'successfulResults', 'failedResults']);
    expect(wrong.outcomes()).toEqual(['1 created', '2 failed x']);
  });

  it.each([
    ['without results', null],
    ['with results', [1]]
  ] as const)('leaves rows unprocessed that it did not do before it failed: %s', async (_case, created) => {
    const failed = job('Failed', { errorMessage: 'Too many.', numberRecordsProcessed: created === null ? 0 : 1 });
    const started = start({ jobs: [failed], created });
    expect(await collectJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    const first = created === null ? '1 unprocessed Too many.' : '1 created';
    expect(started.outcomes()).toEqual([first, '2 unprocessed Too many.']);
    expect(started.isOpen(2)).toBe(true);
  });

  it('names its state where it failed without a message', async () => {
    const started = start({ jobs: [job('Aborted', { numberRecordsProcessed: 1 })], created: [1] });
    await collectJob(started.run, started.batch, WAITING);
    expect(started.outcomes()).toEqual(['1 created', '2 unprocessed The job is Aborted.']);
  });

  it('stops the run where its results or the holders of its contacts are refused', async () => {
    const started = start({ jobs: [DONE], created: [1], holders: ENDED });
    expect(await collectJob(started.run, started.batch, WAITING)).toEqual(ENDED);
    expect([started.outcomes(), started.isDone()]).toEqual([['1 created'], false]);
    planned.remove();
    const refused = start({ jobs: [DONE] });
    const run = { ...refused.run, api: { ...refused.run.api, download: () => Promise.resolve(ENDED) } };
    expect(await collectJob(run, refused.batch, WAITING)).toEqual(ENDED);
    expect(refused.isDone()).toBe(false);
  });

  it.each([
    ['that was closed may have created users', 'sent', true],
    ['that was not closed has created none', 'prepared', false]
  ] as const)('and is gone: one %s', async (_case, state, isOpen) => {
    const started = start({ jobs: [GONE] }, { state });
    expect(await collectJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect([started.isOpen(1), started.isDone(), started.outcomes()]).toEqual([isOpen, true, []]);
    expect(started.asked).toEqual(['job', 'holders']);
  });
});

describe('a job that another process left', () => {
  it('is not asked for where there is none', async () => {
    const started = start({ jobs: [] }, { jobId: null, state: 'prepared' });
    expect(await collectLeftJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect([started.asked, started.isOpen(1), started.isDone()]).toEqual([['holders'], false, true]);
  });

  it('is aborted where it is open, so that its rows go out again', async () => {
    const started = start({ jobs: [job('Open'), job('Aborted')] });
    expect(await collectLeftJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect(started.asked).toEqual(['job', 'Aborted', 'job', 'holders']);
    expect([started.isOpen(1), started.isDone(), started.outcomes()]).toEqual([false, true, []]);
  });

  it.each([
    ['that was aborted before its first row', [job('Aborted')], ['job', 'job', 'holders'], false],
    ['that the org has deleted', [GONE], ['job', 'job', 'holders'], true],
    ['that the org deleted after the abort', [job('Open'), GONE], ['job', 'Aborted', 'job', 'job', 'holders'], true]
  ] as const)('is finished without results: one %s', async (_case, jobs, asked, isOpen) => {
    const started = start({ jobs });
    expect(await collectLeftJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect([started.asked, started.isOpen(1), started.outcomes()]).toEqual([asked, isOpen, []]);
  });

  it('is collected where it was aborted after some of its rows', async () => {
    const started = start({ jobs: [job('Aborted', { numberRecordsProcessed: 1 })], created: [1] });
    expect(await collectLeftJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect(started.outcomes()).toEqual(['1 created', '2 unprocessed The job is Aborted.']);
  });

  it('is collected where a request to close it came before the one to abort it', async () => {
    const tooLate = refusal('INVALIDJOBSTATE', 'x', 400);
    const started = start({ jobs: [job('Open'), DONE], aborted: tooLate, created: [1, 2] });
    expect(await collectLeftJob(started.run, started.batch, WAITING)).toEqual(COLLECTED);
    expect(started.outcomes()).toEqual(['1 created', '2 created']);
    expect(started.asked.slice(0, 4)).toEqual(['job', 'Aborted', 'job', 'job']);
  });

  it('is collected at once where it is over', async () => {
    const started = start({ jobs: [DONE], created: [1, 2] });
    await collectLeftJob(started.run, started.batch, WAITING);
    expect(started.asked).toEqual(['job', 'job', 'successfulResults', 'failedResults']);
  });

  it.each([
    ['to describe it', { jobs: [ENDED] }, ['job']],
    ['to abort it', { jobs: [job('Open')], aborted: ENDED }, ['job', 'Aborted']],
    ['to describe it afterwards', { jobs: [job('Open'), ENDED] }, ['job', 'Aborted', 'job']],
    [
      'to name the holders',
      { jobs: [job('Open'), job('Aborted')], holders: ENDED },
      ['job', 'Aborted', 'job', 'holders']
    ]
  ])('stops the run where the org refuses %s', async (_case, script, asked) => {
    const started = start(script);
    expect(await collectLeftJob(started.run, started.batch, WAITING)).toEqual(ENDED);
    expect([started.asked, started.isDone()]).toEqual([asked, false]);
  });
});
