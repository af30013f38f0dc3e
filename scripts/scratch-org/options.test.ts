import { parseScratchOrgOptions } from './options.ts';

const defaults = { devHub: undefined, alias: 'external-user-demo', durationDays: 7, open: true, json: false };

describe('npm run scratch-org', () => {
  it.each([
    ['no option', [], {}],
    ['a Dev Hub', ['--dev-hub', 'hub'], { devHub: 'hub' }],
    [
      'all options in short',
      ['-v', 'local', '-a', 'demo', '-y', '30'],
      { devHub: 'local', alias: 'demo', durationDays: 30 }
    ],
    ['no browser', ['--no-open'], { open: false }],
    ['JSON, which opens no browser', ['--json'], { json: true, open: false }]
  ])('accepts %s', (_title, args, expected) => {
    expect(parseScratchOrgOptions(args)).toEqual({ kind: 'run', options: { ...defaults, ...expected } });
  });

  it.each([
    ['an unknown option', ['--color'], /--color[\s\S]*--help/u],
    ['a stray word', ['hub'], /hub[\s\S]*--help/u],
    ['a Dev Hub without a name', ['-v', ''], /--dev-hub takes/u],
    ['a duration of 0 days', ['-y', '0'], /1 to 30, not "0"/u],
    ['a duration of more than 30 days', ['-y', '31'], /1 to 30, not "31"/u],
    ['a duration in words', ['-y', 'seven'], /not "seven"/u],
    ['an alias that is a path', ['-a', '../x'], /--alias takes letters.*"\.\.\/x"/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parseScratchOrgOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it('shows its help even when another option is wrong', () => {
    expect(parseScratchOrgOptions(['--help', '-y', '0'])).toEqual({ kind: 'help' });
  });
});
