import { callerOf, type Caller } from '../testing/caller.ts';
import { metadata } from '../testing/deploy.ts';

const BASE = '/project/app/main/default/';

const field = metadata(
  'CustomField',
  '<fullName>Score__c</fullName><label>Score</label><precision>3</precision><scale>0</scale><type>Number</type>'
);
const permissionSet = metadata(
  'PermissionSet',
  `<fieldPermissions><editable>true</editable><field>Contact.Score__c</field><readable>true</readable></fieldPermissions>
<label>Scorers</label>`
);

type Person = Caller['localOrg']['people'][number];

function personOf({ localOrg }: Caller, label: string): Person {
  const person = localOrg.people.find((candidate) => candidate.label === label);
  if (person === undefined) throw new Error(`The org has no ${label}`);
  return person;
}

/** Passes files to an org as its administrator. */
function take(caller: Caller, files: Readonly<Record<string, string>>): ReturnType<Caller['localOrg']['takeSource']> {
  const contents = Object.entries(files).map(([path, text]) => [BASE + path, new TextEncoder().encode(text)] as const);
  return caller.localOrg.takeSource(personOf(caller, 'System Administrator'), new Map(contents));
}

const contactFields = async (caller: Caller): Promise<string[]> => {
  const { body } = await caller.call('GET', '/ui-api/object-info/Contact');
  return Object.keys((body as { fields: object }).fields);
};

