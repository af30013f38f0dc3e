import type { Person } from 'sfdx-local-org';
import { ON, type AutomationOrg, type StoredRecord, type Values } from './automationOrg.ts';
import type { PackageFiles } from './packageFiles.ts';

/** Something that happens in an org. */
export type Scenario = (org: AutomationOrg) => Promise<void>;

type Automation = AutomationOrg['localOrg']['org']['automation'];
type Result = ReturnType<Automation['resume']>;

const account = (org: AutomationOrg): StoredRecord => org.named('Account', 'Northwind Ångström AB');
const reader = (org: AutomationOrg): Person => org.person('Without permission');

/** A contact is saved with these fields, and what follows runs. */
export const saved =
  (fields: Values, settings: Values = {}): Scenario =>
  async (org) => {
    org.setUp({ ...ON, ...settings });
    org.outcome(await org.newContact(fields));
  };

/** Create External User is started for a contact, by default a new one. */
export const started =
  (inputs: Values = {}, fields: Values = {}, settings: Values = {}): Scenario =>
  async (org) => {
    org.setUp({ ...ON, ...settings });
    org.start({ contactId: await org.newContact(fields), ...inputs });
  };

/** For an input that names a record. */
export const startedWith =
  (input: string, object: string, name: string): Scenario =>
  (org) =>
    started({ [input]: org.named(object, name).Id })(org);

/** A contact is saved, and another change holds its account so often while more is done about it: by default, what follows runs. */
export const locked =
  (times: number, fields: Values, settings: Values = {}, more = runDue): Scenario =>
  async (org) => {
    org.setUp({ ...ON, ...settings });
    const contactId = await org.newContact(fields);
    org.localOrg.org.locks.refuse(account(org).Id, times);
    more(org, contactId);
    org.localOrg.org.locks.clear();
  };

const runDue = (org: AutomationOrg, contactId: string): void => {
  org.outcome(contactId);
};

/** A record has other values meanwhile. */
export const amended =
  (
    record: (org: AutomationOrg) => StoredRecord,
    values: (org: AutomationOrg) => Values,
    scenario: Scenario
  ): Scenario =>
  async (org) => {
    const before = record(org);
    const changes = values(org);
    org.localOrg.org.amend(before.Id, changes);
    await scenario(org);
    org.localOrg.org.amend(
      before.Id,
      Object.fromEntries(Object.keys(changes).map((field) => [field, before[field] ?? null]))
    );
  };

/** Somebody else owns the account. */
export const ownedBy = (name: string): Scenario =>
  amended(account, (org) => ({ OwnerId: org.named('User', name).Id }), started());

/** A deploy changes a field of the event; only in an org that nothing else is tried in. */
export const withEventField =
  (name: string, type: string, scenario: Scenario): Scenario =>
  async (org) => {
    const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
    const member = `<members>External_Access_Result__e.${name}</members><name>CustomField</name>`;
    const field = `<fields><fullName>${name}</fullName><label>${name}</label>${type}</fields>`;
    const files: PackageFiles = {
      'package.xml': `<Package ${namespace}><types>${member}</types><version>68.0</version></Package>`,
      'objects/External_Access_Result__e.object': `<CustomObject ${namespace}>${field}</CustomObject>`
    };
    await org.deploy(files);
    await scenario(org);
  };

/** What somebody without permission sets may do from now on: objects to read, custom metadata types. */
export interface Rights {
  readonly read?: readonly string[];
  readonly types?: readonly string[];
  readonly permissions?: readonly string[];
}

export function allow(org: AutomationOrg, { read = [], types = [], permissions = [] }: Rights): void {
  const profileId = String(org.record(reader(org).userId)['ProfileId']);
  org.localOrg.org.metadata.transact(org.admin, new Map(), ({ world }) => {
    world.metadata.grant(profileId, {
      userPermissions: permissions,
      objectPermissions: Object.fromEntries(read.map((object) => [object, ['read', 'edit'] as const])),
      fieldPermissions: { 'Contact.*': 'edit', 'Account.*': 'edit' },
      customMetadataTypes: types,
      flows: ['Create_External_User', 'Review_External_Access']
    });
    return true;
  });
}

/** Create External User is started by somebody who may do no more than this. */
export const startedBy =
  (rights: Rights): Scenario =>
  async (org) => {
    allow(org, rights);
    org.setUp(ON);
    org.start({ contactId: await org.newContact() }, reader(org));
  };

/** What an approver does at one screen, after something else has happened. */
export interface Step {
  readonly before?: (org: AutomationOrg) => void;
  readonly values: (contactId: string) => Values;
}

/** What the component of the review hands to the flow. */
export const decide = (verdict: 'Approved' | 'Rejected' | null): Step => ({
  values: (contactId) => ({
    'Requests.contactId': contactId,
    'Requests.verdict': verdict,
    'Requests.reason': verdict === 'Rejected' ? 'Left the company' : ''
  })
});

/** The account is held when it is saved. */
export const whileLocked = (step: Step): Step => ({
  ...step,
  before: (org) => {
    org.localOrg.org.locks.refuse(account(org).Id, 1);
  }
});

/** Somebody who may do this reviews a requested contact, or has none to review. */
export const reviewed =
  (rights: Rights, steps: readonly Step[]): Scenario =>
  async (org) => {
    const { automation, locks } = org.localOrg.org;
    const contactId = steps.length === 0 ? '' : await org.newContact({ External_Access_Status__c: 'Requested' });
    allow(org, rights);
    let [result]: readonly (Result | undefined)[] = automation.run([
      { flow: 'Review_External_Access', person: reader(org), inputs: {} }
    ]);
    for (const { before, values } of steps) {
      if (result?.status !== 'screen') throw new Error(JSON.stringify(result));
      before?.(org);
      result = automation.resume(reader(org), result.interviewId, { action: 'NEXT', values: values(contactId) });
    }
    locks.clear();
    if (contactId !== '') await org.save('Contact', { External_Access_Status__c: null }, contactId);
  };
