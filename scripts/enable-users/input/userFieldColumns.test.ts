import { known } from 'sf-cli/answer';
import type { UserField } from '../facts/userFields.ts';
import { refusal } from '../transports/orgAnswer.ts';
import { problemOfField, userFieldOf } from './userFieldColumns.ts';

const field = (name: string, more: Partial<UserField> = {}): readonly [string, UserField] => [
  name.toLowerCase(),
  { name, type: 'string', length: 80, digits: 0, decimals: 0, isCreateable: true, values: null, ...more }
];

const FIELDS = known(
  new Map([
    field('Department'),
    field('Badge__c'),
    field('LastLoginDate', { isCreateable: false }),
    field('Address', { type: 'address' })
  ])
);

describe('a column of a field of the user', () => {
  it.each([
    ['User.Department', 'Department'],
    ['user . badge__c ', 'badge__c'],
    ['FederationIdentifier', 'FederationIdentifier'],
    ['Federation ID', 'FederationIdentifier'],
    ['SAML Federation ID', 'FederationIdentifier'],
    ['Department', undefined],
    ['UserId', undefined]
  ])('“%s” is for %s', (column, name) => {
    expect(userFieldOf(column)).toBe(name);
  });

  it.each(['Department', 'department', 'BADGE__C'])('may be for a field that the org has: %s', (name) => {
    expect(problemOfField(name, `User.${name}`, FIELDS)).toBeNull();
  });

  it.each([
    ['Username', /sets Username itself\. Call the column Username\.$/u],
    ['ProfileId', /Call the column Profile\.$/u],
    ['contactid', /Call the column ContactId\.$/u],
    ['CommunityNickname', /Call the column Nickname\.$/u],
    ['UserRoleId', /call the column RoleLevel\.$/u],
    ['FirstName', /name is the contact’s: correct it there\.$/u],
    ['IsActive', /Each new user is active: remove the column\.$/u],
    [
      'Departmnt',
      /no field “Departmnt” that you can see\. Department is one, or ask for access.*field-level security/u
    ],
    ['Nonsense', /Check its API name, or ask for access/u],
    ['LastLoginDate', /can’t set LastLoginDate.*field-level security lets you only read it/u],
    ['Address', /is of the type address, which a cell can’t hold/u]
  ])('is refused by name where it is for %s', (name, sentence) => {
    expect(problemOfField(name, `User.${name}`, FIELDS)).toMatch(sentence);
  });

  it('is refused where the fields of users can’t be read', () => {
    const refused = refusal('INSUFFICIENT_ACCESS', 'no access', 403);
    expect(problemOfField('Department', 'User.Department', refused)).toMatch(/INSUFFICIENT_ACCESS: no access/u);
  });
});
