import {
  admin,
  amelie,
  codesOf,
  insert,
  readyOrg,
  recordNamed,
  seatsUsed,
  sitesOf,
  update,
  written
} from '../../testing/readyOrg.ts';
import type { Fields } from '../storage/record.ts';
import type { Org } from '../org/org.ts';

function withProfile(org: Org, profile: string): Fields {
  return amelie(org, { ProfileId: recordNamed(org, 'Profile', profile).Id });
}

describe('a created external user', () => {
  it('gets the fields that the platform computes', () => {
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

  it('takes a seat, frees it when it is deactivated, and takes one again when it is activated', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    const used = [seatsUsed(org, 'Customer Community')];
    for (const IsActive of [false, true, true]) {
      update(org, user.Id, { IsActive });
      used.push(seatsUsed(org, 'Customer Community'));
    }
    expect(used).toEqual([4, 3, 4, 4]);
  });

  it('takes a seat of another license when its profile changes', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    update(org, user.Id, { ProfileId: recordNamed(org, 'Profile', 'Acme Customer Plus').Id });
    expect([seatsUsed(org, 'Customer Community'), seatsUsed(org, 'Customer Community Plus')]).toEqual([3, 2]);
  });

  it.each([
    ['Acme Customer Plus', 'Northwind Ångström AB Customer User', 'CustomerPortal'],
    ['Acme Partner', 'Northwind Ångström AB Partner User', 'Partner']
  ])('with the profile %s gets a role of its account', (profile, name, portalType) => {
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

  it('creates the roles below the one that it asks for', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', { ...withProfile(org, 'Acme Partner'), PortalRole: 'Manager' }));
    const manager = recordNamed(org, 'UserRole', 'Northwind Ångström AB Partner Manager');
    expect(user['UserRoleId']).toBe(manager.Id);
    expect(recordNamed(org, 'UserRole', 'Northwind Ångström AB Partner User')['ParentRoleId']).toBe(manager.Id);
  });

  describe('where Account Role Optimization is on', () => {
    const roleOf = (org: Org, userId: string) => {
      const user = org.find(userId);
      return [user?.['PortalRole'], org.find(String(user?.['UserRoleId']))?.['Name']];
    };
    const colleague = (org: Org) => {
      const { AccountId } = recordNamed(org, 'Contact', 'Amélie Dubois');
      const contact = written(org, insert(org, 'Contact', { LastName: 'Berg', AccountId: AccountId ?? null }));
      const names = { Username: 'berg@northwind.example.acme', Alias: 'berg', CommunityNickname: 'berg' };
      return { ...withProfile(org, 'Acme Partner'), ContactId: contact.Id, ...names };
    };

    it('shares the role of the owner’s single users, until a second user makes the roles of the account', () => {
      const org = readyOrg({ accountRoleOptimization: true });
      const first = written(org, insert(org, 'User', withProfile(org, 'Acme Partner')));
      const owner = recordNamed(org, 'User', 'freja.lindqvist@acme.example');
      const shared = ['PersonAccount', `${String(owner['Alias'])} Partner Person Account`];
      expect(roleOf(org, first.Id)).toEqual(shared);
      update(org, first.Id, { LastName: 'Dupont' });
      expect(roleOf(org, first.Id)).toEqual(shared);
      const second = written(org, insert(org, 'User', colleague(org)));
      const own = ['Worker', 'Northwind Ångström AB Partner User'];
      expect([roleOf(org, first.Id), roleOf(org, second.Id)]).toEqual([own, own]);
    });

    it('does not count an inactive user as the second one', () => {
      const org = readyOrg({ accountRoleOptimization: true });
      const first = written(org, insert(org, 'User', withProfile(org, 'Acme Partner')));
      const second = written(org, insert(org, 'User', { ...colleague(org), IsActive: false }));
      expect(roleOf(org, first.Id)[0]).toBe('PersonAccount');
      update(org, second.Id, { IsActive: true });
      expect([first, second].map(({ Id }) => roleOf(org, Id)[0])).toEqual(['Worker', 'Worker']);
    });

    it('gives a user who asks for a level a role of the account', () => {
      const org = readyOrg({ accountRoleOptimization: true });
      const user = written(org, insert(org, 'User', { ...withProfile(org, 'Acme Partner'), PortalRole: 'Manager' }));
      expect(roleOf(org, user.Id)).toEqual(['Manager', 'Northwind Ångström AB Partner Manager']);
    });
  });

  it('turns its account into a partner account', () => {
    const org = readyOrg();
    insert(org, 'User', withProfile(org, 'Acme Partner'));
    expect(recordNamed(org, 'Account', 'Northwind Ångström AB')['IsPartner']).toBe(true);
  });

  it('is a member of the sites of its profile, also after a change of profile', () => {
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

  it('loses its contact when it is disabled, but not when it is deactivated', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    update(org, user.Id, { IsActive: false });
    expect(org.find(user.Id)).toMatchObject({ ContactId: user['ContactId'], IsPortalEnabled: false });
    update(org, user.Id, { IsActive: true });
    update(org, user.Id, { IsPortalEnabled: false });
    expect(org.find(user.Id)).toMatchObject({ ContactId: null, IsActive: false, IsPortalEnabled: false });
    expect(codesOf(insert(org, 'User', amelie(org, { Username: 'a@b.example', CommunityNickname: 'b' })))).toEqual([]);
  });

  it('is disabled when its account is no longer a partner account', () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', withProfile(org, 'Acme Partner')));
    update(org, String(user['AccountId']), { IsPartner: false });
    expect(org.find(user.Id)).toMatchObject({ IsActive: false, ContactId: null, UserRoleId: null });
    expect(seatsUsed(org, 'Partner Community')).toBe(1);
    expect(org.find(String(user['UserRoleId']))).toBeUndefined();
  });
});
