import { countOption, parseBenchOptions, sizesOption, type BenchCommand } from './options.ts';

const command: BenchCommand<number> = { script: 'bench:action', amount: countOption('runs', 2, 7) };

describe('a benchmark', () => {
  it.each([
    ['no option', [], { amount: 7, json: false }],
    ['a number', ['--runs', '9'], { amount: 9, json: false }],
    ['a number in short', ['-n', '2'], { amount: 2, json: false }],
    ['JSON', ['--json'], { amount: 7, json: true }]
  ])('accepts %s', (_title, args, options) => {
    expect(parseBenchOptions(command, args)).toEqual({ kind: 'run', options });
  });

  it.each([
    ['an unknown option', ['--run', '3'], /--run[\s\S]*npm run bench:action -- --help/u],
    ['a stray word', ['fast'], /fast[\s\S]*--help/u],
    ['an option without its number', ['--runs'], /--runs/u],
    ['a number that is too small', ['--runs', '1'], /--runs takes a whole number from 2 to 99, not "1"/u],
    ['text instead of a number', ['--runs', 'x'], /2 to 99, not "x"/u],
    ['a number that is too large', ['--runs', '100'], /2 to 99/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parseBenchOptions(command, args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--runs', 'x']]])('shows its help for %j', (args) => {
    expect(parseBenchOptions(command, args)).toEqual({ kind: 'help' });
  });
});

describe('a list of sizes', () => {
  const option = sizesOption('rows', '1000,10000,100000', 1_000_000);

  it.each([
    ['has one size', '2000', [2000]],
    ['has several in ascending order', '10000,1000', [1000, 10000]],
    ['has each size once', '5,5', [5]],
    ['has the usual sizes', option.usual, [1000, 10000, 100000]]
  ])('%s', (_title, text, sizes) => {
    expect(option.read(text)).toEqual(sizes);
  });

  it.each(['', '0', '-1', '1.5', '1000, 2000', '1e3', '1000,', '1000001'])('is refused for "%s"', (text) => {
    expect(option.read(text)).toBeNull();
  });
});
