import {
  admin,
  amelie,
  codesOf,
  insert,
  objectNamed,
  personLabelled,
  readyOrg,
  recordNamed,
  update,
  withFields,
  written
} from './fixtures/readyOrg.ts';
import { createOrg } from './org.ts';
import { readStartingOrg, startingOrgNames } from './orgs.ts';
import type { Fields, Org, StoredRecord } from './types.ts';

function seatsUsed(org: Org, licence: string): unknown {
  return recordNamed(org, 'UserLicense', licence)['UsedLicenses'];
}

function sitesOf(org: Org, user: StoredRecord): string[] {
  return org
    .all(objectNamed(org, 'NetworkMember'))
    .filter((member) => member['MemberId'] === user.Id)
    .map((member) => String(org.find(String(member['NetworkId']))?.['Name']));
}

function withProfile(org: Org, profile: string): Fields {
  return amelie(org, { ProfileId: recordNamed(org, 'Profile', profile).Id });
}

describe('a starting org', () => {
  it.each(startingOrgNames())('%s starts without a contradiction', (name) => {
    const org = createOrg(readStartingOrg(name), { seed: 7, url: () => 'http://localhost:1' });
    expect(org.people.map(({ label }) => label).sort()).toEqual([
      'Sales Ops',
      'System Administrator',
      'Without permission'
    ]);
    expect(org.outbox).toEqual([]);
  });

  it('gives every person a token that the sf CLI accepts, the same for the same seed', () => {
    const [one, same, other] = [1, 1, 2].map((seed) =>
      createOrg(readStartingOrg('ready'), { seed, url: () => '' }).people.map(({ accessToken }) => accessToken)
    );
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    for (const token of one ?? []) expect(token).toMatch(/^00D[a-zA-Z0-9]{12,15}![.\w]+$/);
  });

  it('derives names, user types, seats, roles and memberships', () => {
    const org = readyOrg();
    const minjun = recordNamed(org, 'User', 'minjun.kim@hanbit.example.acme');
    expect(minjun).toMatchObject({
      Name: '민준 김',
      UserType: 'PowerPartner',
      IsPortalEnabled: true,
      PortalRole: 'Worker'
    });
    expect(sitesOf(org, minjun)).toEqual(['Acme Partners']);
    expect(
      ['Customer Community', 'Partner Community', 'Customer Community Login'].map((name) => seatsUsed(org, name))
    ).toEqual([3, 1, 0]);
  });

  it('finds records by 15 and by 18 characters of their id', () => {
    const org = readyOrg();
    const { userId } = admin(org);
    expect(org.find(userId.slice(0, 15))).toBe(org.find(userId));
    expect(org.find('nonsense')).toBeUndefined();
  });
});

