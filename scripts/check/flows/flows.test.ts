import { createAutomationOrg } from './automationOrg.ts';

it('makes a user of an approved contact', async () => {
  const org = await createAutomationOrg();
  const contact = org.named('Contact', 'Amélie Dubois');
  await org.save('Contact', { External_Access_Status__c: 'Approved' }, contact.Id);
  console.log(org.outcome(contact.Id), org.usersOf(contact.Id), org.localOrg.outbox.map((m) => m.text));
});
