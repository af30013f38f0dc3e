import { SUFFIX, USERNAMES } from '../../../force-app/test/cases/usernames.ts';
import { createAutomationOrg, ON, type AutomationOrg } from './automationOrg.ts';
import { packageFiles } from './packageFiles.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
  org.localOrg.org.amend(org.named('UserLicense', 'Customer Community').Id, { TotalLicenses: 400 });
});

/** A test of the rules has the same cases. */
const IN_FLOW = USERNAMES.map(({ username, isBeyondFormulas, ...given }) => ({
  ...given,
  username: isBeyondFormulas === true ? given.email.toLowerCase() : username
}));

it.each(IN_FLOW)('the flow gives $firstName $lastName, $email the username $username by $pattern', async (given) => {
  org.setUp({ ...ON, Username_Pattern__c: given.pattern, Username_Suffix__c: SUFFIX });
  const contactId = await org.newContact({
    FirstName: given.firstName,
    LastName: given.lastName,
    Email: given.email
  });
  const { code, message } = org.start({ contactId });
  const [user] = org.usersOf(contactId);
  expect(code).toBe('created');
  // The number of a taken one goes before the @, where two cases have one username.
  expect(String(user?.['Username']).replace(/(?<!\d)\d(?=@)/u, '')).toBe(given.username.replace(/(?<!\d)\d(?=@)/u, ''));
  const isToldToBeEmail = String(message).includes('The username comes from the email');
  expect(isToldToBeEmail).toBe(given.pattern !== '{email}' && given.username === given.email.toLowerCase());
});

it('ten approved contacts of one mailbox become ten users, with usernames and nicknames of their own', async () => {
  org.setUp({ ...ON, Username_Pattern__c: null, Username_Suffix__c: null });
  const Email = 'office@inbox.example';
  const contactIds: string[] = [];
  for (let index = 0; index < 10; index++) {
    contactIds.push(await org.newContact({ Email, External_Access_Status__c: 'Approved' }));
    expect(org.outcome(contactIds.at(-1) ?? '')[0]).toBe('Enabled');
  }
  const users = contactIds.flatMap((id) => org.usersOf(id));
  expect(users.map(({ Username }) => Username)).toEqual(
    Array.from({ length: 10 }, (_, index) => `office${index === 0 ? '' : String(index)}@inbox.example`)
  );
  expect(new Set(users.map(({ CommunityNickname }) => CommunityNickname)).size).toBe(10);
});

it('twenty contacts of one mailbox that are approved at once become twenty users', async () => {
  const AccountId = org.named('Account', 'Northwind Ångström AB').Id;
  const records = Array.from({ length: 20 }, (_, index) => ({
    attributes: { type: 'Contact' },
    LastName: `Inbox${String(index)}`,
    AccountId,
    Email: 'all@inbox.example',
    External_Access_Status__c: 'Approved'
  }));
  await org.call(org.admin, 'POST', '/composite/sobjects', { allOrNone: true, records });
  org.localOrg.org.automation.runDue();
  const contacts = org.records('Contact').filter(({ Email }) => Email === 'all@inbox.example');
  expect(contacts.map((contact) => contact['External_Access_Status__c'])).toEqual(Array(20).fill('Enabled'));
  const usernames = contacts.flatMap(({ Id }) => org.usersOf(Id).map(({ Username }) => Username));
  expect(new Set(usernames).size).toBe(20);
});

it('no formula has more than 3,900 characters', () => {
  const flows = Object.entries(packageFiles(['force-app/automation/default'])).filter(([path]) =>
    path.endsWith('.flow')
  );
  const lengths = flows.flatMap(([, text]) =>
    [...text.matchAll(/<expression>(.*?)<\/expression>/gsu)].map(([, formula = '']) => formula.length)
  );
  expect(lengths.length).toBeGreaterThan(20);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(3900);
});
