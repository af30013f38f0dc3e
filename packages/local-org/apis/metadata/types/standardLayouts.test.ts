import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest } from '../../../testing/deploy.ts';
import { retrieveFiles } from '../../../testing/retrieve.ts';
import { componentsOf } from '../describe/orgComponents.ts';

const layoutsOf = (org: string): readonly string[] =>
  componentsOf(callerOf(org).localOrg.org, 'Layout').map(({ fullName }) => fullName);

describe('the page layouts of an org', () => {
  it('are there without a deploy, with one for person accounts where these are enabled', () => {
    expect(layoutsOf('bare')).toEqual(['Account-Account Layout', 'Contact-Contact Layout']);
    expect(layoutsOf('person-account')).toContain('PersonAccount-Person Account Layout');
  });

  it.each([
    ['bare', 'Contact-Contact Layout'],
    ['person-account', 'PersonAccount-Person Account Layout']
  ])('in the org %s, %s can be retrieved, changed and deployed, and is then listed once', async (org, fullName) => {
    const caller = callerOf(org);
    const [content = ''] = Object.values(retrieveFiles(caller, 'Layout', fullName)).filter((file) =>
      file.includes('<Layout')
    );
    expect(content.match(/<actionName>\w+/gu)).toEqual(
      ['Edit', 'Delete', 'Clone'].map((name) => `<actionName>${name}`)
    );
    const changed = content.replace('<actionName>Clone<', '<actionName>Share<');
    const end = await deploy(caller, {
      'package.xml': manifest({ Layout: [fullName] }),
      [`layouts/${fullName}.layout`]: changed
    });
    expect(failuresOf(end)).toEqual([]);
    expect(Object.values(retrieveFiles(caller, 'Layout', fullName)).join('')).toContain('<actionName>Share<');
    expect(componentsOf(caller.localOrg.org, 'Layout').filter((one) => one.fullName === fullName)).toHaveLength(1);
  });

  it('of person accounts are refused where these are off', async () => {
    const end = await deploy(callerOf('bare'), {
      'package.xml': manifest({ Layout: ['PersonAccount-Other'] }),
      'layouts/PersonAccount-Other.layout': '<Layout><showEmailCheckbox>false</showEmailCheckbox></Layout>'
    });
    expect(failuresOf(end)[0]).toContain('PersonAccount');
  });
});
