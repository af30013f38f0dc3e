import type { Person } from 'sfdx-local-org';
import { createAutomationOrg, type AutomationOrg, type Values } from './automationOrg.ts';

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

function next(result: Result, values: Values = {}): Result {
  if (result.status !== 'screen') throw new Error(JSON.stringify(result));
  return org.localOrg.org.automation.resume(approver, result.interviewId, { action: 'NEXT', values });
}

/** Name of the screen, and what it says. */
function shown(result: Result): readonly [string, string] {
  if (result.status !== 'screen') return [result.status, ''];
  const text = result.screen.fields.map(({ fieldText }) => fieldText).join(' ');
  return [
    result.screen.name,
    text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  ];
}

function choices(result: Result): readonly (readonly [string, unknown])[] {
  return result.status === 'screen'
    ? result.screen.fields.flatMap((field) => field.choices.map(({ label, value }) => [label, value] as const))
    : [];
}

const requested = (LastName: string): Promise<string> =>
  org.newContact({
    LastName,
    Title: 'Buyer',
    External_Access_Status__c: 'Requested',
    External_Access_Score__c: 70,
    External_Access_Message__c: 'The score reaches the threshold of 50.'
  });

it('says that nothing is requested', () => {
  expect(shown(begin())).toEqual(['Nothing_to_Review', 'No contact waits for approval.']);
});

it('is started only by who holds it', () => {
  expect(begin(org.person('Sales Ops'))).toMatchObject({ status: 'error' });
});

it('approves one contact after the other; their users are made', async () => {
  const [byron, lovelace] = [await requested('Byron'), await requested('Lovelace')];
  const choose = begin();
  expect(choices(choose)).toEqual([
    ['Ada Byron', byron],
    ['Ada Lovelace', lovelace]
  ]);
  const decide = next(choose, { contactChosen: lovelace });
  expect(shown(decide)[1]).toContain('Account: Northwind Ångström AB Title: Buyer');
  expect(shown(decide)[1]).toContain('Score: 70 The score reaches the threshold of 50.');
  const saved = next(decide, { verdict: 'Approved' });
  expect(shown(saved)).toEqual(['Show_the_Result', 'Ada Lovelace: Approved Approved by Kofi Mensah.']);
  expect(choices(next(saved))).toEqual([['Ada Byron', byron]]);
  expect(org.outcome(lovelace)[0]).toBe('Enabled');
  expect(org.usersOf(lovelace)).toHaveLength(1);
});

it('rejects with a reason, which is required', async () => {
  const contactId = await requested('Byron');
  const ask = next(next(begin(), { contactChosen: contactId }), { verdict: 'Rejected' });
  expect(shown(ask)).toEqual(['Give_a_Reason', 'Reason']);
  expect(shown(next(ask, { reason: '' }))[0]).toBe('Give_a_Reason');
  expect(shown(next(ask, { reason: 'x'.repeat(256) }))[0]).toBe('Give_a_Reason');
  const saved = next(ask, { reason: 'Left the company' });
  expect(shown(saved)).toEqual(['Show_the_Result', 'Ada Byron: Rejected Left the company']);
  expect(shown(next(saved))[0]).toBe('Nothing_to_Review');
  expect(org.outcome(contactId)).toEqual(['Rejected', 'Left the company']);
  expect(org.usersOf(contactId)).toEqual([]);
});

it('leaves the verdict of an approver who was quicker', async () => {
  const contactId = await requested('Byron');
  const decide = next(begin(), { contactChosen: contactId });
  await org.save(
    'Contact',
    { External_Access_Status__c: 'Rejected', External_Access_Message__c: 'No budget' },
    contactId
  );
  expect(shown(next(decide, { verdict: 'Approved' }))[1]).toBe('Ada Byron: Rejected No budget');
  expect(org.usersOf(contactId)).toEqual([]);
});

it('shows what the org says when it can’t save', async () => {
  const contactId = await requested('Byron');
  const decide = next(begin(), { contactChosen: contactId });
  org.localOrg.org.locks.refuse(org.named('Account', 'Northwind Ångström AB').Id, 1);
  const [screen, text] = shown(next(decide, { verdict: 'Approved' }));
  expect(screen).toBe('Show_the_Fault');
  expect(text).toContain('UNABLE_TO_LOCK_ROW');
});
