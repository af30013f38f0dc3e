import { runCommand } from 'sf-cli/command';
import { parsedJson, listAt, textAt } from 'sf-cli/json';

/** Minutes: a start without caches compiles the base components. */
const MINUTES = 10;

it.each([
  ['start', ['cold: first page answered', 'warm: first page answered']],
  ['action', ['time to interactive at 100 ms added latency, ratio', 'bundles of the action, gzip']],
  ['deploy', ['later deploy', 'npm run deploy to sf']],
  ['bulk', ['20 rows: memory, run to sf', '20 rows, 800 a second: first user of run']],
  ['large-file', ['1 MB: plan']]
])(
  'The benchmark %s measures, in its short form.',
  async (name, expected) => {
    const options = ['--short', '--json', '--only', name];
    const command = ['--import', './scripts/shared/startUp.js', 'scripts/bench/all/main.ts', ...options];
    const { exitCode, stdout, output } = await runCommand('node', command, {}, MINUTES);
    expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
    const figures = listAt(parsedJson(stdout), 'figures').map((figure) => textAt(figure, 'figure'));
    expect(figures).toEqual(expect.arrayContaining(expected.map((figure) => `${name}: ${figure}`)));
  },
  MINUTES * 60_000
);
