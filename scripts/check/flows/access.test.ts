import { createAutomationOrg, type AutomationOrg, type Values } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
  await org.assign(org.person('Sales Ops'), 'External_Access_Automation');
  await org.assign(org.person('Without permission'), 'External_Access_Approver');
});

const approved: Values = { External_Access_Status__c: 'Approved' };

describe('who approves', () => {
  it('has the user made by the system, without any permission on users', async () => {
    const contactId = await org.newContact();
    await org.save('Contact', approved, contactId, org.person('Without permission'));
    expect(org.outcome(contactId)[0]).toBe('Enabled');
  });

  it('gets the default profile, whatever the contact says', async () => {
    const contactId = await org.newContact({ Title: 'System Administrator' });
    await org.save('Contact', approved, contactId, org.person('Without permission'));
    org.outcome(contactId);
    expect(org.usersOf(contactId)[0]?.['ProfileId']).toBe(org.named('Profile', 'Acme Customer').Id);
  });

  it('needs edit access to the status: the automation’s own permission set has none', async () => {
    const contactId = await org.newContact();
    await expect(org.save('Contact', approved, contactId, org.person('Sales Ops'))).rejects.toThrow(
      'External_Access_Status__c'
    );
  });

  it('can’t start Create External User', async () => {
    const contactId = await org.newContact();
    expect(() => org.start({ contactId }, org.person('Without permission'))).toThrow();
    expect(org.usersOf(contactId)).toEqual([]);
  });
});

describe('who starts Create External User directly', () => {
  it('with Manage External Users gets a user', async () => {
    const contactId = await org.newContact();
    expect(org.start({ contactId }, org.person('Sales Ops'))).toMatchObject({ code: 'created' });
    expect(org.outcome(contactId)[0]).toBe('Enabled');
  });

  it('without it is refused by the org', async () => {
    const contactId = await org.newContact({ LastName: 'Unhelped' });
    await org.assign(org.person('Without permission'), 'External_Access_Automation');
    const { code, message } = org.start({ contactId }, org.person('Without permission'));
    expect({ code, message }).toEqual({
      code: 'noAccess',
      message: expect.stringContaining(
        'Ada Unhelped got no user: the person who started this can’t create external users.'
      )
    });
    expect(org.usersOf(contactId)).toEqual([]);
  });
});

describe('who publishes the event', () => {
  const publish = async (fields: Values): Promise<void> => {
    await org.save('External_Access_Result__e', fields, undefined, org.person('Sales Ops'));
  };

  it.each(['Approved', 'Rejected', 'Anything'])('can’t set the status %s, and so has no user made', async (status) => {
    const contactId = await org.newContact();
    await publish({ Contact_Id__c: contactId, Status__c: status, Message__c: 'forged' });
    expect(org.outcome(contactId)).toEqual([null, null]);
    expect(org.usersOf(contactId)).toEqual([]);
  });

  it('can’t put a request over a status that is there', async () => {
    const contactId = await org.newContact({ External_Access_Status__c: 'Rejected' });
    await publish({ Contact_Id__c: contactId, Status__c: 'Requested', Message__c: 'forged' });
    expect(org.outcome(contactId)).toEqual(['Rejected', null]);
  });

  it('changes nothing by a message without a contact', async () => {
    await publish({ Status__c: 'Failed', Message__c: 'forged' });
    org.localOrg.org.automation.runDue();
    expect(org.records('Contact').filter((record) => record['External_Access_Message__c'] === 'forged')).toEqual([]);
  });
});
