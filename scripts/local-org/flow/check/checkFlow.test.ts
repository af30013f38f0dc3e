import { callerOf } from '../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../testing/deploy.ts';
import { connector, flowFile, node, variable, type FlowParts } from '../../testing/flowFile.ts';

const caller = callerOf();

/** What an org answers to a deploy of one flow, without places. */
async function problemsOf(parts: FlowParts, more: PackageFiles = {}, members = {}): Promise<string[]> {
  const files = { 'flows/Flow.flow': flowFile(parts), ...more };
  const end = await deploy(
    caller,
    { 'package.xml': manifest({ Flow: ['Flow'], ...members }), ...files },
    { checkOnly: true }
  );
  return failuresOf(end).map((failure) => failure.replace(/^\w+ \w+ \([^)]*\): /, ''));
}

const value = (text: string): string => `<value>${text}</value>`;
const reference = (path: string): string => value(`<elementReference>${path}</elementReference>`);
const assignment = (target: string, to: string, operator = 'Assign'): string =>
  `<assignments>${node('Set')}<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${to}</assignmentItems></assignments>`;
const lookup = (more: string, object = 'Contact'): string =>
  `<recordLookups>${node('Get_Contact')}${more}<object>${object}</object></recordLookups>`;
const filter = (field: string): string =>
  `<filters><field>${field}</field><operator>EqualTo</operator>${value('<stringValue>x</stringValue>')}</filters>`;
const formula = (expression: string, type = 'String'): string =>
  `<formulas><name>text</name><dataType>${type}</dataType><expression>${expression}</expression></formulas>`;
const decision = (condition: string): string =>
  `<decisions>${node('Ask')}<defaultConnectorLabel>Else</defaultConnectorLabel><rules><name>Yes</name><conditionLogic>and</conditionLogic><conditions>${condition}</conditions><label>Yes</label></rules></decisions>`;
const screen = (field: string): string => `<screens>${node('Ask_Them')}<fields>${field}</fields></screens>`;
const component = (name: string, more = ''): string =>
  screen(
    `<name>Picker</name><extensionName>${name}</extensionName><fieldType>ComponentInstance</fieldType>${more}<storeOutputAutomatically>true</storeOutputAutomatically>`
  );
const trigger = (more: string, recordTriggerType = 'CreateAndUpdate'): string =>
  `${connector('Begin')}${more}<object>Contact</object><recordTriggerType>${recordTriggerType}</recordTriggerType><triggerType>RecordAfterSave</triggerType>`;
const begin = `<assignments>${node('Begin')}</assignments>`;

/** A bundle that may stand on screens, with the properties of its configuration. */
const picker = (target: string): PackageFiles => ({
  'lwc/picker/picker.js': `import { LightningElement, api } from 'lwc';\nexport default class Picker extends LightningElement { @api ids; @api value; }`,
  'lwc/picker/picker.html': '<template></template>',
  'lwc/picker/picker.js-meta.xml': metadata(
    'LightningComponentBundle',
    `<apiVersion>68.0</apiVersion><isExposed>true</isExposed><targets><target>${target}</target></targets>${
      target === 'lightning__FlowScreen'
        ? '<targetConfigs><targetConfig targets="lightning__FlowScreen"><property name="ids" type="String[]" role="inputOnly"/><property name="value" type="String" role="outputOnly"/></targetConfig></targetConfigs>'
        : ''
    }`
  )
});

const cannotSave = (cause: string): string => `field integrity exception: unknown (${cause})`;
const noReference = (path: string): string => cannotSave(`The element has an invalid reference to "${path}".`);
const badFormula = (cause: string): string => cannotSave(`The formula expression is invalid: ${cause}`);

