import { createAutomationOrg, ON, type AutomationOrg, type Values } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
});

beforeEach(() => {
  org.setUp(ON);
});

const approved: Values = { External_Access_Status__c: 'Approved' };
const scored: Values = { External_Access_Score__c: 60 };

interface Case {
  readonly when: string;
  readonly settings?: Values;
  readonly fields: Values;
  /** Status afterwards; a user is there when it is Enabled. */
  readonly status: string | null;
}

const CASES: readonly Case[] = [
  { when: 'it is approved', fields: approved, status: 'Enabled' },
  {
    when: 'it is approved, whatever its score',
    fields: { ...approved, External_Access_Score__c: 1 },
    status: 'Enabled'
  },
  {
    when: 'it is approved and scores do not count',
    settings: { Score_Threshold__c: null },
    fields: approved,
    status: 'Enabled'
  },
  {
    when: 'it is approved and no approval is required',
    settings: { Approval_Required__c: false },
    fields: approved,
    status: 'Enabled'
  },
  {
    when: 'it is approved and the automation is off',
    settings: { Automation__c: false },
    fields: approved,
    status: 'Approved'
  },
  { when: 'its score reaches the threshold', fields: { External_Access_Score__c: 50 }, status: 'Requested' },
  { when: 'its score is too low', fields: { External_Access_Score__c: 49.99 }, status: null },
  {
    when: 'it has a score and scores do not count',
    settings: { Score_Threshold__c: null },
    fields: scored,
    status: null
  },
  {
    when: 'it has a score and the automation is off',
    settings: { Automation__c: false },
    fields: scored,
    status: null
  },
  {
    when: 'its score reaches the threshold and no approval is required',
    settings: { Approval_Required__c: false },
    fields: scored,
    status: 'Enabled'
  },
  {
    when: 'it is requested with such a score and no approval is required',
    settings: { Approval_Required__c: false },
    fields: { ...scored, External_Access_Status__c: 'Requested' },
    status: 'Enabled'
  },
  {
    when: 'it is requested with such a score',
    fields: { ...scored, External_Access_Status__c: 'Requested' },
    status: 'Requested'
  },
  {
    when: 'it is rejected, whatever its score',
    settings: { Approval_Required__c: false },
    fields: { ...scored, External_Access_Status__c: 'Rejected' },
    status: 'Rejected'
  },
  { when: 'neither is said', fields: { Title: 'Buyer' }, status: null }
];

describe.each(CASES)('a contact when $when', ({ settings = {}, fields, status }) => {
  const expectOutcome = (contactId: string): void => {
    expect(org.outcome(contactId)[0]).toBe(status);
    expect(org.usersOf(contactId)).toHaveLength(status === 'Enabled' ? 1 : 0);
  };

  it(`${status ?? 'nothing'} is its status once it is inserted`, async () => {
    org.setUp(settings);
    expectOutcome(await org.newContact(fields));
  });

  it(`${status ?? 'nothing'} is its status once it is updated`, async () => {
    org.setUp(settings);
    const contactId = await org.newContact();
    await org.save('Contact', fields, contactId);
    expectOutcome(contactId);
  });
});

it('is off in an org without settings', async () => {
  const bare = await createAutomationOrg();
  bare.removeSettings();
  const contact = bare.named('Contact', 'Amélie Dubois');
  await bare.save('Contact', approved, contact.Id);
  expect(bare.outcome(contact.Id)).toEqual(['Approved', null]);
});

it('says in the request which threshold was reached', async () => {
  const contactId = await org.newContact(scored);
  expect(org.outcome(contactId)).toEqual([
    'Requested',
    'The score reaches the threshold of 50. Approve or reject external access.'
  ]);
});

it('fires once: a contact that is saved again is left alone', async () => {
  const contactId = await org.newContact(approved);
  org.outcome(contactId);
  await org.save('Contact', { Title: 'Buyer' }, contactId);
  await org.save('Contact', { External_Access_Score__c: 99 }, contactId);
  expect(org.localOrg.org.automation.runDue()).toBe(0);
});

it('tries again when a contact that failed is approved again', async () => {
  const contactId = await org.newContact({ ...approved, LastName: 'Lovelace', Email: null });
  expect(org.outcome(contactId)).toEqual([
    'Failed',
    'Ada Lovelace has no email. Add one to the contact, then approve it again.'
  ]);
  await org.save('Contact', { Email: 'again@northwind-angstrom.example' }, contactId);
  expect(org.outcome(contactId)[0]).toBe('Failed');
  await org.save('Contact', approved, contactId);
  expect(org.outcome(contactId)).toEqual(['Enabled', 'Ada Lovelace now has a user: again@northwind-angstrom.example.']);
});

it('says that a contact has its user already when it is approved once more', async () => {
  const contactId = await org.newContact({
    ...approved,
    LastName: 'Byron',
    Email: 'ada.byron@northwind-angstrom.example'
  });
  org.outcome(contactId);
  await org.save('Contact', approved, contactId);
  expect(org.outcome(contactId)).toEqual([
    'Enabled',
    'Ada Byron already has a user: ada.byron@northwind-angstrom.example.'
  ]);
  expect(org.usersOf(contactId)).toHaveLength(1);
});
