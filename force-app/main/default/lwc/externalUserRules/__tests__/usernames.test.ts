import { defaultSettings, suggestUsername } from 'c/externalUserRules';
import { SUFFIX, USERNAMES } from '../../../../../test/cases/usernames.ts';

/** A test of the flows has the same cases. */
it.each(USERNAMES)('$firstName $lastName, $email gets $username by $pattern', ({ pattern, username, ...person }) => {
  expect(suggestUsername(person, { ...defaultSettings, usernamePattern: pattern, usernameSuffix: SUFFIX })).toBe(
    username
  );
});
