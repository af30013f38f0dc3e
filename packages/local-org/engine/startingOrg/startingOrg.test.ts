import { describeStartingOrgs, readStartingOrg, startingOrgNames, UnknownStartingOrg } from './startingOrg.ts';
import type { StartingOrg } from './startingOrg.ts';
import { createSchema } from '../schema/schema.ts';
import type { StartingRecord } from './treeFile.ts';

const NAMES = startingOrgNames();

function record(org: StartingOrg, reference: string): StartingRecord {
  const found = org.records.find((each) => each.reference === reference);
  if (found === undefined) {
    throw new Error(`${org.name} has no record ${reference}`);
  }
  return found;
}

/** The record to which a reference field points. */
function parent(org: StartingOrg, child: StartingRecord, field: string): StartingRecord {
  return record(org, String(child.fields[field]).slice('@'.length));
}

function records(org: StartingOrg, object: string): StartingRecord[] {
  return org.records.filter((each) => each.object === object);
}

function usersOf(org: StartingOrg, contact: string): StartingRecord[] {
  return records(org, 'User').filter(({ fields }) => fields.ContactId === `@${contact}`);
}

function activeUsers(org: StartingOrg, license: string): number {
  return records(org, 'User').filter(
    (user) => user.fields.IsActive === true && parent(org, user, 'ProfileId').fields.UserLicenseId === `@${license}`
  ).length;
}

describe('readStartingOrg', () => {
  it('lists the orgs, the default first', () => {
    expect(NAMES).toEqual([
      'ready',
      'allow-list',
      'automation',
      'bare',
      'contact-without-account',
      'delegated',
      'dont-process',
      'hidden-setup',
      'inactive-user',
      'inactive-user-no-seat',
      'list',
      'login-license-full',
      'nickname-taken',
      'no-allow-list',
      'no-digital-experiences',
      'no-experiences',
      'no-live-site',
      'no-partner-accounts',
      'no-seats',
      'not-a-partner-account',
      'owner-without-role',
      'permission-set-assignments',
      'person-account',
      'private-users',
      'production',
      'right-to-left',
      'self-registration',
      'sender-unverified',
      'standard-profile-only',
      'user-exists',
      'username-taken',
      'welcome-mail-off'
    ]);
  });

  it('lists the known orgs in the error for an unknown one', () => {
    expect(() => readStartingOrg('staging')).toThrow(UnknownStartingOrg);
    expect(() => readStartingOrg('staging')).toThrow(/"staging".*ready, .*user-exists/);
  });
});

describe('the descriptions of the starting orgs', () => {
  const descriptions = describeStartingOrgs();

  it('are in the order of the names, and each has a title of its own', () => {
    expect(descriptions.map(({ name }) => name)).toEqual(NAMES);
    expect(new Set(descriptions.map(({ title }) => title)).size).toBe(NAMES.length);
  });

  it.each(descriptions.map((description) => [description.name, description] as const))(
    'say of %s what it is, why it exists and what to try',
    (name, { title, why, steps }) => {
      expect(title).toMatch(/^.{5,40}$/u);
      expect(why).toMatch(/^\p{Lu}.{20,170}\.$/u);
      expect(steps.length).toBeGreaterThanOrEqual(1);
      expect(steps.length).toBeLessThanOrEqual(3);
      expect(readStartingOrg(name)).toMatchObject({ title, why, steps });
    }
  );

  it('name in each step what it opens, or an org that exists', () => {
    const steps = descriptions.flatMap((description) => description.steps);
    expect(steps.filter(({ opens, starts }) => (opens === undefined) === (starts === undefined))).toEqual([]);
    expect(steps.flatMap(({ starts }) => starts ?? []).filter((name) => !NAMES.includes(name))).toEqual([]);
  });
});

describe.each(NAMES)('org %s', (name) => {
  const org = readStartingOrg(name);
  const schema = createSchema(org.features, { ...org.settings, customMetadataTypes: org.customMetadataTypes });

  it('has unique references, and points only to references that exist', () => {
    const references = new Set(org.records.map(({ reference }) => reference));
    expect(references.size).toBe(org.records.length);
    const named = org.records.flatMap(({ fields }) =>
      Object.values(fields).flatMap((value) =>
        typeof value === 'string' && value.startsWith('@') ? [value.slice('@'.length)] : []
      )
    );
    const others = [org.defaultContact, org.createdBy, ...org.people.map(({ user }) => user)];
    const grantees = [...org.standardProfiles, ...Object.keys(org.grants)];
    expect([...named, ...others, ...grantees].filter((reference) => !references.has(reference))).toEqual([]);
  });

  it('has records that fit the schema', () => {
    const misfits = org.records.flatMap(({ object, reference, fields }) => {
      const type = schema.object(object);
      return Object.entries(fields).flatMap(([apiName, value]) => {
        const field = type?.fields.get(apiName);
        const isKnown =
          field !== undefined &&
          (typeof value !== 'string' || value.startsWith('@') || field.length === 0 || value.length <= field.length) &&
          (field.picklistValues.length === 0 || field.picklistValues.some((each) => each.value === value));
        return isKnown ? [] : [`${reference}.${apiName}: ${String(value)}`];
      });
    });
    expect(misfits).toEqual([]);
  });

  it('has reference fields that point to records of the right object', () => {
    const misfits = org.records.flatMap((each) => {
      const type = schema.object(each.object);
      return Object.entries(each.fields).flatMap(([apiName, value]) =>
        typeof value === 'string' &&
        value.startsWith('@') &&
        type?.fields.get(apiName)?.referenceTo.includes(parent(org, each, apiName).object) !== true
          ? [`${each.reference}.${apiName}: ${value}`]
          : []
      );
    });
    expect(misfits).toEqual([]);
  });

  it('has a grant for each profile and permission set', () => {
    const holders = [...records(org, 'Profile'), ...records(org, 'PermissionSet')].map(({ reference }) => reference);
    expect(Object.keys(org.grants).sort()).toEqual(holders.sort());
  });

  it('has at most as many active users as seats', () => {
    for (const { reference, fields } of records(org, 'UserLicense')) {
      expect(activeUsers(org, reference)).toBeLessThanOrEqual(Number(fields.TotalLicenses));
    }
  });

  it('has unique usernames in lower case, and none that another org has', () => {
    const usernames = [...org.usernamesElsewhere, ...records(org, 'User').map(({ fields }) => String(fields.Username))];
    expect(new Set(usernames).size).toBe(usernames.length);
    expect(usernames.filter((username) => username !== username.toLowerCase())).toEqual([]);
  });

  it('has the same three people', () => {
    expect(org.people.map(({ label }) => label).sort()).toEqual([
      'Sales Ops',
      'System Administrator',
      'Without permission'
    ]);
  });
});

