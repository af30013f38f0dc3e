import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';
import { action } from '../../../testing/greeting.ts';

const permissionSet = (content: string): string => metadata('PermissionSet', `${content}\n<label>Helpers</label>`);

const field = (fullName: string, content: string): string =>
  `<fields>\n<fullName>${fullName}</fullName>\n<label>${fullName}</label>\n${content}\n</fields>`;

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
      'a value that an enumeration does not have',
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
      'a permission that needs another one',
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
      'CustomObject Contact (objects/Contact.object:3:14): RecordType is not supported (not modelled by this local org)'
    ],
    [
      'a site that was not created from a template',
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
      'a profile of a license that the org does not have',
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
