import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, type PackageFiles } from '../../../testing/deploy.ts';
import { action, bundleMeta, card, EXPOSED } from '../../../testing/greeting.ts';

/** The configuration of a bundle for flow screens with one property. */
const flowScreen = (attributes: string): string =>
  `<isExposed>true</isExposed><targets><target>lightning__FlowScreen</target></targets><targetConfigs><targetConfig targets="lightning__FlowScreen"><property name="a" ${attributes}/></targetConfig></targetConfigs>`;

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
      'a missing file',
      card("import './other';"),
      'card.js): LWC1011: Failed to resolve import "./other" from "card.js". Please add "other" file to the component folder.'
    ],
    [
      'a missing label',
      card("import hello from '@salesforce/label/c.Greeting';"),
      'card.js:2:38): Invalid reference c.Greeting of type label in file card.js'
    ],
    [
      'a missing field',
      card("import shoe from '@salesforce/schema/Contact.Shoe__c';"),
      'card.js:2:38): Invalid reference Contact.Shoe__c of type sobjectField in file card.js'
    ],
    [
      'a missing component',
      card('', '<template>\n<c-user-badge></c-user-badge></template>'),
      'card.html:2:2): No MODULE named markup://c:userBadge found : [markup://c:card]'
    ],
    [
      'a module that Salesforce does not have',
      card("import 'lightning/fruit';"),
      'card.js:2:9): No MODULE named markup://lightning:fruit found : [markup://c:card]'
    ],
    [
      'an Apex class',
      card("import rows from '@salesforce/apex/Fruit.rows';"),
      "card.js:2:36): Unable to find Apex action method referenced as 'Fruit.rows'. (not modelled by this local org)"
    ],
    [
      'a permission that does not exist',
      card("import may from '@salesforce/userPermission/EatFruit';"),
      'card.js:2:45): Invalid reference EatFruit of type userPermission in file card.js'
    ],
    [
      'an API version that does not exist yet',
      card('', '<template></template>', bundleMeta('').replace('68.0', '99.0')),
      'card.js-meta.xml:2:75): Invalid apiVersion 99.0'
    ],
    [
      'an API version that is not modelled',
      card('', '<template></template>', bundleMeta('').replace('68.0', '49.0')),
      'card.js-meta.xml:2:75): Invalid apiVersion 49.0 (not modelled by this local org)'
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
    ],
    [
      'a property of a type that flow screens do not have',
      card('', '<template></template>', bundleMeta(flowScreen('type="Object"'))),
      "card.js-meta.xml:3:209): 'Object' is not a valid type of a property for flow screens"
    ],
    [
      'a property of an unknown role',
      card('', '<template></template>', bundleMeta(flowScreen('type="String[]" role="input"'))),
      "card.js-meta.xml:3:224): 'input' is not a valid role of a property"
    ]
  ])('fails with %s', async (_case, files, failure) => {
    expect(await deployCard(files)).toEqual([`LightningComponentBundle card (lwc/card/${failure}`]);
  });

  it.each([
    ['a target of Experience Builder', '', '<targets><target>lightning__PropertyEditor</target></targets>'],
    ['the logger', "import { log } from 'lightning/logger';\nlog({ type: 'click' });", '']
  ])('may have %s', async (_title, js, content) => {
    expect(await deployCard(card(js, '<template></template>', bundleMeta(content)))).toEqual([]);
  });

  it('may add event handlers by lwc:on', async () => {
    const html = '<template><button lwc:on={handlers}>Go</button></template>';
    expect(await deployCard(card('const handlers = {};', html))).toEqual([]);
  });

  it('fails without its configuration file', async () => {
    const { 'lwc/card/card.js-meta.xml': _left, ...files } = card('');
    expect(await deployCard(files)).toEqual([
      'LightningComponentBundle card (lwc/card/card.js-meta.xml): Cannot find Lightning Component Bundle card.'
    ]);
  });

  it('can refer to another bundle of the same deploy, even in a circle', async () => {
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
