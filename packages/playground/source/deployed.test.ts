import type { LocalOrg } from 'sfdx-local-org';
import type { LayerFile } from '../build/layer.ts';
import { deployedSource } from './deployed.ts';

const CODE = 'define("c/card",["lwc"],function(e){return e});';
const META = `<LightningComponentBundle><isExposed>true</isExposed>
<targets><target>lightning__RecordPage</target></targets></LightningComponentBundle>`;

/** The source of a local org to which these parts were deployed. `served` records the files for pages. */
function sourceOf(deployed: Partial<LocalOrg>): {
  readonly source: ReturnType<typeof deployedSource>;
  readonly served: LayerFile[];
} {
  const served: LayerFile[] = [];
  const serve = (file: LayerFile): string => {
    served.push(file);
    return `/${file.fileName.replace(/-\w+\.js$/u, '')}`;
  };
  const localOrg = {
    deployedBundles: () => new Map(),
    deployedLabels: () => new Map(),
    deployedLanguages: () => [],
    deployedListButtons: () => [],
    deployedQuickActions: () => [],
    ...deployed
  };
  return { source: deployedSource(localOrg, { serve }), served };
}

describe('the deployed components of a page', () => {
  it('are the unchanged compiled code, with labels in the page’s language', async () => {
    const { source, served } = sourceOf({
      deployedBundles: () => new Map([['card', { code: CODE, configuration: META }]]),
      deployedLabels: (language) => new Map([['Next', `Next in ${language}`]])
    });
    expect(await source.modules('de')).toEqual({
      imports: { 'c/card': '/c.card', '@salesforce/label/c.Next': '/labels.de' },
      labels: '/labels.de'
    });
    expect(served.map(({ code }) => code)).toEqual([
      'define("@salesforce/label/c.Next",[],()=>("Next in de"));\n',
      CODE
    ]);
  });

  it('come with the actions that open a component, and no others', () => {
    const action = { object: 'Contact', label: 'Greet', actionSubtype: 'ScreenAction' } as const;
    const { source } = sourceOf({
      deployedQuickActions: () => [
        { ...action, name: 'Greet', component: 'card' },
        { ...action, name: 'Log', component: '' }
      ]
    });
    expect(source.quickActions('en_US')).toEqual([
      {
        apiName: 'Contact.Greet',
        objectApiName: 'Contact',
        label: 'Greet',
        lightningWebComponent: 'card',
        subtype: 'ScreenAction'
      }
    ]);
  });

  it('come with the buttons above lists', () => {
    const button = { label: 'Send', url: '/flow/Send', openType: 'replace', requireRowSelection: true };
    const { source } = sourceOf({
      deployedListButtons: () => [{ object: 'Contact', name: 'Send', ...button }]
    });
    expect(source.listButtons('en_US')).toEqual([{ apiName: 'Contact.Send', objectApiName: 'Contact', ...button }]);
  });

  it('are on record pages when they are exposed to them', () => {
    const { source } = sourceOf({
      deployedBundles: () =>
        new Map([
          ['card', { code: CODE, configuration: META }],
          ['rules', { code: CODE, configuration: META.replace('true', 'false') }]
        ])
    });
    expect(source.recordPageComponents()).toEqual([{ bundle: 'card', objects: [], properties: {} }]);
  });

  it('are empty in an org without a deploy', async () => {
    const { source } = sourceOf({});
    expect([source.languages(), source.quickActions('de'), source.recordPageComponents()]).toEqual([[], [], []]);
    expect(await source.modules('de')).toMatchObject({ imports: {} });
  });
});
