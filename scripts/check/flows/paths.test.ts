import { createAutomationOrg, type AutomationOrg, type Values } from './automationOrg.ts';
import { flowPaths } from './flowPaths.ts';
import {
  allow,
  amended,
  decide,
  locked,
  ownedBy,
  reviewed,
  saved,
  started,
  startedBy,
  startedWith,
  whileLocked,
  withEventField,
  type Rights,
  type Scenario
} from './scenarios.ts';

interface Row {
  /** `Element.outcome`: a rule of a decision, its default, or the fault of an element that reads or writes. */
  readonly path: string;
  readonly when: string;
  readonly provoke: Scenario;
  /** A starting org with something that the usual one lacks. */
  readonly inOrg?: string;
  /** Changes the org for good. */
  readonly alone?: boolean;
}

const approved: Values = { External_Access_Status__c: 'Approved' };
const scored: Values = { External_Access_Score__c: 60 };
const noEmail = started({}, { Email: null });
const sameAddress = (email: string): Scenario => started({}, { Email: email });
const plus: Values = { Default_Customer_Profile__c: 'Acme Customer Plus' };
const reads: Rights = { read: ['Contact', 'Account'] };
const settings = ['External_User_Setting__mdt'];
const twice: Scenario = async (org) => {
  await sameAddress('office@one.example')(org);
  await sameAddress('office@two.example')(org);
};

const contactFlow: readonly Row[] = [
  {
    path: 'What_Is_to_Be_Done.Automation_Is_Off',
    when: 'a contact is approved all the same',
    provoke: saved(approved, { Automation__c: false })
  },
  { path: 'What_Is_to_Be_Done.Contact_Is_Approved', when: 'one is approved', provoke: saved(approved) },
  {
    path: 'What_Is_to_Be_Done.Score_Is_Too_Low',
    when: 'the score is below the threshold',
    provoke: saved({ External_Access_Score__c: 10 })
  },
  {
    path: 'What_Is_to_Be_Done.Score_Is_Enough',
    when: 'no approval is required',
    provoke: saved(scored, { Approval_Required__c: false })
  },
  { path: 'What_Is_to_Be_Done.Approval_Is_to_Be_Asked_for', when: 'approval is required', provoke: saved(scored) },
  {
    path: 'What_Is_to_Be_Done.default',
    when: 'it is requested already',
    provoke: saved({ ...scored, External_Access_Status__c: 'Requested' })
  },
  {
    path: 'Ask_for_Approval.fault',
    when: 'the event has no room for the status',
    provoke: withEventField('Status__c', '<length>7</length><type>Text</type>', saved(scored)),
    alone: true
  }
];

const createUser: readonly Row[] = [
  { path: 'Is_the_Contact_There.Contact_Is_There', when: 'it is', provoke: started() },
  {
    path: 'Is_the_Contact_There.default',
    when: 'no contact has the id',
    provoke: started({ contactId: '003000000000000AAA' })
  },
  { path: 'Get_Contact.fault', when: 'the contact’s id is none', provoke: started({ contactId: 'Ada Byron' }) },
  {
    path: 'Has_It_a_User_Already.Has_Active_User',
    when: 'it has one',
    provoke: startedWith('contactId', 'Contact', 'Zoë Müller-Lüdenscheidt')
  },
  {
    path: 'Has_It_a_User_Already.Has_Inactive_User',
    when: 'its user is inactive',
    provoke: amended(
      (org) => org.named('User', 'Zoë Müller-Lüdenscheidt'),
      () => ({ IsActive: false }),
      startedWith('contactId', 'Contact', 'Zoë Müller-Lüdenscheidt')
    )
  },
  {
    path: 'Has_It_a_User_Already.Has_Hidden_User',
    when: 'whoever starts it sees no other users',
    provoke: async (org) => {
      allow(org, {
        ...reads,
        types: [...settings, 'External_User_Profile__mdt'],
        permissions: ['ManageCssUsers', 'ViewSetup']
      });
      const contactId = await org.newContact();
      org.start({ contactId });
      org.start({ contactId }, org.person('Without permission'));
    },
    inOrg: 'private-users'
  },
  { path: 'Has_It_a_User_Already.default', when: 'it has none', provoke: started() },
  { path: 'Get_Account.fault', when: 'accounts may not be read', provoke: startedBy({ read: ['Contact'] }) },
  { path: 'Get_Any_Role.fault', when: 'roles may not be seen', provoke: startedBy(reads) },
  { path: 'Get_Settings.fault', when: 'their type is not granted', provoke: startedBy(reads) },
  {
    path: 'Get_Allowed_Profile.fault',
    when: 'only the type of the settings is granted',
    provoke: startedBy({ ...reads, types: settings })
  },
  { path: 'Get_Profile.fault', when: 'a name is given for its id', provoke: started({ profileId: 'Acme Customer' }) },
  { path: 'What_Stands_in_the_Way.Account_Is_Missing', when: 'it has none', provoke: started({}, { AccountId: null }) },
  { path: 'What_Stands_in_the_Way.Owner_Is_Inactive', when: 'the owner is', provoke: ownedBy('Piotr Nowak') },
  { path: 'What_Stands_in_the_Way.Owner_Has_No_Role', when: 'the owner has none', provoke: ownedBy('Dana Whitfield') },
  { path: 'What_Stands_in_the_Way.Email_Is_Missing', when: 'it has none', provoke: noEmail },
  {
    path: 'What_Stands_in_the_Way.Profile_Is_Missing',
    when: 'none has the default’s name',
    provoke: started({}, {}, { Default_Customer_Profile__c: 'Gone' })
  },
  {
    path: 'What_Stands_in_the_Way.Profile_Is_Internal',
    when: 'an internal one is asked for',
    provoke: startedWith('profileId', 'Profile', 'System Administrator')
  },
  {
    path: 'What_Stands_in_the_Way.Profile_Is_of_the_Other_Kind',
    when: 'the default is',
    provoke: started({}, {}, { Default_Customer_Profile__c: 'Acme Partner' })
  },
  { path: 'What_Stands_in_the_Way.default', when: 'nothing does', provoke: started() },
  { path: 'Create_User.fault', when: 'the nickname is taken', provoke: twice },
  { path: 'Can_It_Be_Tried_Again.Nickname_Is_Taken', when: 'it is', provoke: twice },
  {
    path: 'Can_It_Be_Tried_Again.Username_Is_Taken',
    when: 'another org has it',
    provoke: sameAddress('info@acme.example')
  },
  {
    path: 'Can_It_Be_Tried_Again.Row_Is_Locked',
    when: 'the account of a user with a role is',
    provoke: locked(1, {}, plus, (org, contactId) => {
      org.start({ contactId });
    })
  },
  {
    path: 'Can_It_Be_Tried_Again.User_Exists',
    when: 'two approve at the same moment',
    provoke: async (org) => {
      const other = org.person('Sales Ops');
      await org.assign(other, 'External_Access_Approver');
      const contactId = await org.newContact(approved);
      await org.save('Contact', { External_Access_Status__c: 'Requested' }, contactId);
      await org.save('Contact', approved, contactId, other);
      org.localOrg.org.automation.runDue({ atOnce: true });
    }
  },
  {
    path: 'Can_It_Be_Tried_Again.default',
    when: 'no seat is left',
    provoke: amended(
      (org) => org.named('UserLicense', 'Customer Community'),
      () => ({ TotalLicenses: 0 }),
      started()
    )
  },
  { path: 'Publish_Result.fault', when: 'the event may not be created', provoke: startedBy(reads) }
];

