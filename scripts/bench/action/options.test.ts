import { helpText, parseOptions } from './options.ts';

describe('the options of npm run bench:action', () => {
  it.each([
    ['nothing', [], { runs: 7, json: false }],
    ['a number of runs', ['--runs', '9'], { runs: 9, json: false }],
    ['a number of runs in short', ['-n', '1'], { runs: 1, json: false }],
    ['JSON', ['--json'], { runs: 7, json: true }]
  ])('take %s', (_title, args, options) => {
    expect(parseOptions(args)).toEqual({ kind: 'measure', options });
  });

  it.each([
    ['an unknown option', ['--run', '3'], /--run[\s\S]*--help/u],
    ['a stray word', ['fast'], /fast[\s\S]*--help/u],
    ['runs without a number', ['--runs'], /--runs/u],
    ['no run at all', ['--runs', '0'], /1 to 99, not "0"/u],
    ['runs that are no number', ['--runs', 'x'], /1 to 99, not "x"/u],
    ['more runs than anybody waits for', ['--runs', '100'], /1 to 99/u]
  ])('refuse %s', (_title, args, message) => {
    const parsed = parseOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--runs', 'x']]])('help when asked: %j', (args) => {
    expect(parseOptions(args)).toEqual({ kind: 'help' });
  });

  it.each(['--runs', '--json', '--help', 'Exit code'])('are explained by the help: %s', (word) => {
    expect(helpText).toContain(word);
  });
});