describe('a created external user', () => {
  it('has the fields that the platform computes', () => {
    const org = readyOrg();
    const user = written(
      org,
      insert(org, 'User', amelie(org, { Username: 'Amelie@Example.ACME', CommunityNickname: null }))
    );
    expect(user).toMatchObject({
      Name: 'Amélie Dubois',
      Username: 'amelie@example.acme',
      IsActive: true,
      IsPortalEnabled: true,
      UserType: 'CspLitePortal',
      AccountId: recordNamed(org, 'Account', 'Northwind Ångström AB').Id,
      PortalRole: null,
      UserRoleId: null,
      CreatedById: admin(org).userId
    });
    expect(user['CommunityNickname']).toMatch(/^User\d+$/);
    expect(user['CreatedDate']).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+\+0000$/);
  });

  it('takes a seat, gives it back when deactivated and takes it again when activated', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    const used = [seatsUsed(org, 'Customer Community')];
    for (const IsActive of [false, true, true]) {
      update(org, user.Id, { IsActive });
      used.push(seatsUsed(org, 'Customer Community'));
    }
    expect(used).toEqual([4, 3, 4, 4]);
  });

  it('moves to a seat of the other licence with its profile', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    update(org, user.Id, { ProfileId: recordNamed(org, 'Profile', 'Acme Customer Plus').Id });
    expect([seatsUsed(org, 'Customer Community'), seatsUsed(org, 'Customer Community Plus')]).toEqual([3, 2]);
  });

  it.each([
    ['Acme Customer Plus', 'Northwind Ångström AB Customer User', 'CustomerPortal'],
    ['Acme Partner', 'Northwind Ångström AB Partner User', 'Partner']
  ])('of profile %s gets the role of its account', (profile, name, portalType) => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', withProfile(org, profile)));
    const role = recordNamed(org, 'UserRole', name);
    expect(user['UserRoleId']).toBe(role.Id);
    expect(role).toMatchObject({
      PortalType: portalType,
      PortalRole: 'Worker',
      PortalAccountId: user['AccountId'],
      PortalAccountOwnerId: recordNamed(org, 'User', 'freja.lindqvist@acme.example').Id
    });
  });

  it('makes the roles below the one asked for', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', { ...withProfile(org, 'Acme Partner'), PortalRole: 'Manager' }));
    const manager = recordNamed(org, 'UserRole', 'Northwind Ångström AB Partner Manager');
    expect(user['UserRoleId']).toBe(manager.Id);
    expect(recordNamed(org, 'UserRole', 'Northwind Ångström AB Partner User')['ParentRoleId']).toBe(manager.Id);
  });

  it('makes its account a partner account', () => {
    const org = readyOrg();
    insert(org, 'User', withProfile(org, 'Acme Partner'));
    expect(recordNamed(org, 'Account', 'Northwind Ångström AB')['IsPartner']).toBe(true);
  });

  it('is a member of the sites of its profile, and of another one after a change of profile', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    const before = sitesOf(org, user);
    update(org, user.Id, { ProfileId: recordNamed(org, 'Profile', 'Acme Partner').Id });
    expect([before, sitesOf(org, user)]).toEqual([['Acme Help'], ['Acme Partners']]);
  });

  it('becomes a member when its profile is added to a site', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    const group = written(
      org,
      insert(org, 'NetworkMemberGroup', {
        NetworkId: recordNamed(org, 'Network', 'Acme Partners').Id,
        ParentId: recordNamed(org, 'Profile', 'Acme Customer').Id
      })
    );
    expect(sitesOf(org, user)).toEqual(['Acme Help', 'Acme Partners']);
    expect(org.find(group.Id)?.['AssignmentStatus']).toBe('Added');
  });

  it('leaves its contact when it is disabled, not when it is deactivated', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    update(org, user.Id, { IsActive: false });
    expect(org.find(user.Id)).toMatchObject({ ContactId: user['ContactId'], IsPortalEnabled: false });
    update(org, user.Id, { IsActive: true });
    update(org, user.Id, { IsPortalEnabled: false });
    expect(org.find(user.Id)).toMatchObject({ ContactId: null, IsActive: false, IsPortalEnabled: false });
    expect(codesOf(insert(org, 'User', amelie(org, { Username: 'a@b.example', CommunityNickname: 'b' })))).toEqual([]);
  });

  it('is disabled with its account', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', withProfile(org, 'Acme Partner')));
    update(org, String(user['AccountId']), { IsPartner: false });
    expect(org.find(user.Id)).toMatchObject({ IsActive: false, ContactId: null, UserRoleId: null });
    expect(seatsUsed(org, 'Partner Community')).toBe(1);
    expect(org.find(String(user['UserRoleId']))).toBeUndefined();
  });
});

