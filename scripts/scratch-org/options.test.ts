import { parseOptions } from './options.ts';

const defaults = { devHub: undefined, alias: 'external-user-demo', durationDays: 7, open: true, json: false };

describe('the options of npm run scratch-org', () => {
  it.each([
    ['nothing', [], {}],
    ['a Dev Hub', ['--dev-hub', 'hub'], { devHub: 'hub' }],
    [
      'all of them in short',
      ['-v', 'local', '-a', 'demo', '-y', '30'],
      { devHub: 'local', alias: 'demo', durationDays: 30 }
    ],
    ['no browser', ['--no-open'], { open: false }],
    ['JSON, which opens no browser', ['--json'], { json: true, open: false }]
  ])('take %s', (_title, args, expected) => {
    expect(parseOptions(args)).toEqual({ kind: 'make', options: { ...defaults, ...expected } });
  });

  it.each([
    ['an unknown option', ['--colour'], /--colour[\s\S]*--help/u],
    ['a stray word', ['hub'], /hub[\s\S]*--help/u],
    ['an empty Dev Hub', ['-v', ''], /--dev-hub takes/u],
    ['no days', ['-y', '0'], /1 to 30, not "0"/u],
    ['too many days', ['-y', '31'], /1 to 30, not "31"/u],
    ['days in words', ['-y', 'seven'], /not "seven"/u],
    ['an alias that is a path', ['-a', '../x'], /--alias takes letters.*"\.\.\/x"/u]
  ])('refuse %s', (_title, args, message) => {
    const parsed = parseOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it('help when asked', () => {
    expect(parseOptions(['--help', '-y', '0'])).toEqual({ kind: 'help' });
  });
});
