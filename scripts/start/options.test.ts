import { helpText, parseOptions } from './options.ts';

const startingOrgs = ['ready', 'bare', 'no-seats'];
const defaults = {
  port: 4280,
  org: 'ready',
  seed: 1,
  json: false,
  deployed: false,
  hasControlRoutes: false,
  open: true,
  projects: []
};

describe('the options of npm start', () => {
  it.each([
    ['nothing', [], {}],
    ['a port', ['--port', '0'], { port: 0 }],
    ['a port in short', ['-p', '8080'], { port: 8080 }],
    ['a starting org', ['--org', 'no-seats'], { org: 'no-seats' }],
    ['what was deployed, to an org where nothing is yet', ['--deployed'], { deployed: true, org: 'bare' }],
    ['what was deployed to another org', ['--deployed', '-o', 'no-seats'], { deployed: true, org: 'no-seats' }],
    ['a seed', ['--seed=7'], { seed: 7 }],
    ['no browser', ['--no-open'], { open: false }],
    ['JSON', ['--json'], { json: true }],
    ['the control routes', ['--control-door'], { hasControlRoutes: true }],
    ['other projects', ['--project', 'a', '--project', 'b'], { projects: ['a', 'b'] }]
  ])('take %s', (_title, args, expected) => {
    expect(parseOptions(args, startingOrgs)).toEqual({ kind: 'start', options: { ...defaults, ...expected } });
  });

  it.each([
    ['an unknown option', ['--prot', '1'], /--prot[\s\S]*--help/u],
    ['a stray word', ['ready'], /ready[\s\S]*--help/u],
    ['an option without its value', ['--port'], /--port/u],
    ['a port that is no number', ['--port', 'http'], /0 to 65535.*"http"/u],
    ['a port that is too high', ['--port', '70000'], /0 to 65535/u],
    ['a port below zero', ['--port=-1'], /0 to 65535/u],
    ['a seed that is no number', ['--seed', 'x'], /whole number.*"x"/u],
    ['an unknown org, naming those there are', ['--org', 'redy'], /no starting org "redy".*ready, bare, no-seats/u]
  ])('refuse %s', (_title, args, message) => {
    const parsed = parseOptions(args, startingOrgs);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it.each([[['--help']], [['-h', '--port', 'x']]])('help when asked: %j', (args) => {
    expect(parseOptions(args, startingOrgs)).toEqual({ kind: 'help' });
  });

  it('are all named by the help, with the starting orgs', () => {
    const help = helpText(startingOrgs);
    for (const word of [
      '--port',
      '--org',
      '--seed',
      '--deployed',
      '--project',
      '--no-open',
      '--json',
      '--control-door',
      '--help',
      'no-seats'
    ]) {
      expect(help).toContain(word);
    }
  });
});
