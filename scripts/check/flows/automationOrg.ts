import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import JSZip from 'jszip';
import { createLocalOrg, type FieldValue, type LocalOrg, type Person } from 'sfdx-local-org';
import { packageFiles, type PackageFiles } from './packageFiles.ts';

const URL_OF_TESTS = 'http://localhost:4280';
const API = `${URL_OF_TESTS}/services/data/v68.0`;
const AUTOMATION = 'force-app/automation/default';

const REVIEW = 'force-app/main/default/lwc/externalAccessReview/externalAccessReview.js-meta.xml';

/** The component that the review shows, with its own attributes and without its content, which no test here sees. */
const REVIEW_COMPONENT: PackageFiles = {
  'lwc/externalAccessReview/externalAccessReview.js':
    "import { LightningElement } from 'lwc';\nexport default class extends LightningElement {}\n",
  'lwc/externalAccessReview/externalAccessReview.js-meta.xml': readFileSync(REVIEW, 'utf8'),
  'package.xml': `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
  <types><members>externalAccessReview</members><name>LightningComponentBundle</name></types><version>68.0</version>
</Package>`
};

export type Values = Readonly<Record<string, FieldValue>>;
export type StoredRecord = Values & { readonly Id: string };

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A local org with the product's automation in it, deployed as it ships. */
export interface AutomationOrg {
  readonly localOrg: LocalOrg;
  readonly admin: Person;
  person(label: string): Person;
  call(person: Person, method: string, path: string, body?: unknown): Promise<Answer>;
  /** The one record of External User Setting, with these values. */
  setUp(settings: Values): void;
  removeSettings(): void;
  assign(person: Person, permissionSet: string): Promise<void>;
  records(object: string): readonly StoredRecord[];
  record(id: string): StoredRecord;
  /** The record whose `Name` it is. */
  named(object: string, name: string): StoredRecord;
  /** Creates or changes a record by REST, and answers its id; throws with what the org refused. */
  save(object: string, fields: Values, id?: string, person?: Person): Promise<string>;
  /** A contact of the account Northwind, which is ready for a user, with these fields instead of its own. */
  newContact(fields?: Values): Promise<string>;
  /** Runs what waits, and answers status and message of the contact. */
  outcome(contactId: string): readonly [status: FieldValue, message: FieldValue];
  usersOf(contactId: string): readonly StoredRecord[];
  /** Deploys further files, such as a change that an administrator might make. */
  deploy(files: PackageFiles): Promise<void>;
  /** What Create External User gives to whoever starts it directly. */
  start(inputs: Values, person?: Person): Values;
}

/** What an administrator sets to have the automation on, with the profiles of the starting org. */
export const ON: Values = {
  Automation__c: true,
  Approval_Required__c: true,
  Score_Threshold__c: 50,
  Default_Customer_Profile__c: 'Acme Customer',
  Default_Partner_Profile__c: 'Acme Partner'
};