describe('files of a project that were not deployed', () => {
  it('create fields that the person sees, in every order and as often as they are passed', async () => {
    const caller = callerOf('ready');
    const files = {
      'permissionsets/Scorers.permissionset-meta.xml': permissionSet,
      'objects/Contact/fields/Score__c.field-meta.xml': field
    };
    expect([take(caller, files), take(caller, files)]).toEqual([[], []]);
    expect(await contactFields(caller)).toContain('Score__c');
  });

  it('add no records to a custom metadata type that the starting org has, as often as they are passed', async () => {
    const caller = callerOf('automation');
    const count = async (): Promise<unknown> =>
      (await caller.query('SELECT DeveloperName FROM External_User_Setting__mdt ORDER BY DeveloperName')).body;
    const before = await count();
    const files = {
      'customMetadata/External_User_Setting.Other.md-meta.xml': metadata(
        'CustomMetadata',
        '<label>Other</label><protected>false</protected>'
      )
    };
    expect([take(caller, files), take(caller, files)]).toEqual([[], []]);
    expect(await count()).toEqual(before);
  });

  it("create a custom metadata type with its records, and custom permissions that the administrator's permission sets grant", async () => {
    const caller = callerOf('ready');
    const colour = `<fullName>Colour__c</fullName><label>Colour</label><length>80</length><type>Text</type>`;
    const record = `<label>Apple</label><protected>false</protected>
<values><field>Colour__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xsd:string">green</value></values>`;
    const grant = `<customPermissions><enabled>true</enabled><name>Eat</name></customPermissions><label>Eaters</label>`;
    const files = {
      'customMetadata/Fruit.Apple.md-meta.xml': metadata('CustomMetadata', record),
      'customPermissions/Eat.customPermission-meta.xml': metadata(
        'CustomPermission',
        '<isLicensed>false</isLicensed><label>Eat</label>'
      ),
      'objects/Fruit__mdt/Fruit__mdt.object-meta.xml': metadata(
        'CustomObject',
        '<label>Fruit</label><pluralLabel>Fruits</pluralLabel><visibility>Public</visibility>'
      ),
      'objects/Fruit__mdt/fields/Colour__c.field-meta.xml': metadata('CustomField', colour),
      'permissionsets/Eaters.permissionset-meta.xml': metadata('PermissionSet', grant)
    };
    expect([take(caller, files), take(caller, files)]).toEqual([[], []]);
    expect((await caller.query('SELECT DeveloperName, Colour__c FROM Fruit__mdt')).body).toMatchObject({
      records: [{ DeveloperName: 'Apple', Colour__c: 'green' }]
    });
    const may = (label: string): boolean =>
      caller.localOrg.org.access(personOf(caller, label)).hasCustomPermission('Eat');
    expect([may('System Administrator'), may('Without permission')]).toEqual([true, false]);
  });

  it('are left out when the org refuses them, with the reason', async () => {
    const caller = callerOf('ready');
    const refused = take(caller, {
      'objects/Contact/fields/Score__c.field-meta.xml': field,
      'objects/Contact/fields/Bad__c.field-meta.xml': field.replace('<type>Number', '<type>Numbre'),
      'objects/Contact/webLinks/Bad.webLink-meta.xml': '<WebLink',
      'permissionsets/Scorers.permissionset-meta.xml': permissionSet.replace('Score__c', 'Shoe__c')
    });
    expect(refused).toMatchObject([
      { type: 'CustomField', fullName: 'Contact.Bad__c' },
      { type: 'WebLink', fullName: 'Contact.Bad' },
      {
        type: 'PermissionSet',
        fullName: 'Scorers',
        problem: 'In field: field - no CustomField named Contact.Shoe__c found'
      }
    ]);
    // No permission set grants the field.
    expect(await contactFields(caller)).not.toContain('Score__c');
  });

  it('create an object and its grants without parts about pages, and without grants of what the org lacks', async () => {
    const caller = callerOf('ready');
    const box = `<actionOverrides><actionName>View</actionName><content>Box_Page</content><type>Flexipage</type></actionOverrides>
<deploymentStatus>Deployed</deploymentStatus><label>Box</label><nameField><label>Name</label><type>Text</type></nameField>
<pluralLabel>Boxes</pluralLabel><sharingModel>ReadWrite</sharingModel>`;
    const grantOfField = (name: string): string =>
      `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
    const grants = `<classAccesses><apexClass>Boxes</apexClass><enabled>true</enabled></classAccesses>
${['Box__c.Count__c', 'Box__c.Sum__c', 'Case.Subject'].map(grantOfField).join('')}<label>Boxers</label>
<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit>
<allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Box__c</object>
<viewAllRecords>false</viewAllRecords></objectPermissions>
<tabSettings><tab>Box__c</tab><visibility>Visible</visibility></tabSettings>`;
    const refused = take(caller, {
      'objects/Box__c/Box__c.object-meta.xml': metadata('CustomObject', box),
      'objects/Box__c/fields/Count__c.field-meta.xml': field.replaceAll('Score', 'Count'),
      'objects/Box__c/fields/Sum__c.field-meta.xml': field.replaceAll('Score', 'Sum').replace('>Number', '>Summary'),
      'permissionsets/Boxers.permissionset-meta.xml': metadata('PermissionSet', grants)
    });
    const notModelled = '(not modelled by this local org)';
    expect(refused).toEqual([
      {
        type: 'CustomField',
        fullName: 'Box__c.Sum__c',
        problem: `CustomField of type Summary is not supported ${notModelled}`
      },
      {
        type: 'PermissionSet',
        fullName: 'Boxers',
        problem: `In field: field - no CustomField named Case.Subject found ${notModelled}`
      }
    ]);
    const { body } = await caller.call('GET', '/ui-api/object-info/Box__c');
    expect(body).toMatchObject({ createable: true, fields: { Count__c: { apiName: 'Count__c' } } });
  });

  it('let a flow show a component to people who may run flows, although the component is not deployed', () => {
    const caller = callerOf('ready');
    const screen = `<screens><name>Pick</name><label>Pick</label><locationX>0</locationX><locationY>0</locationY>
<allowBack>true</allowBack><allowFinish>true</allowFinish><allowPause>false</allowPause>
<fields><name>Picker</name><extensionName>c:picker</extensionName><fieldType>ComponentInstance</fieldType></fields></screens>`;
    const flow = metadata(
      'Flow',
      `<apiVersion>68.0</apiVersion><label>Pick</label><processType>Flow</processType>${screen}
<start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Pick</targetReference></connector></start>
<status>Active</status>`
    );
    const bundle = metadata(
      'LightningComponentBundle',
      `<apiVersion>68.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__FlowScreen</target></targets>`
    );
    const files = { 'flows/Pick.flow-meta.xml': flow, 'lwc/picker/picker.js-meta.xml': bundle };
    expect(take(caller, files)).toEqual([]);
    const flowsOf = (label: string): unknown => caller.localOrg.screenFlows(personOf(caller, label));
    expect(flowsOf('System Administrator')).toEqual([{ name: 'Pick', label: 'Pick' }]);
    expect(flowsOf('Without permission')).toEqual([]);
    expect(caller.localOrg.deployedBundles().size).toBe(0);
  });

  it.each([
    [
      'settings that the org does not have',
      'bare',
      'objects/External_User_Setting__mdt/fields/Score__c.field-meta.xml',
      field
    ],
    [
      'the permissions of an existing permission set',
      'ready',
      'permissionsets/External_User_Enabler.permissionset-meta.xml',
      permissionSet.replace(/<fieldPermissions>.*<\/fieldPermissions>/u, '')
    ],
    ['other files', 'ready', 'labels/CustomLabels.labels-meta.xml', '<CustomLabels/>']
  ])('do not change %s', (_title, org, path, text) => {
    const caller = callerOf(org);
    const before = caller.localOrg.org.metadata.components('PermissionSet').length;
    expect(take(caller, { [path]: text })).toEqual([]);
    expect(caller.localOrg.org.metadata.components('PermissionSet')).toHaveLength(before);
    expect(caller.localOrg.org.metadata.components('CustomField')).toEqual([]);
  });
});
