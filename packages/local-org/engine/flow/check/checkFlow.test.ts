import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest } from '../../../testing/deploy.ts';
import { afterSave, begins, decision, element, variable } from '../../../testing/flowElements.ts';
import { flowFile } from '../../../testing/flowFile.ts';
import { cannotSave, flowProblems } from '../../../testing/flowProblems.ts';
import { assigns, filter, ref, text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';

const caller = callerOf();

/** Elements that a flow is saved with; what each case adds is what is wrong. */
const name = variable('name');
const looksUp = (parts: XmlParts): XmlParts => ({
  recordLookups: element('Get_Contact', { object: 'Contact', ...parts })
});
const sets = (path: string, value: XmlParts, operator?: string): XmlParts => ({
  start: { connector: to('Set') },
  assignments: element('Set', { assignmentItems: assigns(path, value, operator) })
});
const formula = (expression: string, dataType = 'String'): XmlParts => ({
  formulas: { name: 'text', dataType, expression }
});
const shows = (field: XmlParts): XmlParts => ({ screens: element('Ask_Them', { fields: field }) });
const note: XmlParts = { name: 'Note', fieldText: 'Hi', fieldType: 'DisplayText' };
const component = (extensionName: string): XmlParts => ({
  processType: 'Flow',
  ...shows({ name: 'Picker', extensionName, fieldType: 'ComponentInstance', storeOutputAutomatically: true })
});
const starts = (parts: XmlParts): XmlParts => ({ start: afterSave({ connector: to('Begin'), ...parts }) });

const noReference = (path: string): string => cannotSave(`The element has an invalid reference to "${path}".`);
const badFormula = (cause: string): string => cannotSave(`The formula expression is invalid: ${cause}`);

describe('a flow that an org refuses', () => {
  it.each<[string, XmlParts, string]>([
    [
      'an action',
      { actionCalls: element('Post', { actionName: 'Post', actionType: 'apex' }) },
      '<actionCalls> is not supported (not modelled by this local org)'
    ],
    [
      'a wait',
      { waits: element('Wait', { defaultConnectorLabel: 'Go' }) },
      '<waits> is not supported (not modelled by this local org)'
    ],
    [
      'a part of an element that isn’t run',
      shows({ ...note, visibilityRule: { conditionLogic: 'and' } }),
      '<visibilityRule> is not supported (not modelled by this local org)'
    ],
    [
      'a trigger that isn’t run',
      starts({ triggerType: 'RecordBeforeDelete' }),
      '<triggerType> RecordBeforeDelete is not supported (not modelled by this local org)'
    ],
    [
      'a type that isn’t run',
      { processType: 'Workflow' },
      '<processType> Workflow is not supported (not modelled by this local org)'
    ],
    [
      'an operator that isn’t run',
      { variables: name, ...sets('name', ref('name'), 'RemovePosition') },
      '<operator> RemovePosition is not supported (not modelled by this local org)'
    ],
    [
      'metrics in Data Cloud',
      { areMetricsLoggedToDataCloud: 'true' },
      '<areMetricsLoggedToDataCloud> is not supported (not modelled by this local org)'
    ],
    [
      'an invalid date',
      { variables: variable('day'), ...sets('day', { dateValue: 'soon' }) },
      "Error parsing file: 'soon' is not a valid value for the type xsd:date"
    ],
    [
      'a start that leads nowhere',
      { start: {} },
      cannotSave("The flow can't run because nothing is connected to the Start element.")
    ],
    [
      'a connector that leads nowhere',
      { start: { connector: to('Nowhere') } },
      cannotSave('A connector of Start leads to "Nowhere", which doesn\'t exist.')
    ],
    [
      'a fault connector that leads nowhere',
      looksUp({ faultConnector: to('Nowhere') }),
      cannotSave('A connector of Get_Contact leads to "Nowhere", which doesn\'t exist.')
    ],
    [
      'a name that is there twice, whatever its case',
      { variables: [name, variable('Name')] },
      cannotSave('The API name "Name" is used more than once.')
    ],
    ['an invalid name', { variables: variable('1st__name') }, cannotSave('"1st__name" isn\'t a valid API name.')],
    [
      'an object that isn’t there',
      looksUp({ object: 'Fruit__c' }),
      cannotSave('The object "Fruit__c" doesn\'t exist.')
    ],
    [
      'a filter on a field that isn’t there',
      looksUp({ filters: filter('Shoe__c', 'EqualTo', text('x')) }),
      cannotSave('The field "Shoe__c" for the object "Contact" doesn\'t exist.')
    ],
    [
      'a path where a field belongs',
      looksUp({ queriedFields: 'Account.Name' }),
      cannotSave('The field "Account.Name" for the object "Contact" doesn\'t exist.')
    ],
    [
      'a record variable of an object that isn’t there',
      { variables: variable('fruit', 'SObject', { objectType: 'Fruit__c' }) },
      cannotSave('The object "Fruit__c" doesn\'t exist.')
    ],
    ['a value of nothing', { variables: name, ...sets('name', ref('nme')) }, noReference('nme')],
    [
      'a text with a merge field of nothing',
      { textTemplates: { name: 'text', text: 'Hi {!nme}' } },
      noReference('nme')
    ],
    [
      'a field that the record in a variable lacks',
      {
        variables: [name, variable('contact', 'SObject', { objectType: 'Contact' })],
        ...sets('name', ref('contact.Account.Shoe__c'))
      },
      noReference('contact.Account.Shoe__c')
    ],
    [
      'a trigger record in a flow without a trigger',
      { variables: name, ...sets('name', ref('$Record.Name')) },
      noReference('$Record.Name')
    ],
    ['a label that isn’t there', { variables: name, ...sets('name', ref('$Label.Hi')) }, noReference('$Label.Hi')],
    [
      'the settings of a hierarchy',
      { variables: name, ...sets('name', ref('$Setup.A__c.B__c')) },
      noReference('$Setup.A__c.B__c')
    ],
    [
      'a value that a formula takes',
      { variables: name, ...formula('"a"'), ...sets('text', ref('name')) },
      cannotSave('"text" isn\'t a variable.')
    ],
    [
      'a condition on nothing',
      { decisions: decision('Ask', { leftValueReference: 'nme', operator: 'IsNull' }) },
      cannotSave("A condition has a reference to nme, which doesn't exist.")
    ],
    [
      'a loop over one value',
      { variables: name, loops: element('Each', { collectionReference: 'name' }) },
      cannotSave('"name" isn\'t a collection.')
    ],
    [
      'a create of no record',
      { variables: name, recordCreates: element('Add', { inputReference: 'name' }) },
      cannotSave('"name" isn\'t a record.')
    ],
    ['a formula that cannot be read', formula('LEFT("a", 1'), badFormula("Syntax error.  Missing ')'")],
    [
      'a formula with more than 3,900 characters',
      formula(`"${'a'.repeat(3899)}"`),
      badFormula('Formula is too long (3,901 characters). Maximum length is 3,900 characters.')
    ],
    [
      'a formula with a function that there isn’t',
      formula('FOO()'),
      badFormula('Unknown function FOO. Check spelling.')
    ],
    [
      'a formula that gives another type',
      formula('1 + 1'),
      badFormula('Formula result is data type (Number), incompatible with expected data type (Text).')
    ],
    [
      'a formula with a collection',
      { ...looksUp({ storeOutputAutomatically: true }), ...formula('ISBLANK({!Get_Contact})', 'Boolean') },
      badFormula('It contains an invalid flow element Get_Contact.')
    ],
    [
      'a formula about changes without a saved record',
      formula('ISNEW()', 'Boolean'),
      badFormula('Function ISNEW may not be used in this type of formula')
    ],
    [
      'an entry formula about changes in a flow for new records',
      starts({ filterFormula: 'ISCHANGED({!$Record.LastName})', recordTriggerType: 'Create' }),
      badFormula('Function ISCHANGED may not be used in this type of formula')
    ],
    [
      'an entry formula that is not a condition',
      starts({ filterFormula: '{!$Record.LastName}' }),
      badFormula('Formula result is data type (Text), incompatible with expected data type (Boolean).')
    ],
    [
      'a screen in an autolaunched flow',
      shows(note),
      cannotSave("The screen Ask_Them can't be in a flow of the type AutoLaunchedFlow.")
    ],
    [
      'a choice field whose choice is a variable',
      {
        processType: 'Flow',
        variables: name,
        ...shows({
          name: 'Pick',
          choiceReferences: 'name',
          dataType: 'String',
          fieldText: '?',
          fieldType: 'RadioButtons'
        })
      },
      cannotSave('"name" isn\'t a choice.')
    ],
    [
      'a component that isn’t there',
      component('c:nope'),
      'Picker (Screen Component) - We can\'t find an extension called "c:nope".'
    ],
    [
      'a component of the platform',
      component('flowruntime:email'),
      'The component flowruntime:email is not supported (not modelled by this local org)'
    ],
    [
      'a subflow that isn’t there',
      { subflows: element('Call', { flowName: 'Nope' }) },
      'In field: flowName - no Flow named Nope found'
    ]
  ])('has %s', async (_case, parts, problem) => {
    expect(await flowProblems(caller, parts)).toEqual([problem]);
  });

  it('gets line and column of the problem', async () => {
    const end = await deploy(caller, {
      'package.xml': manifest({ Flow: ['Flow'] }),
      'flows/Flow.flow': flowFile('Flow', { ...begins, waits: element('Wait', { defaultConnectorLabel: 'Go' }) })
    });
    expect(failuresOf(end)).toEqual([
      'Flow Flow (flows/Flow.flow:14:8): <waits> is not supported (not modelled by this local org)'
    ]);
  });
});
