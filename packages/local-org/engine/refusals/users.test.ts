import {
  admin,
  amelie,
  codesOf,
  insert,
  personLabelled,
  readyOrg,
  recordNamed,
  update,
  withFields,
  written
} from '../../testing/readyOrg.ts';
import { REFUSED_USERS } from '../../testing/refusedUsers.ts';
import type { Fields } from '../storage/record.ts';
import type { Org } from '../org/org.ts';

const profileOf = (org: Org, name: string): Fields => ({ ProfileId: recordNamed(org, 'Profile', name).Id });

describe('creating an external user', () => {
  it.each(REFUSED_USERS)('$title', ({ org: makeOrg = readyOrg, changes, refusal }) => {
    const org = makeOrg();
    expect(insert(org, 'User', amelie(org, changes(org)))).toEqual({ success: false, errors: [refusal] });
  });

  it.each([
    { title: 'a standard profile if the org allows it', profile: 'Customer Community User', standard: true },
    { title: 'a customer with a role', profile: 'Acme Customer Plus', standard: false },
    { title: 'a partner on an account that is not a partner account yet', profile: 'Acme Partner', standard: false }
  ])('accepts $title', ({ profile, standard }) => {
    const org = readyOrg({ standardExternalProfiles: standard });
    expect(codesOf(insert(org, 'User', amelie(org, profileOf(org, profile))))).toEqual([]);
  });

  it('accepts an inactive user although no seat is free', () => {
    const org = readyOrg({}, withFields('customerCommunityLicense', { TotalLicenses: 3 }));
    expect(codesOf(insert(org, 'User', amelie(org, { IsActive: false })))).toEqual([]);
  });

  it('counts the active users of a login-based license, as of any other', () => {
    const org = readyOrg(
      { standardExternalProfiles: true },
      withFields('customerCommunityLoginLicense', { TotalLicenses: 1 })
    );
    const profile = profileOf(org, 'Customer Community Login User');
    const bjorn = {
      ContactId: recordNamed(org, 'Contact', 'Björn Åkesson').Id,
      Username: 'bjorn.akesson@northwind.example.acme',
      CommunityNickname: 'bjorn'
    };
    expect(codesOf(insert(org, 'User', amelie(org, profile)))).toEqual([]);
    expect(codesOf(insert(org, 'User', amelie(org, { ...profile, ...bjorn })))).toEqual(['LICENSE_LIMIT_EXCEEDED']);
  });

  it('refuses a user of a login-based license that was not bought', () => {
    const org = readyOrg(
      { standardExternalProfiles: true },
      withFields('customerCommunityLoginLicense', { TotalLicenses: 0 })
    );
    const result = insert(org, 'User', amelie(org, profileOf(org, 'Customer Community Login User')));
    expect(codesOf(result)).toEqual(['LICENSE_LIMIT_EXCEEDED']);
  });

  it('accepts a username of another org if usernames are unique within the org only', () => {
    const org = readyOrg({ usernameUniquenessInOrg: true });
    expect(codesOf(insert(org, 'User', amelie(org, { Username: 'info@acme.example' })))).toEqual([]);
  });

  it('refuses a person without permission to manage external users', () => {
    const org = readyOrg();
    const { ProfileId, ...fields } = amelie(org);
    const result = insert(
      org,
      'User',
      { ...fields, ProfileId: ProfileId ?? null },
      personLabelled(org, 'Without permission')
    );
    expect(codesOf(result)).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  });

  it('lets Sales Ops create external users by the permission set alone, but no internal users', () => {
    const org = readyOrg();
    const salesOps = personLabelled(org, 'Sales Ops');
    const internal = amelie(org, { ...profileOf(org, 'Standard User'), ContactId: null, Username: 'new@acme.example' });
    expect(codesOf(insert(org, 'User', internal, salesOps))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
    expect(codesOf(insert(org, 'User', amelie(org), salesOps))).toEqual([]);
  });
});

describe('updating an external user', () => {
  it('needs a free seat when an inactive user is activated', () => {
    const org = readyOrg({}, withFields('customerCommunityLicense', { TotalLicenses: 3 }));
    const user = written(org, insert(org, 'User', amelie(org, { IsActive: false })));
    expect(codesOf(update(org, user.Id, { IsActive: true }))).toEqual(['LICENSE_LIMIT_EXCEEDED']);
    update(org, recordNamed(org, 'User', 'zoe.mueller@northwind-angstrom.example.acme').Id, { IsActive: false });
    expect(codesOf(update(org, user.Id, { IsActive: true }))).toEqual([]);
  });

  it('lets users change their own record, except fields that decide on access', () => {
    const org = readyOrg();
    const kofi = personLabelled(org, 'Without permission');
    expect(codesOf(update(org, kofi.userId, { Title: 'Sales' }, kofi))).toEqual([]);
    expect(codesOf(update(org, kofi.userId, { IsActive: false }, kofi))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
    expect(codesOf(update(org, admin(org).userId, { Title: 'Boss' }, kofi))).toEqual([
      'INSUFFICIENT_ACCESS_OR_READONLY'
    ]);
  });

  it('does not let Manage External Users alone turn an internal user into an external one', () => {
    const org = readyOrg();
    const changes = {
      ...profileOf(org, 'Acme Customer'),
      ContactId: recordNamed(org, 'Contact', 'Amélie Dubois').Id
    };
    const salesOps = personLabelled(org, 'Sales Ops');
    expect(codesOf(update(org, admin(org).userId, changes, salesOps))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  });

  it('refuses to delete a user', () => {
    const org = readyOrg();
    const result = org.transact(admin(org), { allOrNone: true }, (writes) => writes.remove(admin(org).userId));
    expect(codesOf(result)).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  });
});
