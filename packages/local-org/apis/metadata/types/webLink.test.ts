import { callerOf, type Caller } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata } from '../../../testing/deploy.ts';
import { readManifest } from '../package/packageManifest.ts';
import { retrieveComponents } from '../retrieve/retrieveComponents.ts';

const button = (name: string, changes: Readonly<Record<string, string>> = {}): string => {
  const values = {
    fullName: name,
    availability: 'online',
    displayType: 'massActionButton',
    linkType: 'url',
    masterLabel: name,
    openType: 'replace',
    protected: 'false',
    requireRowSelection: 'true',
    url: `/flow/${name}`,
    ...changes
  };
  const tags = Object.entries(values).map(([tag, value]) => (value === '' ? '' : `<${tag}>${value}</${tag}>`));
  return `<webLinks>${tags.join('')}</webLinks>`;
};

const buttonsOf = (...names: readonly string[]): string =>
  `<searchLayouts>${names.map((name) => `<listViewButtons>${name}</listViewButtons>`).join('')}</searchLayouts>`;

const deployContact = (caller: Caller, content: string): ReturnType<typeof deploy> =>
  deploy(caller, {
    'package.xml': manifest({ CustomObject: ['Contact'] }),
    'objects/Contact.object': metadata('CustomObject', content)
  });

describe('a button above a list', () => {
  it('is shown where search layouts name it, in their order and in the page’s language', async () => {
    const caller = callerOf('bare');
    const content = `${buttonsOf('Tag', 'Enable')}${button('Enable')}${button('Hide')}
${button('Tag', { requireRowSelection: '', openType: 'newWindow' })}`;
    expect(failuresOf(await deployContact(caller, content))).toEqual([]);
    const translation = metadata(
      'CustomObjectTranslation',
      '<webLinks><label>Aktivieren</label><name>Enable</name></webLinks>'
    );
    const end = await deploy(caller, {
      'package.xml': manifest({ CustomObjectTranslation: ['Contact-de'] }),
      'objectTranslations/Contact-de.objectTranslation': translation
    });
    expect(failuresOf(end)).toEqual([]);
    expect(caller.localOrg.deployedListButtons('de')).toEqual([
      {
        object: 'Contact',
        name: 'Tag',
        label: 'Tag',
        url: '/flow/Tag',
        openType: 'newWindow',
        requireRowSelection: false
      },
      {
        object: 'Contact',
        name: 'Enable',
        label: 'Aktivieren',
        url: '/flow/Enable',
        openType: 'replace',
        requireRowSelection: true
      }
    ]);
  });

  it('is not shown until search layouts name it', async () => {
    const caller = callerOf('bare');
    await deployContact(caller, button('Enable'));
    expect(caller.localOrg.deployedListButtons('en_US')).toEqual([]);
    await deployContact(caller, buttonsOf('Enable'));
    expect(caller.localOrg.deployedListButtons('en_US')).toMatchObject([{ name: 'Enable' }]);
  });

  it('can be deployed by its own name, and is retrieved in the file of its object', async () => {
    const caller = callerOf('bare');
    const members = manifest({ WebLink: ['Contact.Enable'] });
    const files = { 'package.xml': members, 'objects/Contact.object': metadata('CustomObject', button('Enable')) };
    expect(failuresOf(await deploy(caller, files))).toEqual([]);
    const read = readManifest(members);
    const retrieved = read.ok ? retrieveComponents(caller.localOrg.org, read.manifest) : undefined;
    expect(new TextDecoder().decode(retrieved?.files.get('objects/Contact.object'))).toMatch(
      /<webLinks>\s*<fullName>Enable<\/fullName>[^]*<url>\/flow\/Enable<\/url>\s*<\/webLinks>/u
    );
  });

  it.each([
    [
      'a button that does not exist',
      buttonsOf('Enable'),
      'In field: listViewButtons - no WebLink named Contact.Enable found'
    ],
    [
      'a link of record pages among the buttons of lists',
      buttonsOf('Enable') + button('Enable', { displayType: 'link', requireRowSelection: '' }),
      'In field: listViewButtons - no WebLink named Contact.Enable found'
    ],
    ['a link without an address', button('Enable', { url: '' }), 'Required field is missing: url'],
    [
      'a link that runs JavaScript',
      button('Enable', { linkType: 'javascript' }),
      'WebLink of linkType javascript is not supported (not modelled by this local org)'
    ],
    [
      'a link that requires rows but is not above a list',
      button('Enable', { displayType: 'button' }),
      'requireRowSelection is for a WebLink of displayType massActionButton'
    ],
    [
      'an unknown way to open it',
      button('Enable', { openType: 'popup' }),
      "Error parsing file: 'popup' is not a valid value for the enum 'WebLinkWindowType'"
    ]
  ])('is refused for %s', async (_title, content, problem) => {
    const end = await deployContact(callerOf('bare'), content);
    expect(failuresOf(end).map((failure) => failure.replace(/^.*?\): /u, ''))).toEqual([problem]);
  });
});
