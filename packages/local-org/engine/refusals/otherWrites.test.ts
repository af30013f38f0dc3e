import {
  admin,
  codesOf,
  insert,
  personLabelled,
  readyOrg,
  recordNamed,
  update,
  withFields,
  written
} from '../../testing/readyOrg.ts';
import type { WriteResult } from '../dml/writes.ts';
import type { Fields } from '../storage/record.ts';
import type { Org } from '../org/org.ts';

describe('other writes', () => {
  it.each<[string, (org: Org) => Fields, string[]]>([
    [
      'an owner without a role for an account with users',
      (org) => ({ OwnerId: recordNamed(org, 'User', 'dana.whitfield@acme.example').Id }),
      ['UNKNOWN_EXCEPTION']
    ],
    [
      'an inactive owner',
      (org) => ({ OwnerId: recordNamed(org, 'User', 'piotr.nowak@acme.example').Id }),
      ['INACTIVE_OWNER_OR_USER']
    ],
    ['no name', () => ({ Name: null }), ['REQUIRED_FIELD_MISSING']],
    ['text in a number', () => ({ NumberOfEmployees: 'many' }), ['INVALID_TYPE_ON_FIELD_IN_RECORD']],
    ['half an employee', () => ({ NumberOfEmployees: 0.5 }), ['NUMBER_OUTSIDE_VALID_RANGE']],
    ['a new owner with a role', (org) => ({ OwnerId: admin(org).userId }), []]
  ])('checks an update of an account: %s', (_what, changes, codes) => {
    const org = readyOrg();
    const account = recordNamed(org, 'Account', 'Northwind Ångström AB');
    expect(codesOf(update(org, account.Id, changes(org)))).toEqual(codes);
  });

  it.each([
    ['Nordic_Sales_2', []],
    ['', []],
    ['2_Sales', ['FIELD_INTEGRITY_EXCEPTION']],
    ['Nordic__Sales', ['FIELD_INTEGRITY_EXCEPTION']],
    ['Nordic_', ['FIELD_INTEGRITY_EXCEPTION']],
    ['Nördic', ['FIELD_INTEGRITY_EXCEPTION']]
  ])('checks the DeveloperName %j of a role', (DeveloperName, codes) => {
    expect(codesOf(insert(readyOrg(), 'UserRole', { Name: 'Role', DeveloperName }))).toEqual(codes);
  });

  it('lets no external user own a partner account, one of its contacts, or an account with users', () => {
    const refused = ['UNKNOWN_EXCEPTION: portal users cannot own partner accounts'];
    const org = readyOrg();
    const ownerId = recordNamed(org, 'User', 'minjun.kim@hanbit.example.acme').Id;
    const plain = written(org, insert(org, 'Account', { Name: 'Plain' })).Id;
    const partner = recordNamed(org, 'User', 'minjun.kim@hanbit.example.acme')['AccountId'];
    const textsOf = (result: WriteResult): string[] =>
      result.success ? [] : result.errors.map(({ statusCode, message }) => `${statusCode}: ${message}`);
    const given = (id: unknown, changes: Fields) => textsOf(update(org, String(id), changes));

    expect(given(plain, { OwnerId: ownerId })).toEqual([]);
    expect(given(plain, { IsPartner: true })).toEqual(refused);
    expect(given(plain, { OwnerId: admin(org).userId, IsPartner: true })).toEqual([]);
    expect(given(plain, { OwnerId: ownerId })).toEqual(refused);
    expect(given(partner, { OwnerId: ownerId })).toEqual(refused);
    expect(textsOf(insert(org, 'Contact', { LastName: 'A', AccountId: plain, OwnerId: ownerId }))).toEqual(refused);
  });

  it('refuses to delete a contact that has a user, but deletes one without a user', () => {
    const org = readyOrg();
    const remove = (name: string) =>
      codesOf(
        org.transact(admin(org), { allOrNone: true }, (writes) => writes.remove(recordNamed(org, 'Contact', name).Id))
      );
    expect([remove('Zoë Müller-Lüdenscheidt'), remove('Amélie Dubois')]).toEqual([['DELETE_FAILED'], []]);
  });

  it('refuses inserts of objects that do not support them', () => {
    const org = readyOrg();
    expect(codesOf(insert(org, 'UserLicense', { Name: 'Free' }))).toEqual(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
  });

  it('needs field-level security for updates of Account.IsPartner', () => {
    const org = readyOrg();
    const account = recordNamed(org, 'Account', 'Kisumu Traders Ltd');
    const by = (label: string) => codesOf(update(org, account.Id, { IsPartner: true }, personLabelled(org, label)));
    expect(by('Without permission')).toEqual(['INVALID_FIELD_FOR_INSERT_UPDATE']);
    expect(by('Sales Ops')).toEqual([]);
  });

  it('refuses partner accounts if the feature is off', () => {
    const org = readyOrg({}, (starting) => ({
      ...starting,
      features: { ...starting.features, partnerAccounts: false },
      records: starting.records.map((record) => {
        const { IsPartner, ...fields } = record.fields;
        return IsPartner === undefined ? record : { ...record, fields };
      })
    }));
    const account = recordNamed(org, 'Account', 'Kisumu Traders Ltd');
    expect(codesOf(update(org, account.Id, { IsPartner: true }))).toEqual(['INVALID_FIELD']);
  });

  it('refuses a second member group of the same profile and site', () => {
    const org = readyOrg({}, withFields('acmeBeta', { Status: 'Live' }));
    const group = {
      NetworkId: recordNamed(org, 'Network', 'Acme Help').Id,
      ParentId: recordNamed(org, 'Profile', 'Acme Customer').Id
    };
    expect(codesOf(insert(org, 'NetworkMemberGroup', group))).toEqual(['DUPLICATE_VALUE']);
  });
});
