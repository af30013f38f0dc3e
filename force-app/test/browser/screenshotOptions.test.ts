import { helpText, parseScreenshotOptions } from './screenshotOptions.ts';

const subjects = { scenarios: ['ready', 'list'], walks: ['action', 'list', 'review'] };

const parse = (args: readonly string[]) => parseScreenshotOptions(args, subjects);

describe('npm run screenshots', () => {
  it.each([
    ['each scenario without an option', [], { names: ['ready', 'list'], states: undefined }],
    ['one scenario', ['--only', 'list'], { names: ['list'], states: undefined }],
    ['each walk', ['--states', 'out'], { names: ['action', 'list', 'review'], states: 'out' }],
    ['some walks', ['--states', 'out', '--only', 'action,review'], { names: ['action', 'review'], states: 'out' }]
  ])('takes pictures of %s', (_title, args, options) => {
    expect(parse(args)).toEqual({ kind: 'run', options });
  });

  it.each([
    ['an unknown option', ['--state', 'out'], /--states\?[\s\S]*--help/u],
    ['an unknown scenario', ['--only', 'lists'], /no "lists": choose from ready, list/u],
    ['a walk where scenarios are meant', ['--only', 'review'], /no "review"/u],
    ['a folder without a name', ['--states', ''], /takes a folder/u],
    ['a stray word', ['list'], /"list"[\s\S]*--help/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parse(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it('shows its help, which names each scenario and each walk', () => {
    expect(parse(['--help'])).toEqual({ kind: 'help' });
    expect(helpText(subjects)).toMatch(/ready, list;[\s\S]*action, list, review/u);
  });
});
