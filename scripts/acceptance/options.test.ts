import { parseAcceptanceOptions } from './options.ts';

describe('the options of npm run acceptance', () => {
  it('ask for everything, and for an org that is deleted, by default', () => {
    expect(parseAcceptanceOptions(['--dev-hub', 'hub'])).toEqual({
      kind: 'run',
      options: {
        devHub: 'hub',
        alias: 'external-user-acceptance',
        parts: ['org', 'probes', 'browser', 'registration', 'bulk'],
        keep: false,
        folder: undefined,
        json: false
      }
    });
  });

  it('take parts in any order, and run them in that of their needs', () => {
    const parsed = parseAcceptanceOptions(['--only', 'bulk, probes']);
    expect(parsed).toMatchObject({ options: { parts: ['probes', 'bulk'] } });
  });

  it.each([
    [['--only', 'prob'], /^--only takes org, probes, .* not "prob"\. Did you mean probes\?/u],
    [['--only', ''], /^--only takes/u],
    [['--folder', ''], /^--folder takes a path/u],
    [['--dev-hub', ''], /^--dev-hub takes an alias/u],
    [['--alias', '../x'], /^--alias takes letters/u],
    [['--kepe'], /Did you mean --keep\?/u]
  ])('refuse %j', (args, message) => {
    expect(parseAcceptanceOptions(args)).toMatchObject({ kind: 'refused', message: expect.stringMatching(message) });
  });
});
