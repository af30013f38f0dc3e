import { objectNamed, personLabelled, readyOrg, recordNamed } from '../../testing/readyOrg.ts';
import { createOrg } from '../org/createOrg.ts';
import { readStartingOrg } from '../startingOrg/startingOrg.ts';
import type { Access } from './access.ts';
import type { Org } from '../org/org.ts';

function fieldOf(org: Org, path: string): Parameters<Access['canReadField']> {
  const [objectName = '', fieldName = ''] = path.split('.');
  const object = objectNamed(org, objectName);
  const field = org.schema.field(object, fieldName);
  if (field === undefined) throw new Error(`No field ${path}`);
  return [object, field];
}

const hiddenSetup = (): Org => createOrg(readStartingOrg('hidden-setup'), { seed: 1, url: () => '' });

describe('access', () => {
  it.each([
    ['User.ProfileId', readyOrg, 'Sales Ops', true],
    ['User.ProfileId', readyOrg, 'Without permission', false],
    ['User.ProfileId', hiddenSetup, 'Sales Ops', false],
    ['User.UserRoleId', readyOrg, 'Sales Ops', true],
    ['User.UserRoleId', hiddenSetup, 'Sales Ops', false],
    ['User.Username', hiddenSetup, 'Without permission', true],
    ['Account.IsPartner', readyOrg, 'Without permission', true]
  ] as const)('to the field %s', (path, makeOrg, label, expected) => {
    const org = makeOrg();
    expect(org.access(personLabelled(org, label)).canReadField(...fieldOf(org, path))).toBe(expected);
  });

  it.each([
    ['UserLicense', 'Sales Ops', true],
    ['UserLicense', 'Without permission', false],
    ['UserRole', 'Sales Ops', true],
    ['UserRole', 'Without permission', false],
    ['PermissionSetAssignment', 'Without permission', false],
    ['Profile', 'Without permission', true],
    ['Contact', 'Without permission', true]
  ])('to the object %s for %s: %s', (objectName, label, expected) => {
    const org = readyOrg();
    expect(org.access(personLabelled(org, label)).canRead(objectNamed(org, objectName))).toBe(expected);
  });

  it.each([
    ['System Administrator', ['Acme Help', 'Acme Partners', 'Acme Beta']],
    ['Sales Ops', []]
  ])('to sites for %s: %j', (label, expected) => {
    const org = readyOrg();
    const access = org.access(personLabelled(org, label));
    const names = org
      .all(objectNamed(org, 'Network'))
      .filter((site) => access.canSee(site))
      .map(({ Name }) => Name);
    expect(names).toEqual(expected);
  });

  it('to profiles is limited to the own one if Profile Filtering is on', () => {
    const org = hiddenSetup();
    const access = org.access(personLabelled(org, 'Sales Ops'));
    const names = org
      .all(objectNamed(org, 'Profile'))
      .filter((profile) => access.canSee(profile))
      .map(({ Name }) => Name);
    expect(names).toEqual(['Acme Sales']);
  });

  it('grows with each assigned permission set', () => {
    const org = readyOrg();
    const kofi = personLabelled(org, 'Without permission');
    const before = org.access(kofi).has('ManagePartners');
    org.transact(personLabelled(org, 'System Administrator'), { allOrNone: true }, (writes) =>
      writes.insert(objectNamed(org, 'PermissionSetAssignment'), {
        AssigneeId: kofi.userId,
        PermissionSetId: recordNamed(org, 'PermissionSet', 'External_User_Enabler').Id
      })
    );
    expect([before, org.access(kofi).has('ManagePartners')]).toEqual([false, true]);
  });
});
