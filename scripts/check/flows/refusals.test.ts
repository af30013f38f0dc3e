import { createAutomationOrg, ON, type AutomationOrg, type Values } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
});

beforeEach(() => {
  org.setUp(ON);
  org.localOrg.org.locks.clear();
});

function userOf(contactId: string): Values {
  return org.usersOf(contactId)[0] ?? {};
}

describe('a username that is taken', () => {
  it('is numbered, be it taken in another org', async () => {
    const contactId = await org.newContact({ Email: 'info@acme.example' });
    expect(org.start({ contactId })).toMatchObject({ code: 'created' });
    expect(userOf(contactId)).toMatchObject({ Username: 'info1@acme.example', Email: 'info@acme.example' });
  });

  const take = (taken: readonly string[]): void => {
    org.localOrg.org.load(
      'User',
      taken.map((Username) => ({
        Username,
        LastName: 'Desk',
        Alias: 'desk',
        CommunityNickname: `taken-${Username}`.slice(0, 40),
        ProfileId: org.named('Profile', 'Standard User').Id
      }))
    );
  };

  it('is numbered fifteen times, then ends with the id of the contact, then a person is asked', async () => {
    const domain = 'northwind-angstrom.example';
    take(Array.from({ length: 16 }, (_, index) => `desk${index === 0 ? '' : String(index)}@${domain}`));
    const Email = `desk@${domain}`;
    const contactId = await org.newContact({ FirstName: 'Des', LastName: 'Kay', Email });
    expect(org.start({ contactId })).toMatchObject({ code: 'created' });
    expect(userOf(contactId)['Username']).toBe(`desk-${contactId.slice(-9).toLowerCase()}@${domain}`);

    const other = await org.newContact({ FirstName: 'Dee', LastName: 'Kay', Email });
    const last = `desk-${other.slice(-9).toLowerCase()}@${domain}`;
    take([last]);
    const { code, message } = org.start({ contactId: other });
    expect([code, message]).toEqual([
      'duplicateUsername',
      expect.stringContaining(
        `Dee Kay got no user: the username ${last} is taken, here or in another Salesforce org. Create the user by hand with another one. Salesforce says: `
      )
    ]);
    expect(org.usersOf(other)).toEqual([]);
  });
});

it('numbers a nickname three times, then ends it with the id of the contact', async () => {
  const nicknames: unknown[] = [];
  const ids: string[] = [];
  for (const domain of ['one', 'two', 'three', 'four', 'five']) {
    const contactId = await org.newContact({ Email: `office@${domain}.example` });
    expect(org.start({ contactId })).toMatchObject({ code: 'created' });
    nicknames.push(userOf(contactId)['CommunityNickname']);
    ids.push(contactId);
  }
  expect(nicknames).toEqual(['office', 'office1', 'office2', 'office3', `office-${ids[4]?.slice(-9) ?? ''}`]);
});

describe('a row that is locked', () => {
  beforeEach(() => {
    // Users of this profile get a role below that of the account's owner, which locks the account.
    org.setUp({ Default_Customer_Profile__c: 'Acme Customer Plus' });
  });

  it('is tried again', async () => {
    const contactId = await org.newContact();
    org.localOrg.org.locks.refuse(org.named('Account', 'Northwind Ångström AB').Id, 3);
    expect(org.start({ contactId })).toMatchObject({ code: 'created' });
  });

  it('is tried six times in all', async () => {
    const contactId = await org.newContact({ LastName: 'Locked' });
    org.localOrg.org.locks.refuse(org.named('Account', 'Northwind Ångström AB').Id, 6);
    expect(org.start({ contactId })).toMatchObject({
      code: 'locked',
      message: expect.stringContaining(
        'Ada Locked got no user: another change holds the account at this moment. Approve the contact again.'
      )
    });
  });
});

it('says whose license has no seat left', async () => {
  const license = org.named('UserLicense', 'Customer Community');
  const total = license['TotalLicenses'] ?? null;
  org.localOrg.org.amend(license.Id, { TotalLicenses: 0 });
  const contactId = await org.newContact({ LastName: 'Seatless' });
  const outputs = org.start({ contactId });
  org.localOrg.org.amend(license.Id, { TotalLicenses: total });
  expect(outputs).toMatchObject({
    code: 'licenseLimit',
    message: expect.stringContaining(
      'Ada Seatless got no user: no seat is left on the license of the profile Acme Customer. Free a seat, then approve the contact again.'
    )
  });
  expect(org.outcome(contactId)[0]).toBe('Failed');
});

it('says that a standard external profile is refused', async () => {
  org.setUp({ Default_Customer_Profile__c: 'Customer Community User' });
  const contactId = await org.newContact();
  expect(org.start({ contactId })).toMatchObject({
    code: 'profileNotExternal',
    message: expect.stringContaining('the profile Customer Community User isn’t allowed for external users in this org')
  });
});

it('keeps the org’s own words of a refusal that it has no advice for', async () => {
  const organization = org.named('Organization', 'Acme Industries');
  org.localOrg.org.amend(organization.Id, { LanguageLocaleKey: 'tlh' });
  const contactId = await org.newContact({ LastName: 'Unknown' });
  const outputs = org.start({ contactId });
  org.localOrg.org.amend(organization.Id, { LanguageLocaleKey: 'en_US' });
  expect(outputs).toMatchObject({
    code: 'invalidChoice',
    message: expect.stringMatching(
      /^Ada Unknown got no user: Salesforce refused the user\. Salesforce says: .*INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/u
    )
  });
});

describe('the result', () => {
  /** A contact locks its account; a user of an account that has some does not. */
  const lockFor = (attempts: number): void => {
    org.localOrg.org.locks.refuse(org.named('Account', 'Northwind Ångström AB').Id, attempts);
  };

  it('is written once the contact’s row is free again', async () => {
    const contactId = await org.newContact({ External_Access_Status__c: 'Approved' });
    lockFor(2);
    expect(org.outcome(contactId)[0]).toBe('Enabled');
  });

  it('is given up after three times, and the contact is left under way', async () => {
    const contactId = await org.newContact({ External_Access_Status__c: 'Approved' });
    lockFor(3);
    expect(org.outcome(contactId)).toEqual(['Approved', null]);
    expect(org.usersOf(contactId)).toHaveLength(1);
  });

  it('is cut to what fits into the field', async () => {
    org.setUp({ Default_Customer_Profile__c: 'Gone' });
    const contactId = await org.newContact({
      FirstName: 'F'.repeat(40),
      LastName: 'L'.repeat(80),
      External_Access_Status__c: 'Approved'
    });
    expect(String(org.outcome(contactId)[1])).toHaveLength(255);
  });
});
