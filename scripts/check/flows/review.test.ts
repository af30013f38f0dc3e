import type { Person } from 'sfdx-local-org';
import { createAutomationOrg, type AutomationOrg } from './automationOrg.ts';

let org: AutomationOrg;
let approver: Person;

beforeEach(async () => {
  org = await createAutomationOrg();
  approver = org.person('Without permission');
  await org.assign(approver, 'External_Access_Approver');
});

type Result = ReturnType<AutomationOrg['localOrg']['org']['automation']['resume']>;

function begin(person = approver): Result {
  const [result] = org.localOrg.org.automation.run([{ flow: 'Review_External_Access', person, inputs: {} }]);
  if (result === undefined) throw new Error('No result');
  return result;
}

/** What the component hands to the flow when an approver has decided. */
function decide(result: Result, contactId: string, verdict: 'Approved' | 'Rejected', reason = ''): Result {
  if (result.status !== 'screen') throw new Error(JSON.stringify(result));
  const values = { 'Requests.contactId': contactId, 'Requests.verdict': verdict, 'Requests.reason': reason };
  return org.localOrg.org.automation.resume(approver, result.interviewId, { action: 'NEXT', values });
}

/** What the component gets from the flow. */
function inputs(result: Result): Readonly<Record<string, unknown>> {
  if (result.status !== 'screen') throw new Error(JSON.stringify(result));
  return result.screen.fields[0]?.inputs ?? {};
}

const requested = (LastName: string): Promise<string> =>
  org.newContact({ LastName, External_Access_Status__c: 'Requested' });

it('is started only by who holds it', () => {
  expect(begin(org.person('Sales Ops'))).toMatchObject({ status: 'error' });
});

it('approves one contact after the other; their users are made, and nothing is carried to the next one', async () => {
  const [byron, lovelace] = [await requested('Byron'), await requested('Lovelace')];
  const list = begin();
  expect(inputs(list)).toEqual({ decidedIds: [], fault: null });
  const second = decide(list, lovelace, 'Rejected', 'Left the company');
  expect(inputs(second)).toEqual({ decidedIds: [lovelace], fault: '' });
  expect(inputs(decide(second, byron, 'Approved'))).toEqual({ decidedIds: [lovelace, byron], fault: '' });
  expect(org.outcome(byron)[0]).toBe('Enabled');
  expect(org.usersOf(byron)).toHaveLength(1);
  expect(org.outcome(lovelace)).toEqual(['Rejected', 'Left the company']);
  expect(org.usersOf(lovelace)).toEqual([]);
});

it('says on the contact who approved', async () => {
  org.setUp({ Automation__c: false });
  const contactId = await requested('Byron');
  decide(begin(), contactId, 'Approved');
  expect(org.outcome(contactId)).toEqual(['Approved', 'Approved by Kofi Mensah.']);
});

it('leaves the verdict of an approver who was quicker', async () => {
  const contactId = await requested('Byron');
  const list = begin();
  const theirs = { External_Access_Status__c: 'Rejected', External_Access_Message__c: 'No budget' };
  await org.save('Contact', theirs, contactId);
  decide(list, contactId, 'Approved');
  expect(org.outcome(contactId)).toEqual(['Rejected', 'No budget']);
  expect(org.usersOf(contactId)).toEqual([]);
});

it('says what the org says when it can’t save, until the next decision is saved', async () => {
  const contactId = await requested('Byron');
  org.localOrg.org.locks.refuse(org.named('Account', 'Northwind Ångström AB').Id, 1);
  const refused = decide(begin(), contactId, 'Approved');
  expect(inputs(refused)).toEqual({ decidedIds: [], fault: expect.stringContaining('UNABLE_TO_LOCK_ROW') });
  expect(inputs(decide(refused, contactId, 'Approved'))).toEqual({ decidedIds: [contactId], fault: '' });
});

describe('the time of the request', () => {
  const since = (contactId: string): unknown => org.record(contactId)['External_Access_Requested_On__c'] ?? null;

  it('is noted when somebody requests access, and stays while other fields change', async () => {
    const contactId = await org.newContact();
    expect(since(contactId)).toBeNull();
    await org.save('Contact', { External_Access_Status__c: 'Requested' }, contactId);
    const noted = since(contactId);
    expect(Date.parse(String(noted))).toBeGreaterThan(0);
    await org.save('Contact', { Title: 'Buyer' }, contactId);
    expect(since(contactId)).toBe(noted);
  });

  it('is noted when a score requests access', async () => {
    const contactId = await org.newContact({ External_Access_Score__c: 70 });
    expect(org.outcome(contactId)[0]).toBe('Requested');
    expect(since(contactId)).not.toBeNull();
  });
});
