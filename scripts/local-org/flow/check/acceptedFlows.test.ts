import { callerOf } from '../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../testing/deploy.ts';
import { flowFile, node, variable, type FlowParts } from '../../testing/flowFile.ts';
import {
  assignment,
  begin,
  component,
  decision,
  filter,
  formula,
  lookup,
  reference,
  trigger,
  value
} from '../../testing/flowParts.ts';
import { cannotSave, flowProblems } from '../../testing/flowProblems.ts';

const caller = callerOf();

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
    expect(await flowProblems(caller, parts, picker('lightning__FlowScreen'), members)).toEqual([]);
    expect(await flowProblems(caller, parts, picker('lightning__AppPage'), members)).toContain(
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
    expect(
      await flowProblems(caller, parts, picker('lightning__FlowScreen'), { LightningComponentBundle: ['picker'] })
    ).toEqual([`Picker (Screen Component) - We can't find this ${attribute}.`]);
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
    expect(await flowProblems(caller, parts, { 'flows/Other.flow': other }, { Flow: ['Flow', 'Other'] })).toEqual(
      problems
    );
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
    expect(await flowProblems(caller, parts)).toEqual([]);
  });

  it('keeps the components of its screens', async () => {
    const own = callerOf();
    const members = { Flow: ['Flow'], LightningComponentBundle: ['picker'] };
    const content = component('c:picker');
    const files = { 'package.xml': manifest(members), 'flows/Flow.flow': flowFile({ processType: 'Flow', content }) };
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
