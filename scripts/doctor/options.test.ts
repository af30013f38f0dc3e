import { helpText, parseDoctorOptions } from './options.ts';

const defaults = { targetOrg: undefined, json: false, probe: false, writeSettings: false, prompt: true };

describe('npm run doctor', () => {
  it.each([
    ['no option, for the default org', [], {}],
    ['an org', ['--target-org', 'demo'], { targetOrg: 'demo' }],
    ['an org in short', ['-o', 'ada@acme.example'], { targetOrg: 'ada@acme.example' }],
    ['JSON', ['--json'], { json: true }],
    ['a probe', ['--probe'], { probe: true }],
    ['settings to write', ['--write-settings'], { writeSettings: true }],
    ['settings without a question', ['--write-settings', '--no-prompt'], { writeSettings: true, prompt: false }],
    ['a probe without a question', ['--probe', '--no-prompt'], { probe: true, prompt: false }]
  ])('accepts %s', (_title, args, expected) => {
    expect(parseDoctorOptions(args)).toEqual({ kind: 'run', options: { ...defaults, ...expected } });
  });

  it.each([
    ['an unknown option', ['--org', 'x'], /--org[\s\S]*--help/u],
    ['a stray word', ['demo'], /demo[\s\S]*--help/u],
    ['an org without its name', ['--target-org'], /target-org/u],
    ['an empty org', ['--target-org', ''], /alias or a username/u],
    ['--no-prompt alone', ['--no-prompt'], /--probe/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parseDoctorOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--json']]])('shows its help for %j', (args) => {
    expect(parseDoctorOptions(args)).toEqual({ kind: 'help' });
  });

  it.each(['--target-org', '--probe', '--write-settings', '--no-prompt', '--json', '--help', 'Exit code'])(
    'explains %s in its help',
    (word) => {
      expect(helpText).toContain(word);
    }
  );
});
