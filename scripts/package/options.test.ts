import { parsePackageOptions } from './options.ts';

const defaults = {
  devHub: undefined,
  install: { kind: 'scratchOrg' },
  installationKey: '',
  writeAliases: false,
  json: false
};

describe('npm run package', () => {
  it.each([
    ['no option', [], {}],
    ['a Dev Hub on this machine', ['-v', 'local'], { devHub: 'local' }],
    [
      'an org that gets the packages',
      ['-v', 'hub', '-o', 'uat'],
      { devHub: 'hub', install: { kind: 'org', org: 'uat' } }
    ],
    ['versions only', ['--no-install'], { install: { kind: 'nowhere' } }],
    ['a key', ['-k', 's3cret', '--json'], { installationKey: 's3cret', json: true }],
    ['aliases to commit', ['-v', 'hub', '--write-aliases'], { devHub: 'hub', writeAliases: true }]
  ])('accepts %s', (_title, args, expected) => {
    expect(parsePackageOptions(args)).toEqual({ kind: 'run', options: { ...defaults, ...expected } });
  });

  it.each([
    ['an unknown option', ['--promote'], /--promote[\s\S]*--help/u],
    ['a Dev Hub without a name', ['-v', ''], /--dev-hub takes/u],
    ['an org without a name', ['-o', ''], /--target-org takes/u],
    ['an org that gets nothing', ['-o', 'uat', '--no-install'], /exclude each other/u],
    ['an org that a hub on this machine doesn’t know', ['-v', 'local', '-o', 'uat'], /leave --target-org out/u],
    ['ids to commit that end with the command', ['-v', 'local', '--write-aliases'], /leave --write-aliases out/u]
  ])('refuses %s', (_title, args, message) => {
    const parsed = parsePackageOptions(args);
    expect(parsed.kind === 'refused' && parsed.message).toMatch(message);
  });
});
