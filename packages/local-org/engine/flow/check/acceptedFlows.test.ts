import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';
import { afterSave, begins, decision, element, getFirst, variable } from '../../../testing/flowElements.ts';
import { flowFile } from '../../../testing/flowFile.ts';
import { cannotSave, flowProblems } from '../../../testing/flowProblems.ts';
import { assigns, condition, filter, ref, text, to } from '../../../testing/flowValues.ts';
import type { XmlParts } from '../../../testing/xmlParts.ts';

const caller = callerOf();

/** A bundle that is exposed to a target, with properties for screens. */
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

/** A screen with that component. */
const pickerWith = (parts: XmlParts = {}): XmlParts => ({
  processType: 'Flow',
  screens: element('Ask_Them', {
    fields: {
      name: 'Picker',
      extensionName: 'c:picker',
      fieldType: 'ComponentInstance',
      ...parts,
      storeOutputAutomatically: true
    }
  })
});

describe('a flow that an org accepts', () => {
  const ids = variable('ids', 'String', { isCollection: true });
  const sets = (input: string): XmlParts => ({ inputParameters: { name: input, value: ref('ids') } });
  const other = flowFile('Other', {
    ...begins,
    variables: [variable('name', 'String', { isInput: true }), variable('size', 'Number', { scale: 0, isOutput: true })]
  });

  it('may say that its metrics stay out of Data Cloud', async () => {
    expect(await flowProblems(caller, { areMetricsLoggedToDataCloud: 'false', ...begins })).toEqual([]);
  });

  it('may use the attributes of a component, and its output as a value', async () => {
    const formulas = { name: 'text', dataType: 'String', expression: '{!Picker.value}' };
    const parts = { ...pickerWith(sets('ids')), variables: ids, formulas };
    const members = { LightningComponentBundle: ['picker'] };
    expect(await flowProblems(caller, parts, picker('lightning__FlowScreen'), members)).toEqual([]);
    expect(await flowProblems(caller, parts, picker('lightning__AppPage'), members)).toContain(
      'Picker (Screen Component) - We can\'t find an extension called "c:picker".'
    );
  });

  it.each([
    ['an input that the component lacks', sets('id'), 'input attribute: "id"'],
    ['an input that is an output', sets('value'), 'input attribute: "value"'],
    [
      'an output that the component lacks',
      { outputParameters: { assignToReference: 'name', name: 'val' } },
      'output attribute: "val"'
    ]
  ])('may not have a component with %s', async (_case, parameters, attribute) => {
    const parts = { ...pickerWith(parameters), variables: [ids, variable('name')] };
    expect(
      await flowProblems(caller, parts, picker('lightning__FlowScreen'), { LightningComponentBundle: ['picker'] })
    ).toEqual([`Picker (Screen Component) - We can't find this ${attribute}.`]);
  });

  it.each<[string, XmlParts, string[]]>([
    ['may call a flow of the same deploy', { inputAssignments: { name: 'name', value: text('x') } }, []],
    [
      'may not call a flow with an input that it lacks',
      { inputAssignments: { name: 'size', value: { numberValue: 1 } } },
      [cannotSave('The flow Other has no input variable "size".')]
    ],
    [
      'may not call a flow for an output that it lacks',
      { outputAssignments: { assignToReference: 'text', name: 'name' } },
      [cannotSave('The flow Other has no output variable "name".')]
    ]
  ])('%s', async (_case, assignments, problems) => {
    const subflows = element('Call', { flowName: 'Other', ...assignments });
    const parts = { subflows, variables: variable('text') };
    expect(await flowProblems(caller, parts, { 'flows/Other.flow': other }, { Flow: ['Flow', 'Other'] })).toEqual(
      problems
    );
  });

  it('may have conditions on saves, lookups and their results, and follow relationships', async () => {
    const parts: XmlParts = {
      start: afterSave({
        connector: to('Set'),
        filterFormula: 'OR(ISNEW(), ISCHANGED({!$Record.AccountId})) && {!$Record__Prior.LastName} <> "x"'
      }),
      variables: variable('name'),
      formulas: {
        name: 'text',
        dataType: 'String',
        expression:
          '{!Get_Contact.Account.Owner.Name} & {!$User.Username} & {!$Organization.Name} & {!$Flow.FaultMessage}'
      },
      assignments: element('Set', { assignmentItems: assigns('name', ref('$GlobalConstant.EmptyString')) }),
      recordLookups: getFirst('Get_Contact', 'Contact', [filter('LastName', 'EqualTo', text('x'))], 'Ask'),
      decisions: decision('Ask', condition('Get_Contact', 'IsNull', { booleanValue: true }))
    };
    expect(await flowProblems(caller, parts)).toEqual([]);
  });

  it('prevents its screen components from losing their target', async () => {
    const own = callerOf();
    const members = { Flow: ['Flow'], LightningComponentBundle: ['picker'] };
    const files = {
      'package.xml': manifest(members),
      'flows/Flow.flow': flowFile('Flow', { ...begins, ...pickerWith() })
    };
    await deploy(own, { ...files, ...picker('lightning__FlowScreen') });
    const end = await deploy(own, {
      'package.xml': manifest({ LightningComponentBundle: ['picker'] }),
      ...picker('lightning__AppPage')
    });
    expect(failuresOf(end)).toEqual([
      "LightningComponentBundle picker (lwc/picker/picker.js-meta.xml): This component doesn't support any target for flows, but it's referenced in these flow versions: 'Flow-1'. Add any of these targets to the component: 'lightning__FlowScreen'."
    ]);
  });
});
