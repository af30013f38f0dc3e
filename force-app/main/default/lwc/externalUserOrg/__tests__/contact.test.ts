import { CONTACT_FIELDS, CONTACT_OPTIONAL_FIELDS, readRecordIds, toContactFacts } from 'c/externalUserOrg';
import { known, unknown } from 'c/externalUserRules';
import { accountRecord, contactRecord, ownerRecord, record } from '../../../../../test/jest/answers.ts';
import { account, owner, readyContact } from '../../../../../test/jest/facts.ts';

function ownedBy(fields: Parameters<typeof record>[2]) {
  return contactRecord({ Account: accountRecord({ Owner: record('User', owner.id, fields) }) });
}

describe('toContactFacts', () => {
  it('is undefined before the record is read, and when it is refused', () => {
    expect(toContactFacts({})).toBeUndefined();
    expect(toContactFacts({ error: { ok: false, status: 404, statusText: 'Not Found', body: [] } })).toBeUndefined();
  });

  it('reads contact, account and owner', () => {
    expect(toContactFacts({ data: contactRecord() })).toEqual(readyContact);
  });

  it.each([
    ['no first name', contactRecord({ FirstName: null }), { firstName: null }],
    ['a first name that is hidden', contactRecord({ FirstName: undefined }), { firstName: null }],
    ['no email', contactRecord({ Email: null }), { email: null }],
    [
      'no account',
      contactRecord({ AccountId: null, Account: null }),
      { account: known(null), owner: unknown('noAccess'), isPartnerAccount: unknown('noAccess') }
    ],
    [
      'an account that is hidden',
      contactRecord({ Account: null }),
      { account: unknown('noAccess'), owner: unknown('noAccess'), isPartnerAccount: unknown('noAccess') }
    ],
    [
      'a field AccountId that is hidden',
      contactRecord({ AccountId: undefined, Account: undefined }),
      { account: unknown('noAccess') }
    ],
    [
      'an account that is no partner',
      contactRecord({ Account: accountRecord({ IsPartner: false }) }),
      { isPartnerAccount: known(false) }
    ],
    [
      'an org without partner accounts',
      contactRecord({ Account: accountRecord({ IsPartner: undefined }) }),
      { account: known(account), isPartnerAccount: unknown('notInOrg') }
    ],
    [
      'an owner that is hidden',
      contactRecord({ Account: accountRecord({ Owner: undefined }) }),
      { account: known(account), owner: unknown('noAccess') }
    ],
    [
      'an owner without role',
      ownedBy({ Name: owner.name, IsActive: true, UserRoleId: null, UserType: 'Standard' }),
      { owner: known({ ...owner, roleId: known(null) }) }
    ],
    [
      'an owner whose role is hidden',
      ownedBy({ Name: owner.name, IsActive: true, UserType: 'Standard' }),
      { owner: known({ ...owner, roleId: unknown('notInOrg') }) }
    ],
    [
      'an owner of whom only the id is shown',
      ownedBy({}),
      {
        owner: known({
          id: owner.id,
          name: '',
          isActive: unknown('notInOrg'),
          roleId: unknown('notInOrg'),
          userType: unknown('notInOrg')
        })
      }
    ],
    [
      'an inactive owner',
      ownedBy({ Name: owner.name, IsActive: false, UserRoleId: '00E000010000003EAA', UserType: 'Standard' }),
      { owner: known({ ...owner, isActive: known(false) }) }
    ]
  ])('reads %s', (_what, data, facts) => {
    expect(toContactFacts({ data })).toMatchObject(facts);
  });
});

describe('the fields that are asked for', () => {
  it('require only what every org and every person with access to the contact has', () => {
    expect(CONTACT_FIELDS).toEqual(['Contact.Name', 'Contact.LastName']);
  });

  it('are optional where a feature or a permission may be missing', () => {
    expect(CONTACT_OPTIONAL_FIELDS).toEqual(
      expect.arrayContaining(['Contact.Account.IsPartner', 'Contact.Account.Owner.UserRoleId'])
    );
  });

  it('stay within the five levels of a span', () => {
    const relationships = CONTACT_OPTIONAL_FIELDS.map((field) => field.split('.').length - 2);
    expect(Math.max(...relationships)).toBeLessThanOrEqual(5);
  });
});

describe('readRecordIds', () => {
  it.each([
    ['contact, account and owner', readyContact, [readyContact.id, account.id, ownerRecord.id]],
    ['the contact alone, which could not be read', undefined, [readyContact.id]],
    [
      'the contact alone, which has no account',
      { ...readyContact, account: known(null), owner: unknown('noAccess') },
      [readyContact.id]
    ]
  ] as const)('gives %s', (_what, contact, ids) => {
    expect(readRecordIds(readyContact.id, contact)).toEqual(ids);
  });
});
