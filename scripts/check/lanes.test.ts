import { runInLanes } from './lanes.ts';
import { lineOf, type FinishedStep, type Outcome, type Step } from './step.ts';

const passed: Outcome = { passed: 1, failed: 0, output: '' };

/** A step that tells when it begins and waits for its turn to end. */
function held(id: string, log: string[]): { step: Step; end: (outcome: Outcome) => void } {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const step: Step = {
    id,
    title: id,
    run: () => {
      log.push(id);
      return promise;
    }
  };
  return { step, end: resolve };
}

function step(run: () => Promise<Outcome>): Step {
  return { id: 'a', title: 'A', run };
}

async function runOne(run: () => Promise<Outcome>): Promise<FinishedStep | undefined> {
  const [finished] = await runInLanes([step(run)], 2, () => undefined);
  return finished;
}

describe('the steps of npm test', () => {
  it('run in so many lanes, in their order', async () => {
    const log: string[] = [];
    const [jest, lint, types] = [held('jest', log), held('lint', log), held('types', log)];
    const told: string[] = [];
    const all = runInLanes([jest.step, lint.step, types.step], 2, ({ title }) => told.push(title));

    expect(log).toEqual(['jest', 'lint']);
    types.end(passed);
    lint.end(passed);
    jest.end(passed);
    await all;

    expect(log).toEqual(['jest', 'lint', 'types']);
    expect(told.toSorted()).toEqual(['jest', 'lint', 'types']);
  });

  it('fail when no test ran', async () => {
    const finished = await runOne(() => Promise.resolve({ passed: 0, failed: 0, output: 'nothing' }));
    expect(finished).toMatchObject({ failed: 1, output: 'nothing\nNo test ran.' });
  });

  it('fail when they break', async () => {
    const finished = await runOne(() => Promise.reject(new Error('spawn ENOENT')));
    expect(finished).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining('spawn ENOENT') });
  });

  it.each([
    [{ title: 'Prettier', passed: 1, failed: 0, seconds: 3.14, output: '' }, '✓ Prettier (3.1 s)'],
    [{ title: 'tsc', passed: 0, failed: 1, seconds: 3, output: '' }, '✗ tsc (3.0 s)'],
    [{ title: 'Jest', passed: 80, failed: 0, seconds: 12, output: '' }, '✓ Jest – 80 passed (12.0 s)'],
    [{ title: 'Jest', passed: 80, failed: 2, seconds: 12, output: '' }, '✗ Jest – 80 passed, 2 failed (12.0 s)']
  ])('end in a short line: %#', (finished, line) => {
    expect(lineOf(finished)).toBe(line);
  });
});
