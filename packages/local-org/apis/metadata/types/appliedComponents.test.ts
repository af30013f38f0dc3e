import { textOf } from '../../../engine/storage/record.ts';
import { callerOf, type Caller } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';

const text = (name: string): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><length>80</length><type>Text</type></fields>`;

const FRUIT_TYPE: PackageFiles = {
  'package.xml': manifest({ CustomObject: ['Fruit__mdt'], CustomMetadata: ['Fruit.Apple'] }),
  'objects/Fruit__mdt.object': metadata(
    'CustomObject',
    `${text('Colour__c')}
<fields><fullName>Sweet__c</fullName><defaultValue>false</defaultValue><label>Sweet</label><type>Checkbox</type></fields>
<fields><fullName>Weight__c</fullName><label>Weight</label><precision>4</precision><scale>1</scale><type>Number</type></fields>
<label>Fruit</label><pluralLabel>Fruits</pluralLabel><visibility>Public</visibility>`
  ),
  'customMetadata/Fruit.Apple.md': `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<label>Green apple</label><protected>false</protected>
<values><field>Colour__c</field><value xsi:type="xsd:string">green</value></values>
<values><field>Sweet__c</field><value xsi:type="xsd:boolean">true</value></values>
<values><field>Weight__c</field><value xsi:type="xsd:double">0.2</value></values>
</CustomMetadata>`
};

const succeed = async (caller: Caller, files: PackageFiles): Promise<void> => {
  expect(failuresOf(await deploy(caller, files))).toEqual([]);
};

describe('a custom metadata type', () => {
  const caller = callerOf('bare');
  beforeAll(() => succeed(caller, FRUIT_TYPE));

  it('can be queried with SOQL, GraphQL and UI API', async () => {
    const soql = await caller.query('SELECT DeveloperName, Colour__c, Sweet__c, Weight__c FROM Fruit__mdt');
    expect(soql.body).toMatchObject({
      records: [{ DeveloperName: 'Apple', Colour__c: 'green', Sweet__c: true, Weight__c: 0.2 }]
    });
    expect(
      await caller.graphql(
        '{ uiapi { query { Fruit__mdt { edges { node { Label { value } Colour__c { value } } } } } } }'
      )
    ).toMatchObject({
      data: {
        uiapi: {
          query: {
            Fruit__mdt: { edges: [{ node: { Label: { value: 'Green apple' }, Colour__c: { value: 'green' } } }] }
          }
        }
      }
    });
    expect((await caller.call('GET', '/ui-api/object-info/Fruit__mdt')).body).toMatchObject({
      apiName: 'Fruit__mdt',
      fields: { Weight__c: { dataType: 'Double' } }
    });
  });

  it('may have a page layout, with the standard fields of such a type', async () => {
    const items = ['MasterLabel', 'DeveloperName', 'IsProtected', 'NamespacePrefix', 'Colour__c', 'CreatedById']
      .map((name) => `<layoutItems><behavior>Edit</behavior><field>${name}</field></layoutItems>`)
      .join('');
    await succeed(caller, {
      'package.xml': manifest({ Layout: ['Fruit__mdt-Fruit Layout'] }),
      'layouts/Fruit__mdt-Fruit Layout.layout': metadata(
        'Layout',
        `<layoutSections><layoutColumns>${items}</layoutColumns><style>OneColumn</style></layoutSections>`
      )
    });
  });

  it.each([
    [
      'a field that the type lacks',
      '<values><field>Size__c</field></values>',
      'In field: field - no CustomField named Fruit__mdt.Size__c found'
    ],
    [
      'a value of the wrong type',
      '<values><field>Weight__c</field><value xsi:type="xsd:string">much</value></values>',
      "'much' is not a valid value for the type xsd:double"
    ],
    [
      'a text that is too long',
      `<values><field>Colour__c</field><value xsi:type="xsd:string">${'r'.repeat(81)}</value></values>`,
      `Colour__c: data value too large: ${'r'.repeat(81)} (max length=80)`
    ]
  ])('refuses a record with %s', async (_case, values, problem) => {
    const end = await deploy(caller, {
      'package.xml': manifest({ CustomMetadata: ['Fruit.Pear'] }),
      'customMetadata/Fruit.Pear.md': metadata('CustomMetadata', `<label>Pear</label>${values}`)
    });
    expect(end.details.componentFailures).toMatchObject([{ fullName: 'Fruit.Pear', problem }]);
  });
});

describe('custom fields and objects', () => {
  const caller = callerOf('bare');
  const describedFields = async (object: string): Promise<string[]> => {
    const { body } = await caller.call('GET', `/sobjects/${object}/describe`);
    return (body as { fields: { name: string }[] }).fields.map(({ name }) => name);
  };
  beforeAll(() =>
    succeed(caller, {
      'package.xml': manifest({ CustomField: ['Contact.Vip__c', 'Contact.Basket__c'], CustomObject: ['Basket__c'] }),
      'objects/Basket__c.object': metadata(
        'CustomObject',
        `<deploymentStatus>Deployed</deploymentStatus>${text('Size__c')}<label>Basket</label>
<nameField><label>Basket Name</label><type>Text</type></nameField><pluralLabel>Baskets</pluralLabel><sharingModel>ReadWrite</sharingModel>`
      ),
      'objects/Contact.object': metadata(
        'CustomObject',
        `<fields><fullName>Vip__c</fullName><defaultValue>false</defaultValue><label>VIP</label><type>Checkbox</type></fields>
