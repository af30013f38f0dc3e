import { mock } from 'node:test';
import { explainFailure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { parsedJson } from 'sf-cli/json';
import { createTestClock } from '../testing/testClock.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { progressOf } from './progress.ts';
import { tellUnanswered, tellWaits } from './waits.ts';

const lost = { ...explainFailure({ status: 0 }), status: null, message: 'fetch failed: ECONNREFUSED' };

function watch(isJson: boolean, isTTY: boolean) {
  const lines: string[] = [];
  const clock = createTestClock();
  const terminal = {
    isTTY,
    columns: 100,
    write: (text: string) => lines.push(text.replace('\r\u001b[K', '').trimEnd())
  };
  return { lines, clock, progress: progressOf(terminal, isJson, clock) };
}

describe('a wait for the next try', () => {
  it('is told at once, and counts down each second on a terminal', async () => {
    const { lines, clock, progress } = watch(false, true);
    await tellWaits(clock, progress).sleep(3000, lost);
    const sentence = 'The connection to the org is lost (fetch failed: ECONNREFUSED): next try in';
    expect(lines).toEqual([`${sentence} 3 s`, `${sentence} 2 s`, `${sentence} 1 s`]);
    expect(clock.now()).toBe(3000);
  });

  it('is a line of JSON now and then with --json', async () => {
    const { lines, clock, progress } = watch(true, false);
    await tellWaits(clock, progress).sleep(20_000, lost);
    expect(lines.map(parsedJson)).toEqual(
      [20, 10].map((seconds) => ({
        event: 'waiting',
        code: 'noAnswer',
        status: null,
        message: 'fetch failed: ECONNREFUSED',
        seconds
      }))
    );
  });

  it.each([
    ['a limit', explainFailure({ status: 429 }), 'The org takes no more requests for now: next try in 1 s'],
    ['a server error', explainFailure({ status: 503 }), 'The org can’t answer for now: next try in 1 s']
  ])('says why in a log that nobody watches: %s', async (_case, failure, sentence) => {
    const { lines, clock, progress } = watch(false, false);
    await tellWaits(clock, progress).sleep(1000, failure);
    expect(lines).toEqual([sentence]);
  });

  it('that no failure caused is not told', async () => {
    const { lines, clock, progress } = watch(true, false);
    await tellWaits(clock, progress).sleep(1000);
    expect(lines).toEqual([]);
  });
});

describe('a request without an answer', () => {
  afterEach(() => {
    mock.timers.reset();
  });

  it('is told after five seconds', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const { lines, progress } = watch(true, false);
    const answer = Promise.withResolvers<Awaited<ReturnType<WriteApi['send']>>>();
    const no = () => Promise.reject(new Error('not asked'));
    const api = tellUnanswered({ send: () => answer.promise, upload: no, download: no, query: no }, progress);
    const asked = api.send('GET', '/jobs/ingest/750');
    mock.timers.tick(4000);
    expect(lines).toEqual([]);
    mock.timers.tick(20_000);
    expect(lines.map(parsedJson)).toEqual([5, 15].map((seconds) => ({ event: 'unanswered', seconds })));
    answer.resolve(known(null));
    await asked;
    mock.timers.tick(20_000);
    expect(lines).toHaveLength(2);
  });
});
