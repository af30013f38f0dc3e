import { mock } from 'node:test';
import { whenQuiet } from './whenQuiet.ts';

const QUIET_MS = 1000;

let calls: number;
let inQuiet: ReturnType<typeof whenQuiet>;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  calls = 0;
  inQuiet = whenQuiet(QUIET_MS, () => {
    calls++;
    return Promise.resolve();
  });
});

afterEach(() => {
  mock.timers.reset();
});

it('calls once, a while after the last request', async () => {
  await inQuiet(() => Promise.resolve());
  mock.timers.tick(QUIET_MS - 1);
  await inQuiet(() => Promise.resolve());
  mock.timers.tick(QUIET_MS - 1);
  expect(calls).toBe(0);
  mock.timers.tick(1);
  await inQuiet(() => Promise.resolve());
  mock.timers.tick(QUIET_MS);
  expect(calls).toBe(1);
});

it('waits for a request that is under way, and passes its answer on', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const answered = inQuiet(() => promise);
  await inQuiet(() => Promise.resolve());
  mock.timers.tick(QUIET_MS);
  expect(calls).toBe(0);
  resolve('page');
  expect(await answered).toBe('page');
  mock.timers.tick(QUIET_MS);
  expect(calls).toBe(1);
});

it('goes on after a request that failed', async () => {
  await expect(inQuiet(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  mock.timers.tick(QUIET_MS);
  expect(calls).toBe(1);
});
