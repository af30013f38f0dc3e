import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata } from '../../../testing/deploy.ts';
import { retrieveFiles } from '../../../testing/retrieve.ts';

/** Source: forcedotcom/cli#2869 and #631 [F-102]. */
describe.each([
  ['Kunden & Partner', 'Kunden %26 Partner'],
  ['Partner (DE)', 'Partner %28DE%29'],
  ['Bobs Portal v2.0', 'Bobs Portal v2%2E0'],
  ['B2B/B2C', 'B2B%2FB2C'],
  ['Zoë’s \\ "Help": 100% *, <a>;', 'Zoë%E2%80%99s %5C %22Help%22%3A 100%25 %2A%2C %3Ca%3E%3B'],
  ["It's ok!~", 'It%27s ok%21%7E'],
  ['^ ° § $ = ? ´ ` + @ # [ ] { } |', '%5E %C2%B0 %C2%A7 %24 %3D %3F %C2%B4 %60 %2B %40 %23 %5B %5D %7B %7D %7C'],
  ['製 ß_-1', '製 ß_-1'],
  ['🎉', '%F0%9F%8E%89'],
  ['%26', '%2526']
])('a site that is called %s', (name, fullName) => {
  const named = () => {
    const caller = callerOf();
    const site = caller.named('Network', 'Acme Help');
    caller.localOrg.org.amend(site.Id, { Name: name });
    return caller;
  };

  it('is retrieved and deployed by its metadata name', async () => {
    const caller = named();
    const files = retrieveFiles(caller, 'Network', fullName);
    const path = `networks/${fullName}.network`;
    expect(Object.keys(files)).toEqual([path]);
    const changed = (files[path] ?? '').replace(/<sendWelcomeEmail>\w+</u, '<sendWelcomeEmail>false<');
    const end = await deploy(caller, { 'package.xml': manifest({ Network: [fullName] }), [path]: changed });
    expect(failuresOf(end)).toEqual([]);
    expect(end.details.componentSuccesses).toMatchObject([{ fullName }]);
    expect(caller.named('Network', name)['OptionsSendWelcomeEmail']).toBe(false);
  });

  it('is not found by another name', () => {
    const files = retrieveFiles(named(), 'Network', name);
    expect(Object.keys(files)).toEqual(name === fullName ? [`networks/${fullName}.network`] : []);
  });
});

it('A profile is deployed, listed and named as a member by its metadata name.', async () => {
  const caller = callerOf();
  const fullName = 'Kunden %26 Partner %28DE%29';
  const profile = metadata('Profile', '<userLicense>Customer Community</userLicense>');
  const files = { 'package.xml': manifest({ Profile: [fullName] }), [`profiles/${fullName}.profile`]: profile };
  expect(failuresOf(await deploy(caller, files))).toEqual([]);
  expect(caller.named('Profile', 'Kunden & Partner (DE)')['UserType']).toBe('CspLitePortal');

  const network = Object.values(retrieveFiles(caller, 'Network', 'Acme Help'))[0] ?? '';
  const site = {
    'package.xml': manifest({ Network: ['Acme Help'] }),
    'networks/Acme Help.network': network.replace(
      '<networkMemberGroups>',
      `<networkMemberGroups><profile>${fullName}</profile>`
    )
  };
  expect(failuresOf(await deploy(caller, site))).toEqual([]);
  expect(Object.values(retrieveFiles(caller, 'Network', 'Acme Help'))[0]).toContain(`<profile>${fullName}</profile>`);
  expect(Object.keys(retrieveFiles(caller, 'Profile', fullName))).toEqual([`profiles/${fullName}.profile`]);
});

it('A file whose name has a % that begins no code is deployed under that name.', async () => {
  const caller = callerOf();
  const profile = metadata('Profile', '<userLicense>Customer Community</userLicense>');
  const files = { 'package.xml': manifest({ Profile: ['100%'] }), 'profiles/100%.profile': profile };
  expect(failuresOf(await deploy(caller, files))).toEqual([]);
  expect(caller.named('Profile', '100%').Id).toMatch(/^00e/u);
});
