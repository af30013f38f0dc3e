import { createAutomationOrg, ON, type AutomationOrg, type Values } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
  org.localOrg.org.amend(org.named('UserLicense', 'Customer Community').Id, { TotalLicenses: 400 });
});

const approved: Values = { External_Access_Status__c: 'Approved' };

describe('200 contacts that are inserted and approved in one transaction', () => {
  let contactIds: readonly string[];

  beforeAll(async () => {
    const AccountId = org.named('Account', 'Northwind Ångström AB').Id;
    // Every tenth has the same part before the @, and so the same nickname; every twentieth has no email.
    const records = Array.from({ length: 200 }, (_, index) => ({
      attributes: { type: 'Contact' },
      LastName: `Bulk${String(index)}`,
      AccountId,
      ...approved,
      ...(index % 20 === 7
        ? {}
        : { Email: `${index % 10 === 0 ? 'office' : `bulk${String(index)}`}@company${String(index)}.example` })
    }));
    const { body } = await org.call(org.admin, 'POST', '/composite/sobjects', { allOrNone: true, records });
    contactIds = (body as readonly { id: string }[]).map(({ id }) => id);
    org.localOrg.org.automation.runDue();
  });

  const withStatus = (status: string): readonly Values[] =>
    contactIds.map((id) => org.record(id)).filter((record) => record['External_Access_Status__c'] === status);

  it('get 190 users, within the limits of a transaction', () => {
    expect(withStatus('Enabled')).toHaveLength(190);
    expect(contactIds.filter((id) => org.usersOf(id).length === 1)).toHaveLength(190);
  });

  it('say of the ten others why not', () => {
    expect(withStatus('Failed').map((record) => String(record['External_Access_Message__c']))).toEqual(
      Array.from({ length: 10 }, (): unknown => expect.stringContaining('has no email'))
    );
  });

  it('have nicknames of their own', () => {
    const nicknames = contactIds.flatMap((id) => org.usersOf(id).map((user) => user['CommunityNickname']));
    expect(new Set(nicknames).size).toBe(190);
    expect(nicknames).toEqual(expect.arrayContaining(['office', 'office1', 'office2', 'office3']));
  });

  it('leave nothing that waits', () => {
    expect(org.localOrg.org.automation.jobs).toEqual([]);
  });
});

describe('two approvals of one contact at the same moment', () => {
  it('by two people give one user, and both say so', async () => {
    const other = org.person('Sales Ops');
    await org.assign(other, 'External_Access_Approver');
    const contactId = await org.newContact(approved);
    await org.save('Contact', { External_Access_Status__c: 'Requested' }, contactId);
    await org.save('Contact', approved, contactId, other);
    org.localOrg.org.automation.runDue({ atOnce: true });
    expect(org.outcome(contactId)[0]).toBe('Enabled');
    expect(org.usersOf(contactId)).toHaveLength(1);
  });

  it('in one transaction give one user', async () => {
    const contactId = await org.newContact(approved);
    await org.save('Contact', { External_Access_Status__c: 'Requested' }, contactId);
    await org.save('Contact', approved, contactId);
    expect(org.outcome(contactId)[0]).toBe('Enabled');
    expect(org.usersOf(contactId)).toHaveLength(1);
  });
});

it('approvals and requests of the same moment don’t hinder each other (MIXED_DML_OPERATION)', async () => {
  org.setUp(ON);
  const first = await org.newContact(approved);
  const second = await org.newContact({ External_Access_Score__c: 99 });
  expect([org.outcome(first)[0], org.outcome(second)[0]]).toEqual(['Enabled', 'Requested']);
});
