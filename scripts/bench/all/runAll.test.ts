import { judge } from '../shared/figure.ts';
import { countOption } from '../shared/options.ts';
import type { Bench } from '../shared/runBench.ts';
import { toPart } from './parts.ts';
import { runAll } from './runAll.ts';

const bench = (value: number): Bench<{ readonly runs: number }> => ({
  command: { script: 'bench:one', amounts: { runs: countOption('runs', 1, 7) } },
  short: { runs: 1 },
  help: '',
  measure: ({ runs }, tell) => {
    tell(`Measuring ${String(runs)} times`);
    return Promise.resolve({ figures: [judge('seconds', value, 'seconds', 8)], text: '' });
  }
});
const broken: Bench<object> = {
  command: { script: 'bench:broken', amounts: {} },
  short: {},
  help: '',
  measure: () => Promise.reject(new Error('There is no browser'))
};
const PARTS = [toPart('start', bench(9)), toPart('action', broken), toPart('bulk', bench(7))];

async function run(...args: readonly string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const exitCode = await runAll(args, PARTS, {
    write: (text) => out.push(text),
    writeError: (text) => errors.push(text),
    whenInterrupted: () => () => undefined
  });
  return { exitCode, out: out.join(''), errors: errors.join('') };
}

describe('all benchmarks', () => {
  it('print their figures in one list, and a missed target stays missed', async () => {
    const { exitCode, out } = await run('--json', '--only', 'start,bulk');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({
      figures: [
        { figure: 'start: seconds', value: 9, unit: 'seconds', target: 8, met: false },
        { figure: 'bulk: seconds', value: 7, unit: 'seconds', target: 8, met: true }
      ]
    });
  });

  it('are a table without --json', async () => {
    expect((await run('--only', 'start')).out).toMatch(/start: seconds +9 +seconds +at most 8 +MISSED/u);
  });

  it('go on after one that can’t be measured, and fail in the end', async () => {
    const { exitCode, out, errors } = await run();
    expect(exitCode).toBe(1);
    expect(errors).toContain('action: not measured. There is no browser');
    expect(out).toContain('bulk: seconds');
  });

  it.each([
    [[], 7],
    [['--short'], 1]
  ])('with %j measure %d times', async (args, times) => {
    expect((await run(...args, '--only', 'bulk')).errors).toContain(`bulk: Measuring ${String(times)} times…`);
  });

  it('refuse the name of none', async () => {
    const { exitCode, errors } = await run('--only', 'bulk,speed');
    expect(exitCode).toBe(2);
    expect(errors).toContain('--only takes start, action, bulk with commas between them, not "speed"');
  });
});
