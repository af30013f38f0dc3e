import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';
import { retrieve } from '../../../testing/retrieve.ts';

describe('settings', () => {
  const settings = (name: string, content: string): PackageFiles => ({
    'package.xml': manifest({ Settings: [name] }),
    [`settings/${name}.settings`]: `<?xml version="1.0"?><${name}Settings>${content}</${name}Settings>`
  });

  it('enable the features that they name', async () => {
    const caller = callerOf('no-digital-experiences');
    expect(caller.localOrg.org.schema.object('Network')).toBeUndefined();
    const content = '<enableNetworksEnabled>true</enableNetworksEnabled><enableEnablePRM>true</enableEnablePRM>';
    expect(failuresOf(await deploy(caller, settings('Communities', content)))).toEqual([]);
    expect(caller.localOrg.org.schema.object('Network')).toBeDefined();
    expect((await caller.query('SELECT IsPartner FROM Account LIMIT 1')).body).toMatchObject({
      records: [{ IsPartner: false }]
    });
  });

  it('turn Account Role Optimization on', async () => {
    const caller = callerOf('ready');
    const content = '<enableAccountRoleOptimization>true</enableAccountRoleOptimization>';
    expect(failuresOf(await deploy(caller, settings('Sharing', content)))).toEqual([]);
    expect(caller.localOrg.org.metadata.settings.accountRoleOptimization).toBe(true);
  });

  it('are retrieved as the org has them, with what else was deployed', async () => {
    const caller = callerOf('ready');
    const flow = retrieve(caller, 'Settings', 'Flow');
    expect(flow).toMatch(/<FlowSettings /u);
    expect(flow).toMatch(/<enableLightningRuntimeEnabled>true</u);
    const off = '<enableLightningRuntimeEnabled>false</enableLightningRuntimeEnabled>';
    const other = '<enableFlowInterviewSharingEnabled>true</enableFlowInterviewSharingEnabled>';
    expect(failuresOf(await deploy(caller, settings('Flow', off + other)))).toEqual([]);
    const deployed = retrieve(caller, 'Settings', 'Flow');
    expect(deployed).toMatch(/<enableLightningRuntimeEnabled>false</u);
    expect(deployed).toMatch(/<enableFlowInterviewSharingEnabled>true</u);
    expect(deployed).toMatch(/<enableFlowDeployAsActiveEnabled>true</u);
  });

  it.each([
    ['Fruit', '', 'Invalid settings type: FruitSettings'],
    [
      'Communities',
      '<enableFruit>true</enableFruit>',
      'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}enableFruit invalid at this location in type CommunitiesSettings'
    ],
    [
      'Communities',
      '<enableNetworksEnabled>false</enableNetworksEnabled>',
      'Digital Experiences can’t be turned off once it is on'
    ]
  ])('of the file %s with %s are refused', async (name, content, problem) => {
    const end = await deploy(callerOf('ready'), settings(name, content));
    expect(end.details.componentFailures.map((failure) => failure.problem)).toEqual([problem]);
  });
});

describe('translations', () => {
  it('need Translation Workbench', async () => {
    const caller = callerOf('bare');
    const off = '<enableTranslationWorkbench>false</enableTranslationWorkbench>';
    await deploy(caller, {
      'package.xml': manifest({ Settings: ['Language'] }),
      'settings/Language.settings': metadata('LanguageSettings', off)
    });
    const end = await deploy(caller, {
      'package.xml': manifest({ Translations: ['de'] }),
      'translations/de.translation': metadata('Translations', '')
    });
    expect(failuresOf(end)).toEqual([
      'Translations de (translations/de.translation): Not available for deploy for this organization'
    ]);
  });
});
