import { callerOf, type Caller } from '../testing/caller.ts';
import { deploy, endOf, failuresOf, manifest, metadata, startDeploy, type PackageFiles } from '../testing/deploy.ts';

const LABEL = `<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected>
<shortDescription>Greeting</shortDescription><value>Hello</value></labels>`;

const labels = (content = LABEL): string => metadata('CustomLabels', content);
const bundleMeta = (content = ''): string =>
  metadata('LightningComponentBundle', `<apiVersion>68.0</apiVersion>${content}`);
const EXPOSED = `<isExposed>true</isExposed><targets><target>lightning__RecordAction</target></targets>`;

/** A bundle that says hello by a label. */
const card = (js: string, html = '<template>{text}</template>', meta = bundleMeta(EXPOSED)): PackageFiles => ({
  'lwc/card/card.js': `import { LightningElement } from 'lwc';\n${js}\nexport default class Card extends LightningElement { text = 'Hello'; }\n`,
  'lwc/card/card.html': html,
  'lwc/card/card.js-meta.xml': meta
});

const action = (content = '<lightningWebComponent>card</lightningWebComponent>'): string =>
  metadata(
    'QuickAction',
    `<actionSubtype>ScreenAction</actionSubtype>
<label>Greet</label>
${content}
<optionsCreateFeedItem>false</optionsCreateFeedItem>
<type>LightningWebComponent</type>`
  );

const permissionSet = (content: string): string => metadata('PermissionSet', `${content}\n<label>Helpers</label>`);

const field = (fullName: string, content: string): string =>
  `<fields>\n<fullName>${fullName}</fullName>\n<label>${fullName}</label>\n${content}\n</fields>`;

describe('a deploy that cannot be read', () => {
  const caller = callerOf('bare');

  it.each<[string, PackageFiles, string[]]>([
    [
      'without a manifest',
      { 'labels/CustomLabels.labels': labels() },
      [' package.xml (package.xml): No package.xml found']
    ],
    [
      'with a type that does not exist',
      { 'package.xml': manifest({ Fruit: ['Apple'] }) },
      [" package.xml (package.xml:3:8): Unknown type name 'Fruit' specified in package.xml"]
    ],
    [
      'with a type that is not modelled',
      { 'package.xml': manifest({ ApexClass: ['Apple'] }) },
      [' package.xml (package.xml:3:8): ApexClass is not supported by the local org']
    ],
    [
      'for a version to come',
      { 'package.xml': manifest({}, '99.0') },
      [' package.xml (package.xml): Invalid version specified:99.0']
    ],
    [
      'with a misspelt tag in the manifest',
      { 'package.xml': metadata('Package', '<vresion>68.0</vresion>') },
      [
        ' package.xml (package.xml:3:10): Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}vresion invalid at this location in type Package'
      ]
    ],
    [
      'that names what is not there',
      { 'package.xml': manifest({ CustomLabel: ['Missing'] }) },
      [
        " package.xml (package.xml): An object 'Missing' of type CustomLabel was named in package.xml, but was not found in zipped directory"
      ]
    ],
    [
      'that holds what is not named',
      { 'package.xml': manifest({}), 'labels/CustomLabels.labels': labels(), 'classes/A.cls': '' },
      [
        'CustomLabels CustomLabels (labels/CustomLabels.labels): Not in package.xml',
        ' classes/A.cls (classes/A.cls): Not in package.xml'
      ]
    ]
  ])('fails %s', async (_case, files, failures) => {
    const end = await deploy(caller, files);
    expect(end.status).toBe('Failed');
    expect(failuresOf(end)).toEqual(failures);
  });

  it('fails with a body that is no zip', async () => {
    const form = new FormData();
    form.append('file', new Blob(['no zip']), 'package.zip');
    const { body } = await caller.call('POST', '/metadata/deployRequest', form);
    const end = await endOf(caller, (body as { id: string }).id);
    expect(end).toMatchObject({ status: 'Failed', errorMessage: 'Invalid zip file' });
  });
});

