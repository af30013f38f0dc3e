import { helpText, parseOptions } from './options.ts';

const defaults = { targetOrg: undefined, json: false, probe: false, prompt: true };

describe('the options of npm run doctor', () => {
  it.each([
    ['nothing, which is the default org', [], {}],
    ['an org', ['--target-org', 'demo'], { targetOrg: 'demo' }],
    ['an org in short', ['-o', 'ada@acme.example'], { targetOrg: 'ada@acme.example' }],
    ['JSON', ['--json'], { json: true }],
    ['a probe', ['--probe'], { probe: true }],
    ['a probe that asks nobody', ['--probe', '--no-prompt'], { probe: true, prompt: false }]
  ])('take %s', (_title, args, expected) => {
    expect(parseOptions(args)).toEqual({ kind: 'examine', options: { ...defaults, ...expected } });
  });

  it.each([
    ['an unknown option', ['--org', 'x'], /--org[\s\S]*--help/u],
    ['a stray word', ['demo'], /demo[\s\S]*--help/u],
    ['an org without its name', ['--target-org'], /target-org/u],
    ['an empty org', ['--target-org', ''], /alias or a username/u],
    ['--no-prompt alone', ['--no-prompt'], /--probe/u]
  ])('refuse %s', (_title, args, message) => {
    const parsed = parseOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--json']]])('help when asked: %j', (args) => {
    expect(parseOptions(args)).toEqual({ kind: 'help' });
  });

  it.each(['--target-org', '--probe', '--no-prompt', '--json', '--help', 'Exit code'])(
    'name %s in the help',
    (word) => {
      expect(helpText).toContain(word);
    }
  );
});
