import { explainFailure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { refusedFor, type OrgAnswer } from './orgAnswer.ts';
import { withRetries } from './retries.ts';
import { createTestClock } from '../testing/testClock.ts';
import { createAll } from './collections.ts';
import { abortJob, awaitJob, closeJob, readJob } from './ingestJobs.ts';
import { readResults, type JobResult } from './jobResults.ts';
import type { WriteApi } from './writeApi.ts';

const failure = (status: number, errorCode = 'X') => explainFailure({ status, body: [{ errorCode, message: 'x' }] });
const noAnswer = { ...explainFailure({ status: 0 }), status: null };

/** An org that gives these answers one after the other, and then always the last one. */
function answering(...replies: readonly OrgAnswer<unknown>[]): {
  readonly api: WriteApi;
  readonly count: () => number;
} {
  let count = 0;
  const next = () => Promise.resolve(replies[Math.min(count++, replies.length - 1)] ?? known(null));
  const api: WriteApi = {
    send: next,
    upload: next,
    download: () => Promise.reject(new Error('nothing to download')),
    query: () => Promise.reject(new Error('no query'))
  };
  return { api, count: () => count };
}

describe('a request that may be repeated', () => {
  it.each([
    ['429', failure(429), true],
    ['the limit of concurrent requests', failure(403, 'REQUEST_LIMIT_EXCEEDED'), true],
    ['503', failure(503), true],
    ['a lock', failure(400, 'UNABLE_TO_LOCK_ROW'), true],
    ['a broken connection', noAnswer, true],
    ['an ended session', failure(401, 'INVALID_SESSION_ID'), false],
    ['a duplicate', failure(400, 'DUPLICATE_USERNAME'), false]
  ])('is sent again after a transient error and no other: %s', async (_case, refusal, isAgain) => {
    const { api, count } = answering(refusedFor(refusal), known('ok'));
    const reply = await withRetries(() => api.send('GET', '/'), createTestClock());
    expect(reply).toEqual(isAgain ? known('ok') : refusedFor(refusal));
    expect(count()).toBe(isAgain ? 2 : 1);
  });

  it('waits twice as long each time, and ends after ten minutes', async () => {
    const clock = createTestClock();
    const reply = await withRetries(() => Promise.resolve(refusedFor(failure(503))), clock);
    expect(reply.kind).toBe('refused');
    expect(clock.slept.slice(0, 6)).toEqual([1000, 2000, 4000, 8000, 16000, 30000]);
    expect(clock.now()).toBeLessThanOrEqual(10 * 60_000);
  });
});

describe('a collection', () => {
  const create = (api: WriteApi) => createAll(api, 'User', [{ Username: 'a' }, { Username: 'b' }], createTestClock());

  it('is not sent again where no answer came, as it may have been carried out', async () => {
    const { api, count } = answering(refusedFor(noAnswer));
    expect(await create(api)).toMatchObject({ kind: 'refused', failure: { code: 'noAnswer' } });
    expect(count()).toBe(1);
  });

  it('is sent again where the org was too busy to carry it out', async () => {
    const { api, count } = answering(
      refusedFor(failure(429)),
      known([
        { success: true, id: '1' },
        { success: true, id: '2' }
      ])
    );
    expect(await create(api)).toMatchObject({ kind: 'known' });
    expect(count()).toBe(2);
  });

  it('is unreadable where the org answers more or fewer results than records', async () => {
    expect(await create(answering(known([{ success: true, id: '1' }])).api)).toMatchObject({
      failure: { code: 'unreadable' }
    });
  });

  it('gives the id or the failure of each record', async () => {
    const errors = [{ statusCode: 'DUPLICATE_USERNAME', message: 'Taken', fields: ['Username'] }];
    expect(
      await create(
        answering(
          known([
            { success: true, id: '1' },
            { success: false, errors }
          ])
        ).api
      )
    ).toMatchObject({
      value: [
        { kind: 'written', id: '1' },
        { kind: 'failed', failure: { code: 'duplicateUsername', message: 'Taken' } }
      ]
    });
  });
});

describe('a job', () => {
  it('is closed or aborted only where the answer says so', async () => {
    const other = known({ hello: 1 });
    expect(await closeJob(answering(other).api, '750')).toMatchObject({ failure: { code: 'unreadable' } });
    expect(await closeJob(answering(known({ state: 'UploadComplete' })).api, '750')).toMatchObject({ kind: 'known' });
    const { api, count } = answering(other, known({ state: 'Aborted' }));
    expect(await abortJob(api, '750', createTestClock())).toMatchObject({ kind: 'known' });
    expect(count()).toBe(2);
  });

  it('is polled less and less often, until it is over', async () => {
    const clock = createTestClock();
    const { api } = answering(
      ...Array.from({ length: 20 }, () => known({ state: 'InProgress' })),
      known({ state: 'JobComplete' })
    );
    const reply = await awaitJob(api, '750', clock, { rows: 10, deadline: Infinity, seen: () => undefined });
    expect(reply).toMatchObject({ value: { state: 'JobComplete' } });
    expect([clock.slept[0], clock.slept.at(-1)]).toEqual([250, 4000]);
  });

  it('is polled sooner where it is nearly over', async () => {
    const clock = createTestClock();
    const { api } = answering(
      ...Array.from({ length: 20 }, () => known({ state: 'InProgress', numberRecordsProcessed: 5 })),
      known({ state: 'InProgress', numberRecordsProcessed: 9 }),
      known({ state: 'JobComplete', numberRecordsProcessed: 10 })
    );
    await awaitJob(api, '750', clock, { rows: 10, deadline: Infinity, seen: () => undefined });
    const elapsed = clock.slept.slice(0, -1).reduce((sum, wait) => sum + wait, 0);
    expect(clock.slept.at(-1)).toBeCloseTo(elapsed / 9 / 2);
  });

  it('is left to the org where it takes longer than the deadline', async () => {
    const { api } = answering(known({ state: 'InProgress' }));
    const reply = await awaitJob(api, '750', createTestClock(), { rows: 10, deadline: 1000, seen: () => undefined });
    expect(reply).toMatchObject({ value: { state: 'InProgress' } });
  });

  it('is null where the org has deleted it', async () => {
    expect(await readJob(answering(refusedFor(failure(404, 'NOT_FOUND'))).api, '750', createTestClock())).toEqual(
      known(null)
    );
  });
});

describe('the results of a job', () => {
  const [one, two, user] = ['003000000000001AAA', '003000000000002AAA', '005000000000001AAA'];

  async function read(text: string, breaks = false): Promise<readonly JobResult[]> {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += 7) yield Buffer.from(text.slice(at, at + 7));
      await Promise.resolve();
      if (breaks) throw new Error('socket hang up');
    }
    const api = { ...answering().api, download: () => Promise.resolve(known(bytes())) };
    const reply = await readResults(api, '750', 'failedResults', createTestClock());
    const rows: JobResult[] = [];
    if (reply.kind === 'known') for await (const row of reply.value) rows.push(row);
    return rows;
  }

  const whole = `"sf__Id","sf__Error",ContactId,LastName\n"","A:b ""c"",\nd:Username --",${one},O’Hara\n"${user}","",${two},x\n`;

  it('name the contact of each row, also where their texts have quotes and line breaks', async () => {
    expect(await read(whole)).toEqual([
      { contactId: one, id: '', error: 'A:b "c",\nd:Username --' },
      { contactId: two, id: user, error: '' }
    ]);
  });

  it.each(Array.from({ length: 20 }, (_, index) => Math.floor((whole.length * index) / 20)))(
    'have whole rows only where they break off after %i characters',
    async (length) => {
      const rows = await read(whole.slice(0, length));
      expect(['', one, `${one} ${two}`]).toContain(rows.map(({ contactId }) => contactId).join(' '));
      for (const row of rows) expect(row.error !== '' || row.id === user).toBe(true);
    }
  );

  it('end without an error where the connection breaks', async () => {
    expect((await read(whole, true)).length).toBeLessThanOrEqual(2);
  });
});
