import { createAutomationOrg, type AutomationOrg } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
});

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function manifest(type: string, name: string): string {
  const types = `<types><members>${name}</members><name>${type}</name></types>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Package ${NAMESPACE}>${types}<version>68.0</version></Package>`;
}

describe('whoever may start Create External User and nothing else', () => {
  beforeAll(async () => {
    const access = '<flowAccesses><enabled>true</enabled><flow>Create_External_User</flow></flowAccesses>';
    await org.deploy({
      'package.xml': manifest('PermissionSet', 'Start_Only'),
      'permissionsets/Start_Only.permissionset': `<?xml version="1.0" encoding="UTF-8"?><PermissionSet ${NAMESPACE}>${access}<label>Start Only</label></PermissionSet>`
    });
    await org.assign(org.person('Sales Ops'), 'Start_Only');
    await org.assign(org.person('Without permission'), 'Start_Only');
  });

  it('is told in the outputs that the contact doesn’t show the result, where the event is refused', async () => {
    const contactId = await org.newContact({ FirstName: 'Ada', LastName: 'Byron' });
    const { code, message } = org.start({ contactId }, org.person('Sales Ops'));
    expect(code).toBe('created');
    expect(message).toMatch(/^Ada Byron now has a user: .* The contact doesn’t show this result: .*create records/u);
    expect(org.outcome(contactId)).toEqual([null, null]);
    expect(org.usersOf(contactId)).toHaveLength(1);
  });

  it('is told of a look-up that is refused, and no user is made', async () => {
    const contactId = await org.newContact({ FirstName: 'Ada', LastName: 'Lovelace' });
    const { message } = org.start({ contactId }, org.person('Without permission'));
    expect(message).toMatch(/^Ada Lovelace got no user: .*Salesforce says: .*look up records/u);
    expect(org.usersOf(contactId)).toEqual([]);
  });
});

it('a request that can’t be published is said to have failed', async () => {
  const field = '<fullName>Status__c</fullName><label>Status</label><length>7</length><type>Text</type>';
  await org.deploy({
    'package.xml': manifest('CustomField', 'External_Access_Result__e.Status__c'),
    'objects/External_Access_Result__e.object': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NAMESPACE}><fields>${field}</fields></CustomObject>`
  });
  const contactId = await org.newContact({ External_Access_Score__c: 80 });
  expect(org.outcome(contactId)).toEqual([
    'Failed',
    expect.stringMatching(
      /^Nothing was done about external access\. Approve the contact again\. Salesforce says: .*STRING_TOO_LONG/u
    )
  ]);
});

it('a result that can’t be published again leaves the contact under way, with one user', async () => {
  const attempt = '<fullName>Attempt__c</fullName><label>Attempt</label><precision>1</precision><scale>1</scale>';
  const again = await createAutomationOrg();
  await again.deploy({
    'package.xml': manifest('CustomField', 'External_Access_Result__e.Attempt__c'),
    'objects/External_Access_Result__e.object': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NAMESPACE}><fields>${attempt}<type>Number</type></fields></CustomObject>`
  });
  const contactId = await again.newContact({ External_Access_Status__c: 'Approved' });
  again.localOrg.org.locks.refuse(again.named('Account', 'Northwind Ångström AB').Id, 1);
  expect(again.outcome(contactId)).toEqual(['Approved', null]);
  expect(again.usersOf(contactId)).toHaveLength(1);
});