/** Deploys the automation, with the settings on and the administrator as approver. */
export async function createAutomationOrg(org = 'ready'): Promise<AutomationOrg> {
  const localOrg = createLocalOrg({ org, seed: 1, hasControlRoutes: false, url: () => URL_OF_TESTS });
  const person: AutomationOrg['person'] = (label) =>
    found(
      localOrg.people.find((one) => one.label === label),
      label
    );
  const admin = person('System Administrator');
  let count = 0;

  const call: AutomationOrg['call'] = async ({ accessToken }, method, path, body) => {
    const response = await localOrg.fetch(
      new Request(`${API}${path}`, {
        method,
        headers: { Authorization: `Bearer ${accessToken}` },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) })
      })
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const records: AutomationOrg['records'] = (object) =>
    localOrg.org.all(found(localOrg.org.schema.object(object), object));
  const record: AutomationOrg['record'] = (id) => found(localOrg.org.find(id), id);
  const save: AutomationOrg['save'] = async (object, fields, id, who = admin) => {
    const path = `/sobjects/${object}${id === undefined ? '' : `/${id}`}`;
    const { status, body } = await call(who, id === undefined ? 'POST' : 'PATCH', path, fields);
    if (status >= 300) throw new Error(JSON.stringify(body));
    return id ?? (body as { id: string }).id;
  };
  const assign: AutomationOrg['assign'] = async ({ userId }, permissionSet) => {
    await save('PermissionSetAssignment', {
      AssigneeId: userId,
      PermissionSetId: named('PermissionSet', permissionSet).Id
    });
  };
  const named: AutomationOrg['named'] = (object, name) =>
    found(
      records(object).find((one) => one['Name'] === name),
      `${object} ${name}`
    );
  const setUp: AutomationOrg['setUp'] = (settings) => {
    const [before] = records('External_User_Setting__mdt');
    if (before === undefined) {
      localOrg.org.load('External_User_Setting__mdt', [
        { DeveloperName: 'Default', MasterLabel: 'Default', ...settings }
      ]);
    } else {
      localOrg.org.amend(before.Id, settings);
    }
  };
  await deploy({ call, admin }, REVIEW_COMPONENT);
  await deploy({ call, admin }, packageFiles([AUTOMATION]));
  await assign(admin, 'External_Access_Approver');
  await assign(admin, 'External_Access_Automation');
  setUp(ON);
  return {
    localOrg,
    admin,
    person,
    call,
    setUp,
    removeSettings: () => {
      localOrg.org.transact(admin, { allOrNone: true, isPlatform: true }, (writes) => {
        for (const { Id } of records('External_User_Setting__mdt')) writes.remove(Id);
      });
    },
    assign,
    records,
    record,
    named,
    save,
    newContact: (fields = {}) => {
      count += 1;
      return save('Contact', {
        FirstName: 'Ada',
        LastName: `Case${String(count)}`,
        Email: `ada.case${String(count)}@northwind-angstrom.example`,
        AccountId: named('Account', 'Northwind Ångström AB').Id,
        ...fields
      });
    },
    outcome: (contactId) => {
      localOrg.org.automation.runDue();
      const { External_Access_Status__c: status = null, External_Access_Message__c: message = null } =
        record(contactId);
      return [status, message];
    },
    deploy: (files) => deploy({ call, admin }, files),
    start: (inputs, who = admin) => {
      const [result] = localOrg.org.automation.run([{ flow: 'Create_External_User', person: who, inputs }]);
      if (result?.status !== 'finished') throw new Error(JSON.stringify(result));
      return result.outputs as Values;
    },
    usersOf: (contactId) => records('User').filter((user) => user['ContactId'] === contactId)
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}`);
  return value;
}

interface DeployResult {
  readonly done: boolean;
  readonly success: boolean;
  readonly details: { readonly componentFailures: readonly { readonly fullName: string; readonly problem: string }[] };
}

async function deploy({ call, admin }: Pick<AutomationOrg, 'call' | 'admin'>, files: PackageFiles): Promise<void> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  const form = new FormData();
  form.append('file', new Blob([await zip.generateAsync({ type: 'arraybuffer' })]), 'package.zip');
  const options = JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true } });
  form.append('entity_content', new Blob([options], { type: 'application/json' }));
  const { body } = await call(admin, 'POST', '/metadata/deployRequest', form);
  const { id } = body as { id: string };
  for (;;) {
    const answer = await call(admin, 'GET', `/metadata/deployRequest/${id}?includeDetails=true`);
    const { deployResult } = answer.body as { deployResult: DeployResult };
    if (!deployResult.done) {
      await setImmediate();
      continue;
    }
    const problems = deployResult.details.componentFailures.map(({ fullName, problem }) => `${fullName}: ${problem}`);
    if (!deployResult.success) throw new Error(problems.join('\n'));
    return;
  }
}
