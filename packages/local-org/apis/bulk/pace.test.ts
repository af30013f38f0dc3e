import { setImmediate } from 'node:timers/promises';
import { createJob, runJob, uploadAndClose, type JobInfo } from '../../testing/bulk.ts';
import { callerOf, type Caller } from '../../testing/caller.ts';
import { createPace } from './pace.ts';

/** A pace whose clock stands still but for its sleep and for what a test adds. */
function pacedBy(rowsPerSecond: number) {
  let time = 0;
  const slept: number[] = [];
  const pace = createPace({
    now: () => time,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    }
  });
  pace.set(rowsPerSecond);
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { pace, slept, pass };
}

describe('a pace', () => {
  it('waits as long as the rows take', async () => {
    const { pace, slept } = pacedBy(800);
    await pace.untilDue(200);
    await pace.untilDue(80);
    expect(slept).toEqual([250, 100]);
  });

  it('counts the time of the work itself, and makes a late chunk up', async () => {
    const { pace, slept, pass } = pacedBy(800);
    await pace.untilDue(200);
    pass(150);
    await pace.untilDue(200);
    pass(300);
    await pace.untilDue(200);
    await pace.untilDue(200);
    expect(slept).toEqual([250, 100, 200]);
  });

  it('saves no time while there is nothing to do', async () => {
    const { pace, slept, pass } = pacedBy(800);
    pass(10_000);
    pace.begin();
    await pace.untilDue(200);
    expect(slept).toEqual([250]);
  });

  it('of 0 rows a second never waits', async () => {
    const { pace, slept } = pacedBy(0);
    await pace.untilDue(10_000);
    expect(slept).toEqual([]);
  });
});

describe('an org with a pace', () => {
  const rows = `LastName\n${Array.from({ length: 400 }, (_, index) => `Row ${String(index)}`).join('\n')}\n`;

  /** A job that the org has begun to work on. */
  async function startedJob(caller: Caller): Promise<string> {
    await caller.call('POST', '/__local/pace', { rowsPerSecond: 4000, latencyMilliseconds: 0 });
    const { id } = await createJob(caller, { object: 'Contact', operation: 'insert' });
    await uploadAndClose(caller, id, rows);
    return id;
  }

  /** Another look at a job, after the runner had its turn. */
  async function nextLook(caller: Caller, id: string): Promise<JobInfo> {
    await setImmediate();
    return (await caller.call('GET', `/jobs/ingest/${id}`)).body as JobInfo;
  }

  it('works on a job for as long as its rows take, and answers meanwhile', async () => {
    const caller = callerOf();
    const start = performance.now();
    const id = await startedJob(caller);
    const seen = new Set<string>();
    for (let state = ''; state !== 'JobComplete';) {
      const info = await nextLook(caller, id);
      ({ state } = info);
      seen.add(`${state} ${String(info.numberRecordsProcessed)}`);
    }
    expect(performance.now() - start).toBeGreaterThanOrEqual(95);
    expect([...seen]).toEqual(expect.arrayContaining(['InProgress 0', 'JobComplete 400']));
  });

  it('stops with a job that is aborted while a chunk takes its time', async () => {
    const caller = callerOf();
    const id = await startedJob(caller);
    while ((await nextLook(caller, id)).state !== 'InProgress');
    await caller.call('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    await caller.call('POST', '/__local/pace', { rowsPerSecond: 0, latencyMilliseconds: 0 });
    const other = await runJob(caller, { object: 'Contact', operation: 'insert' }, 'LastName\nOther\n');
    expect(other).toMatchObject({ state: 'JobComplete' });
    expect(await nextLook(caller, id)).toMatchObject({ state: 'Aborted', numberRecordsProcessed: 0 });
  });
});