describe('a flow that an org refuses', () => {
  it.each<[string, FlowParts, string]>([
    [
      'an action',
      {
        content: `<actionCalls>${node('Post')}<actionName>Post</actionName><actionType>apex</actionType></actionCalls>`
      },
      '<actionCalls> is not supported by the local org'
    ],
    [
      'a wait',
      { content: `<waits>${node('Wait')}<defaultConnectorLabel>Go</defaultConnectorLabel></waits>` },
      '<waits> is not supported by the local org'
    ],
    [
      'a part of an element that isn’t run',
      {
        content: screen(
          '<name>Note</name><fieldText>Hi</fieldText><fieldType>DisplayText</fieldType><visibilityRule><conditionLogic>and</conditionLogic></visibilityRule>'
        )
      },
      '<visibilityRule> is not supported by the local org'
    ],
    [
      'a trigger that isn’t run',
      { content: begin, start: trigger('').replace('AfterSave', 'BeforeSave') },
      '<triggerType> RecordBeforeSave is not supported by the local org'
    ],
    ['a type that isn’t run', { processType: 'Workflow' }, '<processType> Workflow is not supported by the local org'],
    [
      'an operator that isn’t run',
      { content: variable('name') + assignment('name', reference('name'), 'RemovePosition') },
      '<operator> RemovePosition is not supported by the local org'
    ],
    [
      'a start that leads nowhere',
      { start: '' },
      cannotSave("The flow can't run because nothing is connected to the Start element.")
    ],
    [
      'a connector that leads nowhere',
      { start: connector('Nowhere') },
      cannotSave('A connector of Start leads to "Nowhere", which doesn\'t exist.')
    ],
    [
      'a fault connector that leads nowhere',
      { content: lookup(connector('Nowhere', 'faultConnector')) },
      cannotSave('A connector of Get_Contact leads to "Nowhere", which doesn\'t exist.')
    ],
    [
      'a name that is there twice, whatever its case',
      { content: variable('name') + variable('Name') },
      cannotSave('The API name "Name" is used more than once.')
    ],
    ['a name that is none', { content: variable('1st__name') }, cannotSave('"1st__name" isn\'t a valid API name.')],
    [
      'an object that isn’t there',
      { content: lookup('', 'Fruit__c') },
      cannotSave('The object "Fruit__c" doesn\'t exist.')
    ],
    [
      'a filter on a field that isn’t there',
      { content: lookup(filter('Shoe__c')) },
      cannotSave('The field "Shoe__c" for the object "Contact" doesn\'t exist.')
    ],
    [
      'a path where a field belongs',
      {
        content: lookup('<queriedFields>Account.Name</queriedFields>').replace(
          /(<queriedFields>.*<\/queriedFields>)(<object>.*<\/object>)/,
          '$2$1'
        )
      },
      cannotSave('The field "Account.Name" for the object "Contact" doesn\'t exist.')
    ],
    [
      'a record variable of an object that isn’t there',
      { content: variable('fruit', '<dataType>SObject</dataType><objectType>Fruit__c</objectType>') },
      cannotSave('The object "Fruit__c" doesn\'t exist.')
    ],
    ['a value of nothing', { content: variable('name') + assignment('name', reference('nme')) }, noReference('nme')],
    [
      'a text with a merge field of nothing',
      { content: `<textTemplates><name>text</name><text>Hi {!nme}</text></textTemplates>` },
      noReference('nme')
    ],
    [
      'a field that the record in a variable lacks',
      {
        content:
          variable('name') +
          variable('contact', '<dataType>SObject</dataType><objectType>Contact</objectType>') +
          assignment('name', reference('contact.Account.Shoe__c'))
      },
      noReference('contact.Account.Shoe__c')
    ],
    [
      'the record of a flow that none starts',
      { content: variable('name') + assignment('name', reference('$Record.Name')) },
      noReference('$Record.Name')
    ],
    [
      'a label that isn’t there',
      { content: variable('name') + assignment('name', reference('$Label.Hi')) },
      noReference('$Label.Hi')
    ],
    [
      'the settings of a hierarchy',
      { content: variable('name') + assignment('name', reference('$Setup.A__c.B__c')) },
      noReference('$Setup.A__c.B__c')
    ],
    [
      'a value that a formula takes',
      { content: variable('name') + formula('"a"') + assignment('text', reference('name')) },
      cannotSave('"text" isn\'t a variable.')
    ],
    [
      'a condition on nothing',
      { content: decision('<leftValueReference>nme</leftValueReference><operator>IsNull</operator>') },
      cannotSave("A condition has a reference to nme, which doesn't exist.")
    ],
    [
      'a loop over one value',
      { content: `${variable('name')}<loops>${node('Each')}<collectionReference>name</collectionReference></loops>` },
      cannotSave('"name" isn\'t a collection.')
    ],
    [
      'a create of no record',
      {
        content: `${variable('name')}<recordCreates>${node('Add')}<inputReference>name</inputReference></recordCreates>`
      },
      cannotSave('"name" isn\'t a record.')
    ],
    ['a formula that cannot be read', { content: formula('LEFT("a", 1') }, badFormula("Syntax error.  Missing ')'")],
    [
      'a formula with a function that there isn’t',
      { content: formula('FOO()') },
      badFormula('Unknown function FOO. Check spelling.')
    ],
    [
      'a formula that gives another type',
      { content: formula('1 + 1') },
      badFormula('Formula result is data type (Number), incompatible with expected data type (Text).')
    ],
    [
      'a formula with a collection',
      {
        content:
          lookup('<storeOutputAutomatically>true</storeOutputAutomatically>').replace(
            /(<store.*Automatically>)(<object>.*<\/object>)/,
            '$2$1'
          ) + formula('ISBLANK({!Get_Contact})', 'Boolean')
      },
      badFormula('It contains an invalid flow element Get_Contact.')
    ],
    [
      'a formula that asks for a change where nothing was saved',
      { content: formula('ISNEW()', 'Boolean') },
      badFormula('Function ISNEW may not be used in this type of formula')
    ],
    [
      'an entry formula about changes in a flow for new records',
      { content: begin, start: trigger('<filterFormula>ISCHANGED({!$Record.LastName})</filterFormula>', 'Create') },
      badFormula('Function ISCHANGED may not be used in this type of formula')
    ],
    [
      'an entry formula that is no condition',
      { content: begin, start: trigger('<filterFormula>{!$Record.LastName}</filterFormula>') },
      badFormula('Formula result is data type (Text), incompatible with expected data type (Boolean).')
    ],
    [
      'a screen that nobody sees',
      { content: screen('<name>Note</name><fieldText>Hi</fieldText><fieldType>DisplayText</fieldType>') },
      cannotSave("The screen Ask_Them can't be in a flow of the type AutoLaunchedFlow.")
    ],
    [
      'a choice that is none',
      {
        processType: 'Flow',
        content:
          variable('name') +
          screen(
            '<name>Pick</name><choiceReferences>name</choiceReferences><dataType>String</dataType><fieldText>?</fieldText><fieldType>RadioButtons</fieldType>'
          )
      },
      cannotSave('"name" isn\'t a choice.')
    ],
    [
      'a component that isn’t there',
      { processType: 'Flow', content: component('c:nope') },
      'Picker (Screen Component) - We can\'t find an extension called "c:nope".'
    ],
    [
      'a component of the platform',
      { processType: 'Flow', content: component('flowruntime:email') },
      'The component flowruntime:email is not supported by the local org'
    ],
    [
      'a subflow that isn’t there',
      { content: `<subflows>${node('Call')}<flowName>Nope</flowName></subflows>` },
      'In field: flowName - no Flow named Nope found'
    ]
  ])('has %s', async (_case, parts, problem) => {
    expect(await problemsOf(parts)).toEqual([problem]);
  });

  it('is told line and column', async () => {
    const end = await deploy(caller, {
      'package.xml': manifest({ Flow: ['Flow'] }),
      'flows/Flow.flow': flowFile({
        content:
          '\n<waits><name>Wait</name><label>Wait</label><locationX>0</locationX><locationY>0</locationY><defaultConnectorLabel>Go</defaultConnectorLabel></waits>'
      })
    });
    expect(failuresOf(end)).toEqual(['Flow Flow (flows/Flow.flow:5:8): <waits> is not supported by the local org']);
  });
});