<fields><fullName>Basket__c</fullName><label>Basket</label><referenceTo>Basket__c</referenceTo><type>Lookup</type></fields>`
      )
    })
  );

  it('are hidden from everybody at first, even from an administrator', async () => {
    expect(await describedFields('Contact')).not.toContain('Vip__c');
    expect(await describedFields('Basket__c')).not.toContain('Size__c');
    expect((await caller.as('Without permission').call('GET', '/sobjects/Basket__c/describe')).status).toBe(404);
  });

  it('exist in every API when field permissions show them', async () => {
    const shown = ['Contact.Vip__c', 'Contact.Basket__c', 'Basket__c.Size__c'].map(
      (name) =>
        `<fieldPermissions><editable>true</editable><field>${name}</field><readable>true</readable></fieldPermissions>`
    );
    await succeed(caller, {
      'package.xml': manifest({ Profile: ['Admin'] }),
      'profiles/Admin.profile': metadata('Profile', shown.join(''))
    });
    const basket = await caller.call('POST', '/sobjects/Basket__c', { Name: 'Big one', Size__c: 'XL' });
    expect(basket.status).toBe(201);
    const { id } = basket.body as { id: string };
    const { defaultContactId } = caller.localOrg.org;
    const before = await caller.query(`SELECT Vip__c FROM Contact WHERE Id = '${defaultContactId}'`);
    expect(before.body).toMatchObject({ records: [{ Vip__c: false }] });
    await caller.call('PATCH', `/sobjects/Contact/${defaultContactId}`, { Vip__c: true, Basket__c: id });
    const after = await caller.query(`SELECT Vip__c, Basket__r.Size__c FROM Contact WHERE Vip__c = true`);
    expect(after.body).toMatchObject({ totalSize: 1, records: [{ Basket__r: { Size__c: 'XL' } }] });
  });
});

describe('a permission set', () => {
  it('grants its permissions when it is assigned', async () => {
    const caller = callerOf('bare');
    await succeed(caller, {
      'package.xml': manifest({ PermissionSet: ['Partner_Managers'] }),
      'permissionsets/Partner_Managers.permissionset': metadata(
        'PermissionSet',
        `<label>Partner managers</label><userPermissions><enabled>true</enabled><name>ManagePartners</name></userPermissions>`
      )
    });
    const { org, people } = caller.localOrg;
    const person = people.find(({ label }) => label === 'Without permission');
    if (person === undefined) throw new Error('The org has no person without permission');
    expect(org.access(person).has('ManagePartners')).toBe(false);
    const found = await caller.query("SELECT Id FROM PermissionSet WHERE Name = 'Partner_Managers'");
    const { records } = found.body as { records: { Id: string }[] };
    await caller.call('POST', '/sobjects/PermissionSetAssignment', {
      AssigneeId: person.userId,
      PermissionSetId: records[0]?.Id
    });
    expect(org.access(person).has('ManagePartners')).toBe(true);
  });
});

describe('a profile', () => {
  it('is created for a license, with its user type, and changes only what its file names', async () => {
    const caller = callerOf('bare');
    const profile = (content: string): PackageFiles => ({
      'package.xml': manifest({ Profile: ['Fruit Buyer'] }),
      'profiles/Fruit Buyer.profile': metadata('Profile', content)
    });
    await succeed(
      caller,
      profile(
        '<custom>true</custom><userLicense>Customer Community Plus</userLicense><userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>'
      )
    );
    const record = caller.named('Profile', 'Fruit Buyer');
    expect(textOf(record, 'UserType')).toBe('PowerCustomerSuccess');
    await succeed(caller, profile('<userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions>'));
    expect(caller.localOrg.org.metadata.grant(record.Id)?.userPermissions).toEqual(['ApiEnabled', 'RunReports']);
  });
});

describe('a site', () => {
  const network = (status: string, members: string): PackageFiles => ({
    'package.xml': manifest({ Network: ['Acme Beta'] }),
    'networks/Acme Beta.network': metadata(
      'Network',
      `<changePasswordTemplate>a</changePasswordTemplate><emailSenderAddress>beta@acme.example</emailSenderAddress>
<emailSenderName>Acme</emailSenderName><forgotPasswordTemplate>a</forgotPasswordTemplate>
<networkMemberGroups>${members}</networkMemberGroups><sendWelcomeEmail>true</sendWelcomeEmail>
<site>Acme_Beta</site><status>${status}</status><tabs><defaultTab>home</defaultTab></tabs><welcomeTemplate>a</welcomeTemplate>`
    )
  });

  it('sends a welcome mail to its members when it goes live', async () => {
    const caller = callerOf('bare');
    await succeed(caller, network('UnderConstruction', '<profile>Acme Customer</profile>'));
    expect(caller.localOrg.outbox).toEqual([]);
    await succeed(caller, network('Live', '<profile>Acme Customer</profile>'));
    expect(textOf(caller.named('Network', 'Acme Beta'), 'Status')).toBe('Live');
    expect(caller.localOrg.outbox.map(({ subject }) => subject)).toContain('Welcome to Acme Beta');
  });

  it('loses the members that its file no longer names', async () => {
    const caller = callerOf('bare');
    const members = async (): Promise<unknown> =>
      (
        await caller.query(
          "SELECT Parent.Name FROM NetworkMemberGroup WHERE Network.Name = 'Acme Beta' ORDER BY Parent.Name"
        )
      ).body;
    await succeed(caller, network('Live', '<profile>Acme Customer</profile><profile>Acme Partner</profile>'));
    expect(await members()).toMatchObject({ totalSize: 2 });
    await succeed(caller, network('Live', '<profile>Acme Partner</profile>'));
    expect(await members()).toMatchObject({ totalSize: 1 });
  });
});