const resultFlow: readonly Row[] = [
  { path: 'Which_Result.Is_a_Request', when: 'a score asks for approval', provoke: saved(scored) },
  { path: 'Which_Result.Is_an_Outcome', when: 'a contact is approved', provoke: saved(approved) },
  {
    path: 'Which_Result.default',
    when: 'somebody publishes another status',
    provoke: async (org) => {
      const contactId = await org.newContact();
      await org.save('External_Access_Result__e', { Contact_Id__c: contactId, Status__c: 'Approved' });
      org.localOrg.org.automation.runDue();
    }
  },
  { path: 'Save_Request.fault', when: 'the contact is locked', provoke: locked(1, scored) },
  { path: 'Save_Outcome.fault', when: 'the contact is locked', provoke: locked(1, approved) },
  { path: 'May_It_Be_Tried_Again.May_Be', when: 'it is locked once', provoke: locked(1, approved) },
  { path: 'May_It_Be_Tried_Again.default', when: 'it is locked three times', provoke: locked(3, approved) },
  {
    path: 'Publish_Again.fault',
    when: 'the event has no room for the attempt',
    provoke: withEventField(
      'Attempt__c',
      '<precision>1</precision><scale>1</scale><type>Number</type>',
      locked(1, approved)
    ),
    alone: true
  }
];

const review: readonly Row[] = [
  { path: 'Which_Verdict.default', when: 'none is given', provoke: reviewed(reads, [decide(null)]) },
  { path: 'Which_Verdict.Approved', when: 'it is', provoke: reviewed(reads, [decide('Approved')]) },
  { path: 'Which_Verdict.Rejected', when: 'it is', provoke: reviewed(reads, [decide('Rejected')]) },
  {
    path: 'Save_Approval.fault',
    when: 'the contact is locked',
    provoke: reviewed(reads, [whileLocked(decide('Approved'))])
  },
  {
    path: 'Save_Rejection.fault',
    when: 'the contact is locked',
    provoke: reviewed(reads, [whileLocked(decide('Rejected'))])
  }
];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  Contact_External_Access: contactFlow,
  Create_External_User: createUser,
  External_Access_Result: resultFlow,
  Review_External_Access: review
};

/**
 * Faults that no documented refusal leads to; the connectors stay for what nobody documents, such as a query that takes too
 * long. A limit is no fault: "The transaction rolls back even if the element has a defined fault connector path" (Salesforce
 * Help, "Per-Transaction Flow Limits").
 */
const UNREACHED: Readonly<Record<string, string>> = {
  'Contact_External_Access.Get_Settings.fault': 'system context asks no permission, and the query names no value',
  'Create_External_User.Get_User.fault': 'everybody reads users, by an id that was found',
  'Create_External_User.Get_Owner.fault': 'everybody reads users, by an id that was found',
  'Create_External_User.Get_Organization.fault': 'everybody reads the organization'
};

let usual: AutomationOrg;

beforeAll(async () => {
  usual = await createAutomationOrg();
});

describe.each(Object.entries(TABLE))('%s', (flow, rows) => {
  it.each(rows)('takes $path when $when', async ({ path, provoke, inOrg, alone = false }) => {
    const org = inOrg !== undefined || alone ? await createAutomationOrg(inOrg) : usual;
    const { outcomesTaken } = org.localOrg.org.automation;
    outcomesTaken.clear();
    await provoke(org);
    expect([...outcomesTaken]).toContain(`${flow}.${path}`);
  });
});

it('every fault path and every outcome of a decision is in the table', () => {
  const named = Object.entries(TABLE).flatMap(([flow, rows]) => rows.map(({ path }) => `${flow}.${path}`));
  expect([...named, ...Object.keys(UNREACHED)].sort()).toEqual([...flowPaths()].sort());
});
