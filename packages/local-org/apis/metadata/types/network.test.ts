import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';
import { retrieve } from '../../../testing/retrieve.ts';

const MEMBERS =
  '<networkMemberGroups><profile>Acme Customer</profile><profile>Acme Sales</profile></networkMemberGroups>';
const ON = '<selfRegProfile>Acme Customer</selfRegProfile><selfRegistration>true</selfRegistration>';

/** A file of the site Acme Help, with this content besides the required one. */
function acmeHelp(content: string): PackageFiles {
  return {
    'package.xml': manifest({ Network: ['Acme Help'] }),
    'networks/Acme Help.network': metadata(
      'Network',
      `<changePasswordTemplate>a</changePasswordTemplate><emailSenderAddress>help@acme.example</emailSenderAddress>
<emailSenderName>Acme Help</emailSenderName><forgotPasswordTemplate>a</forgotPasswordTemplate>
<site>Acme_Help</site><status>Live</status><tabs><defaultTab>home</defaultTab></tabs><welcomeTemplate>a</welcomeTemplate>
${content}`
    )
  };
}

describe('self-registration in a site’s file', () => {
  it('is saved in the record of the site, and is in the retrieved file', async () => {
    const caller = callerOf();
    const pages =
      '<networkPageOverrides><changePasswordPageOverrideSetting>Standard</changePasswordPageOverrideSetting><forgotPasswordPageOverrideSetting>Designer</forgotPasswordPageOverrideSetting><homePageOverrideSetting>Designer</homePageOverrideSetting><loginPageOverrideSetting>Designer</loginPageOverrideSetting><selfRegProfilePageOverrideSetting>Standard</selfRegProfilePageOverrideSetting></networkPageOverrides>';
    expect(await deploy(caller, acmeHelp(`${ON}${pages}`))).toMatchObject({ status: 'Succeeded' });
    expect(caller.named('Network', 'Acme Help')).toMatchObject({
      OptionsSelfRegistrationEnabled: true,
      SelfRegProfileId: caller.named('Profile', 'Acme Customer').Id
    });
    const file = retrieve(caller, 'Network', 'Acme Help');
    for (const words of [
      '<selfRegProfile>Acme Customer</selfRegProfile>',
      '<selfRegistration>true</selfRegistration>',
      '<selfRegProfilePageOverrideSetting>Standard</selfRegProfilePageOverrideSetting>',
      '<profile>Acme Customer Plus</profile>',
      '<profile>Admin</profile>'
    ]) {
      expect(file).toContain(words);
    }
  });

  it('can be retrieved, turned on, deployed and turned off again', async () => {
    const caller = callerOf();
    const before = retrieve(caller, 'Network', 'Acme Help');
    const again = async (file: string): Promise<string> => {
      const files = { 'package.xml': manifest({ Network: ['Acme Help'] }), 'networks/Acme Help.network': file };
      expect(failuresOf(await deploy(caller, files))).toEqual([]);
      return retrieve(caller, 'Network', 'Acme Help');
    };
    const on = await again(before.replace('<selfRegistration>false</selfRegistration>', ON));
    expect(on).toContain('<selfRegProfile>Acme Customer</selfRegProfile>');
    expect(await again(on)).toBe(on);
    expect(
      await again(on.replace('<selfRegistration>true</selfRegistration>', '<selfRegistration>false</selfRegistration>'))
    ).toContain('<selfRegistration>false</selfRegistration>');
  });

  it('lets visitors register when an account is set too', async () => {
    const caller = callerOf();
    await deploy(caller, acmeHelp(ON));
    await caller.call('POST', '/sobjects/NetworkSelfRegistration', {
      NetworkId: caller.named('Network', 'Acme Help').Id,
      AccountId: caller.named('Account', 'Northwind Ångström AB').Id
    });
    const form = new FormData();
    form.append('lastName', 'Okonkwo');
    form.append('email', 'mina@mail.example');
    expect((await caller.call('POST', '/acmehelp/s/login/SelfRegister', form)).status).toBe(303);
    const soql = "SELECT Account.Name FROM User WHERE Username = 'mina@mail.example'";
    expect((await caller.query(soql)).body).toMatchObject({
      records: [{ Account: { Name: 'Northwind Ångström AB' } }]
    });
  });

  it('has in the retrieved file the changes that other APIs have made since the deploy', async () => {
    const caller = callerOf();
    await deploy(caller, acmeHelp(`${MEMBERS}${ON}`));
    const { Id } = caller.named('Network', 'Acme Help');
    await caller.call('PATCH', `/sobjects/Network/${Id}`, { OptionsSelfRegistrationEnabled: false });
    await caller.call('POST', '/sobjects/NetworkMemberGroup', {
      NetworkId: Id,
      ParentId: caller.named('Profile', 'Acme Customer Plus').Id
    });
    const file = retrieve(caller, 'Network', 'Acme Help');
    expect(file).toContain('<selfRegistration>false</selfRegistration>');
    expect(file).toContain('<profile>Acme Customer Plus</profile>');
  });

  it.each([
    [
      'a profile that the org does not have',
      '<selfRegProfile>Acme Visitor</selfRegProfile>',
      'In field: selfRegProfile - no Profile named Acme Visitor found'
    ],
    [
      'a profile that is not a member',
      '<selfRegProfile>Acme Partner</selfRegProfile>',
      'Error: You can only select profiles that are associated with the experience.'
    ],
    [
      'a profile that the same file removes from the members',
      `<networkMemberGroups><profile>Acme Customer Plus</profile></networkMemberGroups>${ON}`,
      'Error: You can only select profiles that are associated with the experience.'
    ],
    [
      'the profile of an internal license',
      `${MEMBERS}<selfRegProfile>Acme Sales</selfRegProfile>`,
      'Error: You can only select profiles that are associated with an external user license.'
    ],
    [
      'self-registration without a profile',
      '<selfRegistration>true</selfRegistration>',
      'Error: Select a profile for self-registration.'
    ]
  ])('refuses %s', async (_what, content, problem) => {
    const caller = callerOf();
    expect(failuresOf(await deploy(caller, acmeHelp(content)))).toEqual([expect.stringContaining(problem)]);
    expect(caller.named('Network', 'Acme Help')).toMatchObject({ OptionsSelfRegistrationEnabled: false });
  });
});