describe('why an org exists', () => {
  it('ready: Amélie has an account whose active owner has a role, and no user', () => {
    const org = readStartingOrg('ready');
    const contact = record(org, org.defaultContact);
    const owner = parent(org, parent(org, contact, 'AccountId'), 'OwnerId');
    expect(contact.fields).toMatchObject({ FirstName: 'Amélie', LastName: 'Dubois' });
    expect(owner.fields).toMatchObject({ IsActive: true, UserRoleId: '@nordicSalesRole' });
    expect(usersOf(org, org.defaultContact)).toEqual([]);
  });

  it('ready: three of twenty Customer Community seats are taken', () => {
    const org = readStartingOrg('ready');
    expect(record(org, 'customerCommunityLicense').fields.TotalLicenses).toBe(20);
    expect(activeUsers(org, 'customerCommunityLicense')).toBe(3);
  });

  it('no-seats: every external license is used up', () => {
    const org = readStartingOrg('no-seats');
    const external = records(org, 'UserLicense').filter(({ reference }) => reference !== 'salesforceLicense');
    expect(external.map(({ reference }) => activeUsers(org, reference))).toEqual(
      external.map(({ fields }) => fields.TotalLicenses)
    );
  });

  it('login-license-full: customers have a license that counts log-ins, and every user of it is taken', () => {
    const org = readStartingOrg('login-license-full');
    const license = parent(org, record(org, 'acmeCustomerProfile'), 'UserLicenseId');
    expect(license.fields.LicenseDefinitionKey).toMatch(/_Login$/u);
    expect(license.fields.TotalLicenses).toBe(activeUsers(org, license.reference));
    expect(Number(license.fields.MonthlyLoginsUsed)).toBeLessThan(Number(license.fields.MonthlyLoginsEntitlement));
  });

  it('owner-without-role: the owner is active and has no role', () => {
    const org = readStartingOrg('owner-without-role');
    const owner = parent(org, parent(org, record(org, org.defaultContact), 'AccountId'), 'OwnerId');
    expect(owner.fields.IsActive).toBe(true);
    expect(owner.fields.UserRoleId).toBeUndefined();
  });

  it('no-live-site: no network is live', () => {
    const statuses = records(readStartingOrg('no-live-site'), 'Network').map(({ fields }) => fields.Status);
    expect(statuses).toEqual(['UnderConstruction', 'DownForMaintenance', 'UnderConstruction']);
  });

  it('not-a-partner-account: it opens at Jamal, whose account is not a partner account', () => {
    const org = readStartingOrg('not-a-partner-account');
    const contact = record(org, org.defaultContact);
    expect(contact.fields).toMatchObject({ FirstName: 'Jamal', LastName: 'Okafor' });
    expect(parent(org, contact, 'AccountId').fields).toMatchObject({ Name: 'Kisumu Traders Ltd', IsPartner: false });
  });

  it('contact-without-account: Amélie has no account', () => {
    const org = readStartingOrg('contact-without-account');
    expect(record(org, org.defaultContact).fields.AccountId).toBeNull();
  });

  it('user-exists: Amélie has an active user, Björn an inactive one', () => {
    const org = readStartingOrg('user-exists');
    expect(usersOf(org, org.defaultContact).map(({ fields }) => fields.IsActive)).toEqual([true]);
    expect(usersOf(org, 'ContactBjorn').map(({ fields }) => fields.IsActive)).toEqual([false]);
  });

  it('allow-list: each allowed profile has a profile, a license and a site of that name', () => {
    const org = readStartingOrg('allow-list');
    const namesOf = (object: string) => records(org, object).map(({ fields }) => fields.Name);
    for (const { fields } of records(org, 'External_User_Profile__mdt')) {
      expect(namesOf('Profile')).toContain(fields.Profile__c);
      expect(namesOf('UserLicense')).toContain(fields.License__c);
      expect(namesOf('Network')).toContain(fields.Site__c);
    }
    expect(records(readStartingOrg('no-allow-list'), 'External_User_Profile__mdt')).toEqual([]);
  });

  it('hidden-setup: it opens as Sales Ops, who holds Manage External Users without the views', () => {
    const org = readStartingOrg('hidden-setup');
    expect(org.people[0]?.label).toBe('Sales Ops');
    expect(org.grants.externalUserEnabler?.userPermissions).toEqual(['ManagePartners']);
    expect(org.settings.profileFiltering).toBe(true);
  });
});
