import {
  findDraftProblems,
  toUserFields,
  type DraftField,
  type DraftProblem,
  type UserDraft
} from 'c/externalUserRules';
import { readyContact, readyDraft } from '../../../../../test/jest/facts.ts';

/** The limits of User's object info. */
const limits = {
  Username: 80,
  Email: 128,
  Alias: 8,
  CommunityNickname: 40,
  FirstName: 40,
  LastName: 80,
  ProfileId: 18,
  TimeZoneSidKey: 40,
  LocaleSidKey: 40,
  LanguageLocaleKey: 40,
  EmailEncodingKey: 40,
  PortalRole: 40
};

/** The User field of each field of the form, whether it is required, and a valid text of a given length. */
const FIELDS: Readonly<
  Record<
    DraftField,
    { readonly userField: keyof typeof limits; readonly isRequired: boolean; readonly long: (length: number) => string }
  >
> = {
  profileId: { userField: 'ProfileId', isRequired: true, long: (length) => `00e${'0'.repeat(length - 3)}` },
  username: { userField: 'Username', isRequired: true, long: emailOfLength },
  email: { userField: 'Email', isRequired: true, long: emailOfLength },
  alias: { userField: 'Alias', isRequired: true, long: textOfLength },
  nickname: { userField: 'CommunityNickname', isRequired: true, long: textOfLength },
  firstName: { userField: 'FirstName', isRequired: false, long: textOfLength },
  lastName: { userField: 'LastName', isRequired: true, long: textOfLength },
  timeZone: { userField: 'TimeZoneSidKey', isRequired: true, long: textOfLength },
  locale: { userField: 'LocaleSidKey', isRequired: true, long: textOfLength },
  language: { userField: 'LanguageLocaleKey', isRequired: true, long: textOfLength },
  emailEncoding: { userField: 'EmailEncodingKey', isRequired: true, long: textOfLength },
  portalRole: { userField: 'PortalRole', isRequired: false, long: textOfLength }
};

const rows = Object.entries(FIELDS) as [DraftField, (typeof FIELDS)[DraftField]][];

function textOfLength(length: number): string {
  return 'x'.repeat(length);
}

function emailOfLength(length: number): string {
  return `${'x'.repeat(length - 10)}@e.example`;
}

function problemsWith(changes: Partial<UserDraft>): readonly DraftProblem[] {
  return findDraftProblems({ ...readyDraft, ...changes }, limits);
}

