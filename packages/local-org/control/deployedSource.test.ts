import { callerOf, type Caller } from '../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata } from '../testing/deploy.ts';

const BUNDLE_META = metadata(
  'LightningComponentBundle',
  `<apiVersion>68.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__RecordAction</target></targets>`
);

const action = (subtype: string, label: string): string =>
  metadata(
    'QuickAction',
    `<actionSubtype>${subtype}</actionSubtype><label>${label}</label><lightningWebComponent>card</lightningWebComponent>
<optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>`
  );

const label = (name: string, value: string): string =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected>
<shortDescription>${name}</shortDescription><value>${value}</value></labels>`;

const quickActionTranslation = (name: string, text: string): string =>
  `<quickActions><label>${text}</label><name>${name}</name></quickActions>`;

describe('deployed source for pages', () => {
  let caller: Caller;

  beforeAll(async () => {
    caller = callerOf('bare');
    const end = await deploy(caller, {
      'package.xml': manifest({
        CustomLabels: ['CustomLabels'],
        CustomObjectTranslation: ['Contact-de'],
        LightningComponentBundle: ['card'],
        QuickAction: ['Contact.Greet', 'Contact.Count'],
        Translations: ['de']
      }),
      'labels/CustomLabels.labels': metadata('CustomLabels', label('Hello', 'Hello') + label('Bye', 'Bye')),
      'lwc/card/card.js': `import { LightningElement } from 'lwc';\nexport default class Card extends LightningElement {}\n`,
      'lwc/card/card.html': '<template></template>',
      'lwc/card/card.js-meta.xml': BUNDLE_META,
      'quickActions/Contact.Greet.quickAction': action('ScreenAction', 'Greet'),
      'quickActions/Contact.Count.quickAction': action('Action', 'Count'),
      'translations/de.translation': metadata(
        'Translations',
        `<customLabels><label>Hallo</label><name>Hello</name></customLabels>
<customLabels><label><!-- Bye --></label><name>Bye</name></customLabels>`
      ),
      'objectTranslations/Contact-de.objectTranslation': metadata(
        'CustomObjectTranslation',
        quickActionTranslation('Greet', 'Grüßen')
      )
    });
    expect(failuresOf(end)).toEqual([]);
  });

  it('has the code of each bundle as an AMD module, and its configuration file unchanged', () => {
    const card = caller.localOrg.deployedBundles().get('card');
    expect(card?.code).toMatch(/^define\("c\/card",\["lwc"\],function\(/u);
    expect(card?.configuration).toBe(BUNDLE_META);
  });

  it.each([
    ['en_US', ['Hello', 'Bye'], ['Greet', 'Count']],
    ['de', ['Hallo', 'Bye'], ['Grüßen', 'Count']]
  ])('is translated to %s where a translation exists', (language, labels, actions) => {
    expect([...caller.localOrg.deployedLabels(language).values()]).toEqual(labels);
    expect(caller.localOrg.deployedQuickActions(language).map((deployed) => deployed.label)).toEqual(actions);
    expect(caller.localOrg.deployedLanguages()).toEqual(['de']);
  });

  it('has object, component and subtype of each quick action', () => {
    expect(caller.localOrg.deployedQuickActions('en_US')).toMatchObject([
      { object: 'Contact', name: 'Greet', component: 'card', actionSubtype: 'ScreenAction' },
      { object: 'Contact', name: 'Count', component: 'card', actionSubtype: 'Action' }
    ]);
  });

  it('is empty in an org that was started again', () => {
    const other = callerOf('bare').localOrg;
    expect([other.deployedBundles().size, other.deployedLanguages(), other.deployedQuickActions('de')]).toEqual([
      0,
      [],
      []
    ]);
  });
});
