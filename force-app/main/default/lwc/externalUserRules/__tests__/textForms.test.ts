import { unescapeFormula } from 'c/externalUserListRules';
import {
  defaultSettings,
  explainFailure,
  findDraftProblems,
  findPrerequisites,
  fixesForFailure,
  isTransient,
  known,
  suggestUsername,
  unknown,
  valueOr
} from 'c/externalUserRules';
import { readyContact, readyDraft, readyOrg } from '../../../../../test/jest/facts.ts';
import { isEmailInstead } from '../names.ts';

it.each([
  ['has no @', 'ann_lee', { code: 'notAUsername' }],
  ['has nothing before the @', '@ac_me.example', { code: 'usernameCharacter', character: '_', place: 4 }],
  ['starts with an @', '@ann@acme.example', { code: 'notAUsername' }]
])('A username that %s is refused for that.', (_title, username, fault) => {
  expect(findDraftProblems({ ...readyDraft, username }, {})).toEqual([{ field: 'username', ...fault }]);
});

it('A blank in an email is left out of the username.', () => {
  const person = { firstName: 'Ann', lastName: 'Lee', email: 'ann lee@acme.example' };
  expect(suggestUsername(person, defaultSettings)).toBe('annlee@acme.example');
});

it('The username is not called the email instead where the pattern is the email.', () => {
  expect(isEmailInstead('ann', { firstName: 'Ann', lastName: 'Lee', email: 'ann' }, defaultSettings)).toBe(false);
});

it.each(["Ann '=1", "it's '+1"])('An apostrophe inside of the cell %s stays.', (cell) => {
  expect(unescapeFormula(cell)).toBe(cell);
});

function emailFinding(email: string): string | undefined {
  const facts = { contact: { ...readyContact, email }, user: known(null), org: readyOrg };
  return findPrerequisites(facts).find(({ check }) => check === 'email')?.code;
}

it('An email is unusable where it ends with .invalid, not where it contains that.', () => {
  expect(emailFinding('ann@acme.example.invalid')).toBe('emailUnusable');
  expect(emailFinding('ann@acme.invalid.example')).not.toBe('emailUnusable');
});

it('Sites that the org does not have are hidden, not awaited, where users can’t be read.', () => {
  const org = { ...readyOrg, sites: unknown('notInOrg') };
  const codes = findPrerequisites({ contact: readyContact, user: unknown('noAccess'), org }).map(({ code }) => code);
  expect(codes).toContain('sitesHidden');
  expect(codes).not.toContain('pending');
});

it.each([
  ['INVALID_PROFILE', 'profileNotExternal', 'profileId'],
  ['LICENSE_LIMIT_EXCEEDED', 'licenseLimit', 'profileId'],
  ['NOT_FOUND', 'notFound', null]
])('The code %s alone, without words and fields, is %s.', (errorCode, code, field) => {
  expect(explainFailure({ status: 400, body: [{ errorCode, message: '' }] })).toMatchObject({ code, field });
});

it('A row that a server could not take goes again, as its error has no status.', () => {
  expect(isTransient(explainFailure('SERVER_UNAVAILABLE:Try later.:--'))).toBe(true);
});

it('The page that helps has the name of its record, and a page of Setup has no name.', () => {
  const account = valueOr(readyContact.account, null);
  expect(fixesForFailure('ownerExternal', readyContact, readyOrg)[0]?.words).toEqual([account?.name]);
  expect(fixesForFailure('licenseLimit', readyContact, readyOrg)[0]?.words).toEqual([]);
});
