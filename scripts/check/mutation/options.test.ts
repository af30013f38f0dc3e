import { helpText, parseMutationOptions } from './options.ts';

const both = ['rules', 'journal'];

describe('npm run mutation', () => {
  it.each([
    ['all rooms without an option', [], { rooms: both, files: undefined }],
    ['one room', ['--room', 'journal'], { rooms: ['journal'], files: undefined }],
    ['a file', ['--room', 'rules', '--mutate', 'names.ts'], { rooms: ['rules'], files: 'names.ts' }]
  ])('takes %s', (_title, args, options) => {
    expect(parseMutationOptions(args)).toEqual({ kind: 'run', options });
  });

  it.each([
    ['an unknown room', ['--room', 'cellar'], /no room "cellar": choose from rules, journal[\s\S]*--help/u],
    ['a name that every object has', ['--room', 'toString'], /no room/u],
    ['an unknown option', ['--file', 'names.ts'], /--file[\s\S]*--help/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parseMutationOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });

  it('shows its help, which names the rooms', () => {
    expect(parseMutationOptions(['--help'])).toEqual({ kind: 'help' });
    expect(helpText).toContain('rules, journal');
  });
});
