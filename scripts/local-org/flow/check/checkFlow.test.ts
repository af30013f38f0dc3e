import { callerOf } from '../../testing/caller.ts';
import { deploy, failuresOf, manifest } from '../../testing/deploy.ts';
import { connector, flowFile, node, variable, type FlowParts } from '../../testing/flowFile.ts';
import {
  assignment,
  begin,
  component,
  decision,
  filter,
  formula,
  lookup,
  reference,
  screen,
  trigger
} from '../../testing/flowParts.ts';
import { cannotSave, flowProblems } from '../../testing/flowProblems.ts';

const caller = callerOf();

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
      'a date that is none',
      { content: variable('day') + assignment('day', '<value><dateValue>soon</dateValue></value>') },
      "Error parsing file: 'soon' is not a valid value for the type xsd:date"
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
    expect(await flowProblems(caller, parts)).toEqual([problem]);
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
