import { known, unknown } from 'c/externalUserRules';
import { fieldUndefined, noAccess, queryData } from '../../../../../test/jest/answers.ts';
import { account, owner, readyContact } from '../../../../../test/jest/facts.ts';
import { toNamesTaken } from '../namesTaken.ts';
import { toContacts, toUsersOfContacts } from '../selectedContacts.ts';

const node = {
  Id: readyContact.id,
  Name: { value: readyContact.name },
  FirstName: { value: readyContact.firstName },
  LastName: { value: readyContact.lastName },
  Email: { value: readyContact.email },
  IndividualId: { value: null },
  AccountId: { value: account.id },
  Account: {
    Id: account.id,
    Name: { value: account.name },
    IsPartner: { value: true },
    Owner: {
      Id: owner.id,
      Name: { value: owner.name },
      IsActive: { value: true },
      UserRoleId: { value: '00E000010000003EAA' },
      UserType: { value: 'Standard' }
    }
  }
};

describe('contacts of a selection', () => {
  it.each([
    ['as the record of one contact is', node, readyContact],
    ['without an account', { ...node, AccountId: { value: null }, Account: null }, { account: known(null) }],
    ['with an account that is hidden', { ...node, Account: null }, { account: unknown('noAccess') }],
    [
      'without the fields that an org lacks',
      { ...node, Account: { Id: account.id, Name: { value: account.name } } },
      { isPartnerAccount: unknown('notInOrg'), owner: unknown('noAccess') }
    ]
  ])('are read %s', (_what, contact, facts) => {
    const contacts = toContacts({ data: queryData({ Contact: [contact] }) });
    expect(contacts).toMatchObject({ kind: 'known' });
    expect(contacts.kind === 'known' && contacts.value.get(readyContact.id)).toMatchObject(facts);
  });

  it.each([
    ['pending', {}, 'pending'],
    ['refused', { errors: [noAccess] }, 'noAccess'],
    ['not in this org', { errors: [fieldUndefined] }, 'notInOrg']
  ] as const)('and their users and names are %s where the answer is', (_what, result, reason) => {
    expect(toContacts(result)).toEqual(unknown(reason));
    expect(toUsersOfContacts(result)).toEqual(unknown(reason));
    expect(toNamesTaken(result)).toEqual({ usernames: unknown(reason), nicknames: unknown(reason) });
  });

  it('have their users by contact id', () => {
    const user = { Id: '005000010000009AAA', ContactId: { value: readyContact.id }, IsActive: { value: false } };
    const users = toUsersOfContacts({ data: queryData({ User: [user] }) });
    expect(users.kind === 'known' && [...users.value]).toMatchObject([
      [readyContact.id, { id: user.Id, isActive: false }]
    ]);
  });
});
