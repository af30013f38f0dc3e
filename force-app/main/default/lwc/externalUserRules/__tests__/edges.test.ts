import {
  CLOCK_ALLOWANCE,
  defaultSettings,
  explainFailure,
  findDraftProblems,
  isLoginLicense,
  isUnclear,
  suggestNickname,
  USER_FIELD_NAMES,
  userAsSeen,
  known,
  unknown
} from 'c/externalUserRules';
import { readyDraft, readyOrg } from '../../../../../test/jest/facts.ts';
import { namesOf } from '../finding.ts';

it('The settings of an org without a record of them are those of the documentation.', () => {
  expect(defaultSettings).toEqual({
    usernamePattern: '{email}',
    usernameSuffix: '',
    nicknamePattern: '{local}',
    defaultKind: 'customer',
    defaultProfile: { customer: null, partner: null },
    localePolicy: 'organization'
  });
});

it('Every field of a create request is named, the contact among them, in the order of a file.', () => {
  expect(USER_FIELD_NAMES.slice(0, 2)).toEqual(['ContactId', 'ProfileId']);
});

it('A clock that was not compared may be off by five minutes.', () => {
  expect(CLOCK_ALLOWANCE).toBe(300_000);
});

it.each([
  ['PID_Customer_Community_Login', true],
  ['PID_Customer_Community', false],
  ['_Login_PID', false]
])('The license %s counts log-ins: %s', (key, is) => {
  expect(isLoginLicense(key)).toBe(is);
});

it.each([
  ['a deleted contact, whatever the status', { status: 500, errorCode: 'ENTITY_IS_DELETED' }, false],
  ['a timeout', { status: 408, errorCode: 'X' }, true],
  ['a refusal', { status: 400, errorCode: 'DUPLICATE_USERNAME' }, false]
])('A user may be there after %s: %s', (_case, { status, errorCode }, is) => {
  expect(isUnclear(explainFailure({ status, body: [{ errorCode, message: 'entity is deleted' }] }))).toBe(is);
});

it.each([
  ['profileId', 'x00e000000000001AAA', 'notAProfileId'],
  ['profileId', '00e000000000001AAAx', 'notAProfileId'],
  ['email', 'ann@acme.example x', 'notAnEmail'],
  ['username', 'ann@acme.example@', 'notAUsername']
] as const)('The %s %s is refused: %s', (field, text, code) => {
  expect(findDraftProblems({ ...readyDraft, [field]: text }, {})).toEqual([{ field, code }]);
});

it('Dots of empty values are left out of a name, all of them.', () => {
  const settings = { ...defaultSettings, nicknamePattern: '..{first}..{last}..' };
  expect(suggestNickname({ firstName: '', lastName: 'Lee', email: null }, settings)).toBe('Lee');
  expect(suggestNickname({ firstName: 'Ann', lastName: '', email: null }, settings)).toBe('Ann');
});

it('No user in sight is unknown for a person to whom users may be hidden, and none for any other.', () => {
  const { runningUser } = readyOrg;
  const blind = { ...runningUser, viewsAllUsers: false, managesExternalUsers: false };
  expect(userAsSeen(known(null), blind)).toEqual(unknown('noAccess'));
  expect(userAsSeen(known(null), { ...blind, viewsAllUsers: true })).toEqual(known(null));
  expect(userAsSeen(unknown('pending'), blind)).toEqual(unknown('pending'));
});

it.each([
  [5, 'a, b, c, d, e'],
  [6, 'a, b, c, d, e (+1)']
])('A sentence has the names of %i records as: %s', (count, names) => {
  expect(namesOf(['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count).map((name) => ({ id: name, name })))).toBe(names);
});
