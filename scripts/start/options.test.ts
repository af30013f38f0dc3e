import { helpText, parseStartOptions, warningOf } from './options.ts';

const startingOrgs = ['ready', 'bare', 'no-seats'];
const defaults = {
  port: undefined,
  org: 'ready',
  seed: 1,
  isPredictable: false,
  json: false,
  tokens: false,
  deployed: false,
  hasControlRoutes: false,
  open: true,
  projects: []
};

describe('npm start', () => {
  it.each([
    ['no option', [], {}],
    ['a port', ['--port', '0'], { port: 0 }],
    ['a port in short', ['-p', '8080'], { port: 8080 }],
    ['a starting org', ['--org', 'no-seats'], { org: 'no-seats' }],
    ['--deployed, which starts an org without the product', ['--deployed'], { deployed: true, org: 'bare' }],
    ['--deployed with another org', ['--deployed', '-o', 'no-seats'], { deployed: true, org: 'no-seats' }],
    ['a seed', ['--seed=7'], { seed: 7, isPredictable: true }],
    ['no browser', ['--no-open'], { open: false }],
    ['JSON', ['--json'], { json: true }],
    ['tokens', ['--tokens'], { tokens: true }],
    ['the control routes', ['--control-door'], { hasControlRoutes: true }],
    ['other projects', ['--project', 'a', '--project', 'b'], { projects: ['a', 'b'] }]
  ])('accepts %s', (_title, args, expected) => {
    expect(parseStartOptions(args, startingOrgs)).toEqual({ kind: 'run', options: { ...defaults, ...expected } });
  });

  it.each([
    [
      'an unknown option, with the one that it is like',
      ['--prot', '1'],
      /no option --prot\. Did you mean --port\?[\s\S]*--help/u
    ],
    ['an option that is like none', ['--color'], /^There is no option --color\.\n/u],
    ['a stray word', ['redy'], /redy.*npm start -- <options>[\s\S]*--help/u],
    ['a starting org whose option npm has taken', ['no-seats'], /^Did you mean npm start -- --org no-seats\?$/u],
    ['an option without its value', ['--port'], /^--port takes a value\.\n/u],
    ['an option before another, without its value', ['--port', '--json'], /^--port takes a value\.\n/u],
    ['a value for an option that takes none', ['--json=1'], /^--json takes no value\.\n/u],
    ['a port that is not a number', ['--port', 'http'], /0 to 65535.*"http"/u],
    ['a port that is too high', ['--port', '70000'], /0 to 65535/u],
    ['a port below zero', ['--port=-1'], /0 to 65535/u],
    ['a seed that is not a number', ['--seed', 'x'], /whole number.*"x"/u],
    [
      'an unknown org, with the one that it is like',
      ['--org', 'redy'],
      /no scenario "redy"\. Did you mean --org ready\?.*--help/u
    ],
    ['a part of a name, with the whole', ['--org', 'seats'], /Did you mean --org no-seats\?/u],
    ['an org that is like none', ['--org', 'production'], /no scenario "production"\. npm start -- --help/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parseStartOptions(args, startingOrgs);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--port', 'x']]])('shows its help for %j', (args) => {
    expect(parseStartOptions(args, startingOrgs)).toEqual({ kind: 'help' });
  });

  it('warns of tokens that a seed makes guessable', () => {
    expect(warningOf({ isPredictable: true })).toMatch(/--seed.*tokens/u);
    expect(warningOf({ isPredictable: false })).toBe('');
  });

  it('explains all options and describes the starting orgs in its help', () => {
    const help = helpText(
      startingOrgs.map((name) => ({ name, title: `Title of ${name}`, why: `Why ${name} exists.`, steps: [] }))
    );
    for (const word of [
      '--port',
      '--org',
      '--seed',
      '--deployed',
      '--project',
      '--no-open',
      '--json',
      '--tokens',
      '--control-door',
      '--help',
      'no-seats',
      'Title of no-seats',
      'Why no-seats exists.'
    ]) {
      expect(help).toContain(word);
    }
  });
});