describe('a component that an org refuses', () => {
  const NAMESPACE = '{http://soap.sforce.com/2006/04/metadata}';
  const bare = callerOf('bare');

  it.each<[string, Readonly<Record<string, readonly string[]>>, PackageFiles, string]>([
    [
      'a misspelt tag',
      { QuickAction: ['Contact.Greet'] },
      { 'quickActions/Contact.Greet.quickAction': action('<lightningWebComponnent>card</lightningWebComponnent>') },
      `QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:5:25): Error parsing file: Element ${NAMESPACE}lightningWebComponnent invalid at this location in type QuickAction`
    ],
    [
      'a tag that is not closed',
      { QuickAction: ['Contact.Greet'] },
      { 'quickActions/Contact.Greet.quickAction': action('<description>card') },
      `QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:8:1): Error parsing file: The element type "description" must be terminated by the matching end-tag "</description>".`
    ],
    [
      'the same tag twice',
      { QuickAction: ['Contact.Greet'] },
      { 'quickActions/Contact.Greet.quickAction': action('<label>Greet again</label>') },
      'QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:5:8): Error parsing file: Element label is duplicated at this location in type QuickAction'
    ],
    [
      'a value that an enumeration lacks',
      { QuickAction: ['Contact.Greet'] },
      {
        'quickActions/Contact.Greet.quickAction': action('<icon>x</icon>').replace(
          '>LightningWebComponent<',
          '>Lightning<'
        )
      },
      "QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:7:7): Error parsing file: 'Lightning' is not a valid value for the enum 'QuickActionType'"
    ],
    [
      'a text where a boolean belongs',
      { QuickAction: ['Contact.Greet'] },
      { 'quickActions/Contact.Greet.quickAction': action().replace('>false<', '>no<') },
      "QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:6:24): Error parsing file: 'no' is not a valid value for the type xsd:boolean"
    ],
    [
      'a required tag that is missing',
      { PermissionSet: ['Helpers'] },
      { 'permissionsets/Helpers.permissionset': metadata('PermissionSet', '<license>Salesforce</license>') },
      'PermissionSet Helpers (permissionsets/Helpers.permissionset:2:64): Required field is missing: label'
    ],
    [
      'an action without its bundle',
      { QuickAction: ['Contact.Greet'] },
      { 'quickActions/Contact.Greet.quickAction': action() },
      'QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:5:24): Unable to retrieve lightning web component by namespace/developer name : card'
    ],
    [
      'an action of an object that does not exist',
      { QuickAction: ['Fruit__c.Greet'] },
      { 'quickActions/Fruit__c.Greet.quickAction': action() },
      'QuickAction Fruit__c.Greet (quickActions/Fruit__c.Greet.quickAction): In field: targetObject - no CustomObject named Fruit__c found'
    ],
    [
      'a user permission that does not exist',
      { PermissionSet: ['Helpers'] },
      {
        'permissionsets/Helpers.permissionset': permissionSet(
          `<userPermissions><enabled>true</enabled><name>ManageParnters</name></userPermissions>`
        ).replace(/(<userPermissions>.*)\n(<label>.*)/, '$2$1')
      },
      'PermissionSet Helpers (permissionsets/Helpers.permissionset:3:40): Unknown user permission: ManageParnters'
    ],
    [
      'a field that does not exist',
      { PermissionSet: ['Helpers'] },
      {
        'permissionsets/Helpers.permissionset': permissionSet(
          `<fieldPermissions><editable>true</editable><field>Contact.Shoe__c</field><readable>true</readable></fieldPermissions>`
        )
      },
      'PermissionSet Helpers (permissionsets/Helpers.permissionset:3:19): In field: field - no CustomField named Contact.Shoe__c found'
    ],
    [
      'a field that is required',
      { PermissionSet: ['Helpers'] },
      {
        'permissionsets/Helpers.permissionset': permissionSet(
          `<fieldPermissions><editable>true</editable><field>Contact.LastName</field></fieldPermissions>`
        )
      },
      'PermissionSet Helpers (permissionsets/Helpers.permissionset:3:19): You cannot deploy to a required field: Contact.LastName'
    ],
    [
      'a right that needs another',
      { PermissionSet: ['Helpers'] },
      {
        'permissionsets/Helpers.permissionset': permissionSet(
          `<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>false</allowRead><modifyAllRecords>false</modifyAllRecords><object>Contact</object><viewAllRecords>false</viewAllRecords></objectPermissions>`
        )
      },
      'PermissionSet Helpers (permissionsets/Helpers.permissionset:3:20): Permission Create Contact depends on permission(s): Read Contact'
    ],
    [
      'a translation of a label that does not exist',
      { Translations: ['de'] },
      {
        'translations/de.translation': metadata(
          'Translations',
          '<customLabels><label>Hallo</label><name>Greeting</name></customLabels>'
        )
      },
      'Translations de (translations/de.translation:3:15): In field: name - no CustomLabel named Greeting found'
    ],
    [
      'a record of a custom metadata type that does not exist',
      { CustomMetadata: ['Fruit.Apple'] },
      { 'customMetadata/Fruit.Apple.md': metadata('CustomMetadata', '<label>Apple</label>') },
      'CustomMetadata Fruit.Apple (customMetadata/Fruit.Apple.md): In field: fullName - no CustomObject named Fruit__mdt found'
    ],
    [
      'a custom object without a label',
      { CustomObject: ['Fruit__mdt'] },
      { 'objects/Fruit__mdt.object': metadata('CustomObject', '<pluralLabel>Fruits</pluralLabel>') },
      'CustomObject Fruit__mdt (objects/Fruit__mdt.object): Must specify a non-empty label for the CustomObject'
    ],
    [
      'a size that a field type does not have',
      { CustomField: ['Contact.Shoe__c'] },
      {
        'objects/Contact.object': metadata(
          'CustomObject',
          field('Shoe__c', '<length>5</length>\n<precision>3</precision>\n<scale>1</scale>\n<type>Number</type>')
        )
      },
      "CustomField Contact.Shoe__c (objects/Contact.object:3:9): Can not specify 'length' for a CustomField of type Number"
    ],
    [
      'a part of an object that is not modelled',
      { CustomObject: ['Contact'] },
      {
        'objects/Contact.object': metadata(
          'CustomObject',
          '<recordTypes><fullName>A</fullName><active>true</active><label>A</label></recordTypes>'
        )
      },
      'CustomObject Contact (objects/Contact.object:3:14): RecordType is not supported by the local org'
    ],
    [
      'a site that was not made from a template',
      { Network: ['Fruit'] },
      {
        'networks/Fruit.network': metadata(
          'Network',
          `<changePasswordTemplate>a</changePasswordTemplate><emailSenderAddress>a@b.example</emailSenderAddress><emailSenderName>a</emailSenderName><forgotPasswordTemplate>a</forgotPasswordTemplate><site>Fruit</site><status>Live</status><tabs><defaultTab>home</defaultTab></tabs><welcomeTemplate>a</welcomeTemplate>`
        )
      },
      'Network Fruit (networks/Fruit.network): In field: site - no CustomSite named Fruit found'
    ],
    [
      'a profile of a licence that the org lacks',
      { Profile: ['Fruit'] },
      { 'profiles/Fruit.profile': metadata('Profile', '<userLicense>Fruit</userLicense>') },
      'Profile Fruit (profiles/Fruit.profile:3:14): In field: userLicense - no UserLicense named Fruit found'
    ],
    [
      'a page with a component that does not exist',
      { FlexiPage: ['Contact_Page'] },
      {
        'flexipages/Contact_Page.flexipage': metadata(
          'FlexiPage',
          `<flexiPageRegions><itemInstances><componentInstance><componentName>c:card</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>Page</masterLabel><sobjectType>Contact</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
        )
      },
      "FlexiPage Contact_Page (flexipages/Contact_Page.flexipage:3:68): We couldn't retrieve the design time component information for component c:card."
    ],
    [
      'a layout with a field that does not exist',
      { Layout: ['Contact-Contact Layout'] },
      {
        'layouts/Contact-Contact Layout.layout': metadata(
          'Layout',
          `<layoutSections><layoutColumns><layoutItems><field>Shoe__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>`
        )
      },
      'Layout Contact-Contact Layout (layouts/Contact-Contact Layout.layout:3:52): In field: field - no CustomField named Contact.Shoe__c found'
    ],
    [
      'a tab of a component that does not exist',
      { CustomTab: ['Card'] },
      { 'tabs/Card.tab': metadata('CustomTab', '<label>Card</label><lwcComponent>card</lwcComponent>') },
      'CustomTab Card (tabs/Card.tab:3:34): In field: lwcComponent - no LightningComponentBundle named card found'
    ]
  ])('is %s', async (_case, members, files, failure) => {
    const end = await deploy(bare, { 'package.xml': manifest(members), ...files });
    expect(failuresOf(end)).toEqual([failure]);
    expect(end).toMatchObject({ status: 'Failed', numberComponentErrors: 1 });
  });
});

describe('a bundle', () => {
  const caller = callerOf('bare');
  const PACKAGE = manifest({ LightningComponentBundle: ['card'] });
  const deployCard = async (files: PackageFiles): Promise<string[]> =>
    failuresOf(await deploy(caller, { 'package.xml': PACKAGE, ...files }));

  it.each<[string, PackageFiles, string]>([
    [
      'a broken template',
      card('', '<template>\n  <p>{text}\n</template>'),
      'card.html:2:3): [Line: 2, Col: 3] LWC1078: <p> has no matching closing tag.'
    ],
    [
      'a file that is not there',
      card("import './other';"),
      'card.js): LWC1011: Failed to resolve import "./other" from "card.js". Please add "other" file to the component folder.'
    ],
    [
      'a label that is not there',
      card("import hello from '@salesforce/label/c.Greeting';"),
      'card.js:2:38): Invalid reference c.Greeting of type label in file card.js'
    ],
    [
      'a field that is not there',
      card("import shoe from '@salesforce/schema/Contact.Shoe__c';"),
      'card.js:2:38): Invalid reference Contact.Shoe__c of type sobjectField in file card.js'
    ],
    [
      'a component that is not there',
      card('', '<template>\n<c-user-badge></c-user-badge></template>'),
      'card.html:2:2): No MODULE named markup://c:userBadge found : [markup://c:card]'
    ],
    [
      'a module that Salesforce lacks',
      card("import 'lightning/fruit';"),
      'card.js:2:9): No MODULE named markup://lightning:fruit found : [markup://c:card]'
    ],
    [
      'an Apex class',
      card("import rows from '@salesforce/apex/Fruit.rows';"),
      "card.js:2:36): Unable to find Apex action method referenced as 'Fruit.rows'."
    ],
    [
      'a permission that does not exist',
      card("import may from '@salesforce/userPermission/EatFruit';"),
      'card.js:2:45): Invalid reference EatFruit of type userPermission in file card.js'
    ],
    [
      'a target that does not exist',
      card('', '<template></template>', bundleMeta('<targets><target>lightning__Fruit</target></targets>')),
      "card.js-meta.xml:3:47): 'lightning__Fruit' is not a valid target"
    ],
    [
      'a property of an action',
      card(
        '',
        '<template></template>',
        bundleMeta(
          `${EXPOSED}<targetConfigs><targetConfig targets="lightning__RecordAction"><property name="a" type="String"/></targetConfig></targetConfigs>`
        )
      ),
      'card.js-meta.xml:3:213): Element property invalid at this location in type targetConfig of lightning__RecordAction'
    ]
  ])('fails with %s', async (_case, files, failure) => {
    expect(await deployCard(files)).toEqual([`LightningComponentBundle card (lwc/card/${failure}`]);
  });

  it('fails without its configuration file', async () => {
    const { 'lwc/card/card.js-meta.xml': _left, ...files } = card('');
    expect(await deployCard(files)).toEqual([
      'LightningComponentBundle card (lwc/card/card.js-meta.xml): Cannot find Lightning Component Bundle card.'
    ]);
  });

  it('may refer to one that comes with it, in a ring', async () => {
    const js = (other: string): string =>
      `import { LightningElement } from 'lwc';\nexport default class extends LightningElement { other = '${other}'; }\n`;
    const end = await deploy(caller, {
      'package.xml': manifest({ LightningComponentBundle: ['one', 'two'] }),
      'lwc/one/one.js': js('two'),
      'lwc/one/one.html': '<template><c-two></c-two></template>',
      'lwc/one/one.js-meta.xml': bundleMeta(),
      'lwc/two/two.js': js('one'),
      'lwc/two/two.html': '<template><c-one></c-one></template>',
      'lwc/two/two.js-meta.xml': bundleMeta()
    });
    expect(failuresOf(end)).toEqual([]);
  });

  it('can be an action only when it is exposed to record actions', async () => {
    const end = await deploy(caller, {
      'package.xml': manifest({ LightningComponentBundle: ['card'], QuickAction: ['Contact.Greet'] }),
      ...card('', '<template></template>', bundleMeta('<isExposed>true</isExposed>')),
      'quickActions/Contact.Greet.quickAction': action()
    });
    expect(failuresOf(end)).toEqual([
      'QuickAction Contact.Greet (quickActions/Contact.Greet.quickAction:5:24): The component c:card is not exposed to the target lightning__RecordAction'
    ]);
  });
});

describe('what a deploy leaves', () => {
  let caller: Caller;
  beforeEach(() => {
    caller = callerOf('bare');
  });

  const GOOD: PackageFiles = {
    'package.xml': manifest({
      CustomLabels: ['CustomLabels'],
      LightningComponentBundle: ['card'],
      QuickAction: ['Contact.Greet']
    }),
    'labels/CustomLabels.labels': labels(),
    ...card("import hello from '@salesforce/label/c.Greeting';"),
    'quickActions/Contact.Greet.quickAction': action()
  };
  const names = (type: string): string[] =>
    caller.localOrg.org.metadata.components(type).map(({ fullName }) => fullName);

  it('is everything, with what was compiled', async () => {
    expect(await deploy(caller, GOOD)).toMatchObject({
      status: 'Succeeded',
      numberComponentsDeployed: 4,
      numberComponentErrors: 0
    });
    expect([names('CustomLabel'), names('LightningComponentBundle'), names('QuickAction')]).toEqual([
      ['Greeting'],
      ['card'],
      ['Contact.Greet']
    ]);
    expect(caller.localOrg.deployedBundles().get('card')?.code).toContain('@salesforce/label/c.Greeting');
  });

  it('says what was created, changed and left as it was', async () => {
    const statesOf = async (files: PackageFiles): Promise<string[]> =>
      (await deploy(caller, files)).details.componentSuccesses.map(
        ({ fullName, created, changed }) => `${fullName} ${String(created)} ${String(changed)}`
      );
    expect(await statesOf(GOOD)).toContain('card true true');
    const changed = { ...GOOD, 'lwc/card/card.html': '<template>Hi</template>' };
    expect(await statesOf(changed)).toEqual(
      expect.arrayContaining(['card false true', 'Contact.Greet false false', 'Greeting false false'])
    );
  });

  it('is nothing when one component fails', async () => {
    const end = await deploy(caller, { ...GOOD, 'quickActions/Contact.Greet.quickAction': action('') });
    expect(end).toMatchObject({ status: 'Failed', numberComponentsDeployed: 3, numberComponentErrors: 1 });
    expect([names('CustomLabel'), names('LightningComponentBundle')]).toEqual([[], []]);
  });

  it('is the good part of it without rollbackOnError', async () => {
    const files = { ...GOOD, 'quickActions/Contact.Greet.quickAction': action('') };
    const end = await deploy(caller, files, { rollbackOnError: false });
    expect(end.status).toBe('SucceededPartial');
    expect([names('CustomLabel'), names('LightningComponentBundle'), names('QuickAction')]).toEqual([
      ['Greeting'],
      ['card'],
      []
    ]);
  });

  it('is nothing after a validation, until that is deployed in earnest', async () => {
    const validation = await deploy(caller, GOOD, { checkOnly: true, testLevel: 'RunLocalTests' });
    expect(validation.status).toBe('Succeeded');
    expect(names('QuickAction')).toEqual([]);
    const { status, body } = await caller.call('POST', '/metadata/deployRequest', {
      validatedDeployRequestId: validation.id
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { validatedDeployRequestId: validation.id } });
    expect((await endOf(caller, (body as { id: string }).id)).status).toBe('Succeeded');
    expect(names('QuickAction')).toEqual(['Contact.Greet']);
  });

  it('is nothing of one that was canceled in the queue', async () => {
    const unlike = (text: string): PackageFiles => ({ ...GOOD, 'lwc/card/card.html': `<template>${text}</template>` });
    const [first = '', , last = ''] = await Promise.all(
      ['one', 'two', 'three'].map((text) => startDeploy(caller, unlike(text)))
    );
    const canceled = await caller.call('PATCH', `/metadata/deployRequest/${last}`, {
      deployResult: { status: 'Canceling' }
    });
    expect(canceled).toMatchObject({ status: 202, body: { deployResult: { status: 'Canceled', done: true } } });
    expect((await endOf(caller, first)).status).toBe('Succeeded');
    expect(await endOf(caller, last)).toMatchObject({
      status: 'Canceled',
      canceledByName: 'Ingrid Solberg',
      details: { componentSuccesses: [] }
    });
  });

  it('goes again by a destructive manifest, and what is not there is a warning', async () => {
    await deploy(caller, GOOD);
    const end = await deploy(caller, {
      'package.xml': manifest({}),
      'destructiveChanges.xml': manifest({ QuickAction: ['Contact.Greet', 'Contact.Other'] })
    });
    expect(end.status).toBe('Succeeded');
    expect(end.details.componentSuccesses).toMatchObject([
      { fullName: 'Contact.Greet', deleted: true },
      { problem: 'No QuickAction named: Contact.Other found', problemType: 'Warning' }
    ]);
    expect(names('QuickAction')).toEqual([]);
  });

  it('is the same after twenty deploys, and of two at once each is whole', async () => {
    const withValue = (value: string): PackageFiles => ({
      'package.xml': manifest({ CustomLabels: ['CustomLabels'] }),
      'labels/CustomLabels.labels': labels(
        ['A', 'B', 'C'].map((name) => LABEL.replace('Greeting', name).replace('Hello', value)).join('')
      )
    });
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => startDeploy(caller, withValue(`value ${String(index)}`)))
    );
    const ends = await Promise.all(ids.map((id) => endOf(caller, id)));
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set(['Succeeded']));
    const values = caller.localOrg.org.metadata
      .components('CustomLabel')
      .map(({ xml }) => xml.children.find(({ name }) => name === 'value')?.text);
    expect([values.length, new Set(values).size]).toEqual([3, 1]);
  });
});

describe('settings', () => {
  const settings = (name: string, content: string): PackageFiles => ({
    'package.xml': manifest({ Settings: [name] }),
    [`settings/${name}.settings`]: `<?xml version="1.0"?><${name}Settings>${content}</${name}Settings>`
  });

  it('switch on what they name', async () => {
    const caller = callerOf('no-digital-experiences');
    expect(caller.localOrg.org.schema.object('Network')).toBeUndefined();
    const content = '<enableNetworksEnabled>true</enableNetworksEnabled><enableEnablePRM>true</enableEnablePRM>';
    expect(failuresOf(await deploy(caller, settings('Communities', content)))).toEqual([]);
    expect(caller.localOrg.org.schema.object('Network')).toBeDefined();
    expect((await caller.query('SELECT IsPartner FROM Account LIMIT 1')).body).toMatchObject({
      records: [{ IsPartner: false }]
    });
  });

  it.each([
    ['Fruit', '', 'Invalid settings type: FruitSettings'],
    [
      'Communities',
      '<enableFruit>true</enableFruit>',
      'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}enableFruit invalid at this location in type CommunitiesSettings'
    ],
    [
      'Communities',
      '<enableNetworksEnabled>false</enableNetworksEnabled>',
      'Digital Experiences can’t be turned off once it is on'
    ]
  ])('of %s with %s are refused', async (name, content, problem) => {
    const end = await deploy(callerOf('ready'), settings(name, content));
    expect(end.details.componentFailures.map((failure) => failure.problem)).toEqual([problem]);
  });
});

describe('translations', () => {
  it('need Translation Workbench', async () => {
    const caller = callerOf('bare');
    const off = '<enableTranslationWorkbench>false</enableTranslationWorkbench>';
    await deploy(caller, {
      'package.xml': manifest({ Settings: ['Language'] }),
      'settings/Language.settings': metadata('LanguageSettings', off)
    });
    const end = await deploy(caller, {
      'package.xml': manifest({ Translations: ['de'] }),
      'translations/de.translation': metadata('Translations', '')
    });
    expect(failuresOf(end)).toEqual([
      'Translations de (translations/de.translation): Not available for deploy for this organization'
    ]);
  });
});

describe('who may deploy', () => {
  it.each(['Sales Ops', 'Without permission'])('is not %s', async (label) => {
    const answer = await callerOf('ready').as(label).call('GET', '/metadata/deployRequest/0Af000000000001AAA');
    expect(answer).toMatchObject({
      status: 403,
      body: [
        {
          errorCode: 'INSUFFICIENT_ACCESS',
          message: 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
        }
      ]
    });
  });
});