describe('a flow that an org takes', () => {
  const values = `<inputParameters><name>ids</name>${reference('ids')}</inputParameters>`;
  const ids = variable('ids', '<dataType>String</dataType><isCollection>true</isCollection>');
  const subflow = (more: string): string => `<subflows>${node('Call')}<flowName>Other</flowName>${more}</subflows>`;
  const other = flowFile({
    content:
      variable('name', '<dataType>String</dataType><isInput>true</isInput>') +
      variable('size', '<dataType>Number</dataType><isOutput>true</isOutput>')
  });

  it('has a component with its attributes, whose output is a value', async () => {
    const parts = { processType: 'Flow', content: ids + component('c:picker', values) + formula('{!Picker.value}') };
    const members = { LightningComponentBundle: ['picker'] };
    expect(await problemsOf(parts, picker('lightning__FlowScreen'), members)).toEqual([]);
    expect(await problemsOf(parts, picker('lightning__AppPage'), members)).toContain(
      'Picker (Screen Component) - We can\'t find an extension called "c:picker".'
    );
  });

  it.each([
    [
      'an input that the component lacks',
      component('c:picker', values.replace('<name>ids<', '<name>id<')),
      'input attribute: "id"'
    ],
    [
      'an input that is an output',
      component('c:picker', values.replace('<name>ids<', '<name>value<')),
      'input attribute: "value"'
    ],
    [
      'an output that the component lacks',
      component(
        'c:picker',
        '<outputParameters><assignToReference>name</assignToReference><name>val</name></outputParameters>'
      ),
      'output attribute: "val"'
    ]
  ])('has no component with %s', async (_case, content, attribute) => {
    const parts = { processType: 'Flow', content: ids + variable('name') + content };
    expect(await problemsOf(parts, picker('lightning__FlowScreen'), { LightningComponentBundle: ['picker'] })).toEqual([
      `Picker (Screen Component) - We can't find this ${attribute}.`
    ]);
  });

  it.each([
    [
      'calls a flow of the same deploy',
      `<inputAssignments><name>name</name>${value('<stringValue>x</stringValue>')}</inputAssignments>`,
      []
    ],
    [
      'calls none with an input that it lacks',
      `<inputAssignments><name>size</name>${value('<numberValue>1</numberValue>')}</inputAssignments>`,
      [cannotSave('The flow Other has no input variable "size".')]
    ],
    [
      'calls none for an output that it lacks',
      '<outputAssignments><assignToReference>text</assignToReference><name>name</name></outputAssignments>',
      [cannotSave('The flow Other has no output variable "name".')]
    ]
  ])('%s', async (_case, content, problems) => {
    const parts = { content: subflow(content) + variable('text') };
    expect(await problemsOf(parts, { 'flows/Other.flow': other }, { Flow: ['Flow', 'Other'] })).toEqual(problems);
  });

  it('has conditions on saves, lookups and what they found, over relationships', async () => {
    const parts: FlowParts = {
      start: trigger(
        '<filterFormula>OR(ISNEW(), ISCHANGED({!$Record.AccountId})) &amp;&amp; {!$Record__Prior.LastName} &lt;&gt; "x"</filterFormula>'
      ),
      content:
        begin +
        lookup(`${filter('LastName')}<getFirstRecordOnly>true</getFirstRecordOnly>`).replace(
          '</object>',
          '</object><storeOutputAutomatically>true</storeOutputAutomatically>'
        ) +
        formula(
          '{!Get_Contact.Account.Owner.Name} &amp; {!$User.Username} &amp; {!$Organization.Name} &amp; {!$Flow.FaultMessage}'
        ) +
        variable('name') +
        assignment('name', reference('$GlobalConstant.EmptyString')) +
        decision(
          '<leftValueReference>Get_Contact</leftValueReference><operator>IsNull</operator><rightValue><booleanValue>true</booleanValue></rightValue>'
        )
    };
    expect(await problemsOf(parts)).toEqual([]);
  });
});