describe('a transaction', () => {
  it('takes everything back after one refusal, with no mail sent', () => {
    const org = readyOrg();
    const users = org.all(objectNamed(org, 'User')).length;
    const codes = org.transact(admin(org), { allOrNone: true }, (writes) =>
      [amelie(org), amelie(org)].map((fields) => codesOf(writes.insert(objectNamed(org, 'User'), fields)))
    );
    expect(codes).toEqual([[], ['DUPLICATE_USERNAME']]);
    expect(org.all(objectNamed(org, 'User'))).toHaveLength(users);
    expect([seatsUsed(org, 'Customer Community'), org.outbox.length]).toEqual([3, 0]);
  });

  it('keeps what passed where it is not all or none', () => {
    const org = readyOrg();
    org.transact(admin(org), { allOrNone: false }, (writes) => {
      for (const fields of [amelie(org), amelie(org)]) writes.insert(objectNamed(org, 'User'), fields);
    });
    expect([seatsUsed(org, 'Customer Community'), org.outbox.length]).toEqual([4, 1]);
  });

  it('takes everything back when the work throws', () => {
    const org = readyOrg();
    const work = (): never =>
      org.transact(admin(org), { allOrNone: false }, (writes) => {
        writes.insert(objectNamed(org, 'User'), amelie(org));
        throw new Error('The work broke');
      });
    expect(work).toThrow('The work broke');
    expect(seatsUsed(org, 'Customer Community')).toBe(3);
  });

  it.each([
    ['User', 'Account'],
    ['Account', 'User']
  ])('refuses %s and %s together', (first, second) => {
    const org = readyOrg();
    const fieldsOf = (object: string): Fields => (object === 'User' ? amelie(org) : { Name: 'New' });
    const errors = org.transact(admin(org), { allOrNone: true }, (writes) =>
      [first, second].map((object) => writes.insert(objectNamed(org, object), fieldsOf(object)))
    );
    expect(errors[1]).toEqual({
      success: false,
      errors: [
        {
          statusCode: 'MIXED_DML_OPERATION',
          message: `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${second}, original object: ${first}`,
          fields: []
        }
      ]
    });
  });

  it('lets a user be renamed together with an account', () => {
    const org = readyOrg();
    const account = recordNamed(org, 'Account', 'Northwind Ångström AB');
    const results = org.transact(admin(org), { allOrNone: true }, (writes) => [
      writes.update(account.Id, { Phone: '1' }),
      writes.update(admin(org).userId, { Title: 'CEO' })
    ]);
    expect(results.map(({ success }) => success)).toEqual([true, true]);
  });
});

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
  ])('gives an account %s', (_what, changes, codes) => {
    const org = readyOrg();
    const account = recordNamed(org, 'Account', 'Northwind Ångström AB');
    expect(codesOf(update(org, account.Id, changes(org)))).toEqual(codes);
  });

  it('refuses to delete a contact that has a user, and deletes another', () => {
    const org = readyOrg();
    const remove = (name: string) =>
      codesOf(
        org.transact(admin(org), { allOrNone: true }, (writes) => writes.remove(recordNamed(org, 'Contact', name).Id))
      );
    expect([remove('Zoë Müller-Lüdenscheidt'), remove('Amélie Dubois')]).toEqual([['DELETE_FAILED'], []]);
  });

  it('refuses objects that take no inserts', () => {
    const org = readyOrg();
    expect(codesOf(insert(org, 'UserLicense', { Name: 'Free' }))).toEqual(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
  });

  it('lets only field-level security open Account.IsPartner', () => {
    const org = readyOrg();
    const account = recordNamed(org, 'Account', 'Kisumu Traders Ltd');
    const by = (label: string) => codesOf(update(org, account.Id, { IsPartner: true }, personLabelled(org, label)));
    expect(by('Without permission')).toEqual(['INVALID_FIELD_FOR_INSERT_UPDATE']);
    expect(by('Sales Ops')).toEqual([]);
  });

  it('refuses partner accounts where the feature is off', () => {
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

  it('refuses a second member group of the same profile', () => {
    const org = readyOrg({}, withFields('acmeBeta', { Status: 'Live' }));
    const group = {
      NetworkId: recordNamed(org, 'Network', 'Acme Help').Id,
      ParentId: recordNamed(org, 'Profile', 'Acme Customer').Id
    };
    expect(codesOf(insert(org, 'NetworkMemberGroup', group))).toEqual(['DUPLICATE_VALUE']);
  });
});
