import { countOption, numberOption, parseBenchOptions, sizesOption, type BenchCommand } from './options.ts';

const command: BenchCommand<{ runs: number; rate: number }> = {
  script: 'bench:action',
  amounts: { runs: countOption('runs', 2, 7), rate: numberOption('rows-per-second', 800, 1000) }
};

describe('a benchmark', () => {
  it.each([
    ['no option', [], { amounts: { runs: 7, rate: 800 }, json: false }],
    ['a number', ['--runs', '9'], { amounts: { runs: 9, rate: 800 }, json: false }],
    ['a number in short', ['-n', '2'], { amounts: { runs: 2, rate: 800 }, json: false }],
    ['another number, of 0', ['--rows-per-second', '0'], { amounts: { runs: 7, rate: 0 }, json: false }],
    ['JSON', ['--json'], { amounts: { runs: 7, rate: 800 }, json: true }]
  ])('accepts %s', (_title, args, options) => {
    expect(parseBenchOptions(command, args)).toEqual({ kind: 'run', options });
  });

  it.each([
    ['an unknown option', ['--run', '3'], /--run[\s\S]*npm run bench:action -- --help/u],
    ['a stray word', ['fast'], /fast[\s\S]*--help/u],
    ['an option without its number', ['--runs'], /--runs/u],
    ['a number that is too small', ['--runs', '1'], /--runs takes a whole number from 2 to 99, not "1"/u],
    ['text instead of a number', ['--runs', 'x'], /2 to 99, not "x"/u],
    ['a number that is too large', ['--runs', '100'], /2 to 99/u],
    [
      'another number that is too large',
      ['--rows-per-second', '1001'],
      /--rows-per-second takes .* 0 to 1000, not "1001"/u
    ],
    ['half a row a second', ['--rows-per-second', '0.5'], /not "0\.5"/u]
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
