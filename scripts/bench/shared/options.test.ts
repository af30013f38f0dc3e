import { countOption, parseOptions, type Command } from './options.ts';

const command: Command<number> = { script: 'bench:action', amount: countOption('runs', 2, 7) };

describe('the options of a benchmark', () => {
  it.each([
    ['nothing', [], { amount: 7, json: false }],
    ['a number', ['--runs', '9'], { amount: 9, json: false }],
    ['a number in short', ['-n', '2'], { amount: 2, json: false }],
    ['JSON', ['--json'], { amount: 7, json: true }]
  ])('take %s', (_title, args, options) => {
    expect(parseOptions(command, args)).toEqual({ kind: 'measure', options });
  });

  it.each([
    ['an unknown option', ['--run', '3'], /--run[\s\S]*npm run bench:action -- --help/u],
    ['a stray word', ['fast'], /fast[\s\S]*--help/u],
    ['an option without its number', ['--runs'], /--runs/u],
    ['too few', ['--runs', '1'], /--runs takes a whole number from 2 to 99, not "1"/u],
    ['what is no number', ['--runs', 'x'], /2 to 99, not "x"/u],
    ['more than anybody waits for', ['--runs', '100'], /2 to 99/u]
  ])('refuse %s', (_title, args, message) => {
    const parsed = parseOptions(command, args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--runs', 'x']]])('help when asked: %j', (args) => {
    expect(parseOptions(command, args)).toEqual({ kind: 'help' });
  });
});