describe('NetworkSelfRegistration', () => {
  const PATH = '/sobjects/NetworkSelfRegistration';

  it('can be created, read, changed and deleted by an administrator', async () => {
    const caller = callerOf();
    const AccountId = caller.named('Account', 'Northwind Ångström AB').Id;
    const NetworkId = caller.named('Network', 'Acme Help').Id;
    const made = await caller.call('POST', PATH, { NetworkId, AccountId, OptionsIncludePassword: true });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect((await caller.call('GET', `${PATH}/${id}`)).body).toMatchObject({ AccountId, OptionsIncludePassword: true });
    expect((await caller.call('PATCH', `${PATH}/${id}`, { OptionsIncludePassword: false })).status).toBe(204);
    expect(
      (await caller.query("SELECT Account.Name FROM NetworkSelfRegistration WHERE Network.Name = 'Acme Help'")).body
    ).toMatchObject({ records: [{ Account: { Name: 'Northwind Ångström AB' } }] });
    expect((await caller.call('DELETE', `${PATH}/${id}`)).status).toBe(204);
    expect((await caller.call('GET', `${PATH}/${id}`)).status).toBe(404);
  });

  it.each([
    ['a second one for the same site', 'System Administrator', 'Northwind Ångström AB', 'DUPLICATE_VALUE'],
    ['an account that does not exist', 'System Administrator', '001000000000000AAA', 'INVALID_CROSS_REFERENCE_KEY'],
    [
      'a person without Create and Set Up Experiences',
      'Sales Ops',
      'Northwind Ångström AB',
      'INSUFFICIENT_ACCESS_OR_READONLY'
    ]
  ])('refuses %s', async (_what, person, account, errorCode) => {
    const caller = callerOf('self-registration');
    const fields = {
      NetworkId: caller.named('Network', errorCode === 'DUPLICATE_VALUE' ? 'Acme Help' : 'Acme Beta').Id,
      AccountId: account.startsWith('001') ? account : caller.named('Account', account).Id
    };
    const answer = await caller.as(person).call('POST', PATH, fields);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });

  it('can be created by Collections and Composite, but not by UI API', async () => {
    const caller = callerOf();
    const records = ['Acme Help', 'Acme Partners'].map((site) => ({
      attributes: { type: 'NetworkSelfRegistration' },
      NetworkId: caller.named('Network', site).Id,
      AccountId: caller.named('Account', 'Northwind Ångström AB').Id
    }));
    const collection = { allOrNone: true, records: records.slice(0, 1) };
    expect((await caller.call('POST', '/composite/sobjects', collection)).body).toMatchObject([{ success: true }]);
    const { NetworkId, AccountId } = records[1] ?? {};
    const compositeRequest = [
      { method: 'POST', url: `/services/data/v68.0${PATH}`, referenceId: 'made', body: { NetworkId, AccountId } }
    ];
    expect((await caller.call('POST', '/composite', { compositeRequest })).body).toMatchObject({
      compositeResponse: [{ httpStatusCode: 201 }]
    });
    expect((await caller.call('GET', '/ui-api/object-info/NetworkSelfRegistration')).body).toMatchObject([
      { errorCode: 'INVALID_TYPE' }
    ]);
  });
});
