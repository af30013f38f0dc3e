import { defaultSettings, isUsernamePattern } from 'c/externalUserRules';

it.each([
  ['{email}', '', true],
  ['{email}.acme', '', true],
  ['{first}.{last}@{suffix}', 'acme.example', true],
  ['{local}@acme.example', '', true],
  ['{email}@{suffix}', 'acme.example', true],
  ['{first}@acme.example', '', true],
  ['{last}@acme.example', '', true],
  ['{first}.{last}@{suffix}', '', false],
  ['{name}@acme.example', '', false],
  ['info@acme.example', '', false],
  ['info@{suffix}', 'acme.example', false],
  ['{first}.{last}', '', false],
  ['', '', false]
])(
  'the pattern %s with the suffix “%s” makes a username of each contact: %s',
  (usernamePattern, usernameSuffix, is) => {
    expect(isUsernamePattern({ ...defaultSettings, usernamePattern, usernameSuffix })).toBe(is);
  }
);