describe('findDraftProblems', () => {
  it('finds nothing in a complete draft', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each(rows)('asks for %s unless it is optional', (field, { isRequired }) => {
    const expected = isRequired ? [{ field, code: 'required' }] : [];
    expect(problemsWith({ [field]: '' })).toEqual(expected);
    expect(problemsWith({ [field]: ' \t\u00a0' })).toEqual(expected);
  });

  it.each(rows)('accepts a %s as long as the limit, and no longer', (field, { userField, long }) => {
    const limit = limits[userField];
    expect(problemsWith({ [field]: long(limit) })).toEqual([]);
    expect(problemsWith({ [field]: long(limit + 1) })).toEqual([{ field, code: 'tooLong', limit }]);
  });

  it('counts UTF-16 units, as Salesforce does, and ignores blanks around the text', () => {
    expect(problemsWith({ alias: '𠮷𠮷𠮷𠮷𠮷' })).toEqual([{ field: 'alias', code: 'tooLong', limit: 8 }]);
    expect(problemsWith({ alias: '  adubois1  ' })).toEqual([]);
  });

  it('checks no length if object info was not read or gives 0', () => {
    const long = { ...readyDraft, alias: 'x'.repeat(300) };
    expect(findDraftProblems(long, {})).toEqual([]);
    expect(findDraftProblems(long, { Alias: 0 })).toEqual([]);
  });

  it.each(['amelie', 'amelie@', '@northwind.example', 'amelie@northwind', 'a@.example', 'a@b..example'])(
    'refuses "%s" as email and as username',
    (text) => {
      expect(problemsWith({ email: text })).toEqual([{ field: 'email', code: 'notAnEmail' }]);
      expect(problemsWith({ username: text })).toEqual([{ field: 'username', code: 'notAUsername' }]);
    }
  );

  it.each(['a@b.example', "o'brien+portal@sub.northwind.example", 'a..@b.example', '.a@b.example', '{a}@b-c.example'])(
    'accepts "%s"',
    (text) => {
      expect(problemsWith({ email: text, username: text })).toEqual([]);
    }
  );

  it.each(['amélie@ångström.example', 'o’brien@northwind.example', '用户@例子.example'])(
    'accepts "%s" as email',
    (text) => {
      expect(problemsWith({ email: text })).toEqual([]);
    }
  );

  it('leaves a second @ in a username to the org', () => {
    expect(problemsWith({ username: 'a@b.example@acme.portal' })).toEqual([]);
    expect(problemsWith({ email: 'a@b.example@acme.portal' })).toEqual([{ field: 'email', code: 'notAnEmail' }]);
  });

  it.each([
    ['søren@acme.portal', 'ø', 2],
    ['ute@straße.example', 'ß', 9],
    ['用户@例子.example', '用', 1],
    ['user@例子.example', '例', 6],
    ['o’brien@acme.portal', '’', 2],
    ['a b@acme.portal', 'U+0020', 2],
    ['a\u00a0b@acme.portal', 'U+00A0', 2],
    ['a\u200bb@acme.portal', 'U+200B', 2],
    ['e\u0301va@acme.portal', 'U+0301', 2],
    ['𠮷a🌻@acme.portal', '𠮷', 1],
    ['a"b"@acme.portal', '"', 2],
    ['a(b)@acme.portal', '(', 2],
    ['a,b@acme.portal', ',', 2],
    ['ann@acme_portal.example', '_', 9],
    ['ann@acme.portal;bob@acme.portal', ';', 16]
  ])('names the character of "%s" that no username has, and its place', (username, character, place) => {
    expect(problemsWith({ username })).toEqual([{ field: 'username', code: 'usernameCharacter', character, place }]);
  });

  it.each([
    ['a name', 'Acme Customer'],
    ['the id of a role', '00E000010000003EAA'],
    ['14 characters', '00e00001000000'],
    ['16 characters', '00e0000100000080']
  ])('refuses %s as profile ID', (_what, profileId) => {
    expect(problemsWith({ profileId })).toEqual([{ field: 'profileId', code: 'notAProfileId' }]);
  });

  it.each(['00e000010000008', '00e000010000008AAA'])('accepts the profile ID %s', (profileId) => {
    expect(problemsWith({ profileId })).toEqual([]);
  });

  it('gives one problem per field, in the order of the form', () => {
    const problems = problemsWith({ lastName: '', email: 'x'.repeat(200), username: 'x', profileId: '' });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['profileId', 'required'],
      ['username', 'notAUsername'],
      ['email', 'tooLong'],
      ['lastName', 'required']
    ]);
  });
});

describe('toUserFields', () => {
  it('sends the draft under the User field names, with the contact', () => {
    expect(toUserFields(readyDraft, readyContact.id)).toEqual({
      ContactId: '003000010000001AAA',
      ProfileId: '00e000010000008AAA',
      Username: 'amelie.dubois@northwind.example',
      Email: 'amelie.dubois@northwind.example',
      Alias: 'adubo',
      CommunityNickname: 'amelie.dubois',
      FirstName: 'Amélie',
      LastName: 'Dubois',
      TimeZoneSidKey: 'Europe/Stockholm',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    });
  });

  it.each(rows)('sends %s without blanks around it, under its API name', (field, { userField }) => {
    expect(toUserFields({ ...readyDraft, [field]: '  text  ' }, readyContact.id)[userField]).toBe('text');
  });

  it('changes only usernames to lower case', () => {
    const fields = toUserFields(
      { ...readyDraft, username: 'Amelie@Northwind.Example', email: 'Amelie@N.Example' },
      '003'
    );
    expect(fields).toMatchObject({ Username: 'amelie@northwind.example', Email: 'Amelie@N.Example' });
  });

  it('leaves out empty fields', () => {
    const fields = toUserFields({ ...readyDraft, firstName: ' ' }, '003');
    expect(fields).not.toHaveProperty('FirstName');
    expect(fields).not.toHaveProperty('PortalRole');
  });

  /** Read-only on create: passing one is a 400 (UI API Developer Guide, Create a Record). The org itself assigns UserRoleId. */
  it.each(['Name', 'AccountId', 'UserType', 'IsPortalEnabled', 'UserRoleId', 'kind', 'permissionSetIds'])(
    'never sends %s',
    (field) => {
      const draft = { ...readyDraft, permissionSetIds: ['0PS000010000001AAA'] };
      expect(toUserFields(draft, readyContact.id)).not.toHaveProperty(field);
    }
  );
});
