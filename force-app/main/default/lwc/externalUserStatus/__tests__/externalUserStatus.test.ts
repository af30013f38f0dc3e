import { createElement } from 'lwc';
import Status from 'c/externalUserStatus';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { known, unknown, type ExistingUser, type OrgFacts, type Site } from 'c/externalUserRules';
import { userObjectInfo } from '../../../../../test/jest/answers.ts';
import {
  customerProfile,
  inactiveUser,
  liveSite,
  loginLicense,
  readyContact,
  readyOrg,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';
import { testWire } from '../../../../../test/jest/wires.ts';

const user: ExistingUser = { ...inactiveUser, username: 'amelie.dubois@northwind.example', isActive: true };
const newcomer: ExistingUser = { ...user, lastLogin: null };
const siteWithoutEmail: Site = { ...liveSite, sendsWelcomeEmail: known(false) };
const siteHidingEmail: Site = { ...liveSite, sendsWelcomeEmail: unknown('noAccess') };
const ownSite: Site = { ...liveSite, selfRegistrationProfileId: customerProfile.id };
const ownSilentSite: Site = { ...ownSite, sendsWelcomeEmail: known(false) };
const ownSiteNotLive: Site = { ...siteUnderConstruction, selfRegistrationProfileId: customerProfile.id };
const rootSite: Site = { ...ownSite, urlPathPrefix: null };
const otherSite: Site = { ...liveSite, id: '0DB000010000009GAA', name: 'Acme Partners', urlPathPrefix: 'acmepartners' };

const shown = { user, org: readyOrg, contact: readyContact };

const readBySettings = (loginUrl: string | null, sendsWelcomeEmail: boolean) => {
  const siteReading = { loginUrl, sendsWelcomeEmail, readOn: '2026-11-30' };
  const profiles = known([{ ...customerProfile, siteName: 'Acme Help', siteReading }]);
  return { org: { ...readyOrg, sites: unknown('noAccess'), profiles } };
};
const withSites = (...sites: readonly Site[]) => ({ org: { ...readyOrg, sites: known(sites) } });
const withLicense = (license: (typeof customerProfile)['license']) => ({
  org: { ...readyOrg, profiles: known([{ ...customerProfile, license }]) }
});
const withRights = (changes: Partial<OrgFacts['runningUser']>) => ({
  org: { ...readyOrg, runningUser: { ...readyOrg.runningUser, ...changes } }
});
const withoutPermission = withRights({ managesExternalUsers: false });

async function show(changes: object = {}, editsAccounts = true) {
  const element = createElement('c-external-user-status', { is: Status });
  Object.assign(element, shown, changes);
  document.body.appendChild(element);
  testWire(getObjectInfo).emit({ ...userObjectInfo, apiName: 'Account', updateable: editsAccounts });
  await settled();
  const screen = screenOf(element);
  const links = () => screen.find('a').map((link) => [link.textContent.trim(), link.getAttribute('href')]);
  return { element, screen, links };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the headline of an external user', () => {
  const loginUrl = 'https://acme.my.site.com/acmehelp/login';
  it.each([
    ['the site of the profile', withSites(ownSite, otherSite), 'Amélie Dubois can log in to Acme Help'],
    [
      'the site right after the creation',
      { ...withSites(ownSite), isNew: true },
      'Amélie Dubois can now log in to Acme Help'
    ],
    ['a site that is not live', withSites(ownSiteNotLive), 'Amélie Dubois can log in once Acme Beta is live'],
    ['that no site is live', withSites(siteUnderConstruction), 'No site is live. Ask an admin to activate one.'],
    ['that membership can’t be seen', {}, 'We can’t see which sites Acme Customer may use.'],
    ['the site that an administrator read', readBySettings(loginUrl, true), 'Amélie Dubois can log in to Acme Help'],
    ['the day of that reading', readBySettings(loginUrl, true), 'As of '],
    ['that the read site isn’t live', readBySettings(null, true), 'Amélie Dubois can log in once Acme Help is live'],
    ['an inactive user', { user: inactiveUser }, 'Amélie Dubois can’t log in The user is inactive.'],
    ['a user without a known site, right after the creation', { isNew: true }, 'Amélie Dubois now has a user']
  ])('says %s', async (_what, changes, words) => {
    const { element, screen } = await show(changes);
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it('warns of a standard profile, whose users an org may refuse at log-in', async () => {
    const name = 'Customer Community User';
    const profiles = known([{ ...customerProfile, name, isStandard: true }]);
    const { screen } = await show({ org: { ...readyOrg, profiles, sites: known([ownSite]) } });
    expect(screen.text()).toContain('Customer Community User is a standard profile.');
    expect(screen.text()).toContain('Amélie Dubois has an active user');
    expect(screen.text()).not.toContain('can log in');
  });

  it('takes the focus when it is told to', async () => {
    const { element, screen } = await show(withSites(ownSite));
    element.focus();
    expect(screen.focused()?.textContent).toBe('Amélie Dubois can log in to Acme Help');
  });
});

describe('the rows of an external user', () => {
  it.each([
    [
      'a profile that can’t be read',
      { user: { ...user, profileName: null, profileId: null } },
      'Profile Not visible to you'
    ],
    ['a user who never logged in', { user: newcomer }, 'Last log-in Never logged in'],
    ['the seats of the license', {}, 'Acme Customer · Customer Community · 17 of 20 seats free'],
    ['a license that counts log-ins', withLicense(known(loginLicense)), 'Login · log-ins count per month'],
    ['a pending license', withLicense(unknown('pending')), 'Acme Customer · …']
  ])('show %s', async (_what, changes, words) => {
    const { element, screen } = await show(changes);
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it('have the last log-in of a user who isn’t new', async () => {
    const { screen } = await show();
    expect(screen.find('lightning-formatted-date-time')).toMatchObject([{ value: user.lastLogin }]);
    expect((await show({ isNew: true })).screen.text()).not.toContain('Last log-in');
  });
});

describe('the welcome email', () => {
  it.each([
    [
      'goes out',
      withSites(ownSite),
      'Acme Help is set to send a welcome email to amelie@old.example, with a link to set'
    ],
    [
      'goes out by the settings',
      readBySettings('https://acme.my.site.com/login', true),
      'Acme Help is set to send a welcome email'
    ],
    ['goes out later', withSites(ownSiteNotLive), 'Once live, Acme Beta sends a welcome email to amelie@old.example.'],
    ['depends on membership', {}, 'If the profile may use Acme Help, a welcome email goes to amelie@old.example.'],
    ['is off', withSites(ownSilentSite), 'No welcome email goes out.'],
    ['is off at every site', withSites(siteWithoutEmail), 'No welcome email goes out.'],
    ['can’t be seen', withSites(siteHidingEmail), 'We can’t see whether a welcome email goes out.']
  ])('of a new user is explained: it %s', async (_what, changes, words) => {
    const { element, screen } = await show({ ...changes, user: newcomer, isNew: true });
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['was sent', withSites(ownSite), ''],
    ['may have been sent', {}, ''],
    ['can’t be seen', withSites(siteHidingEmail), ''],
    ['goes out later', withSites(ownSiteNotLive), 'Once live, Acme Beta sends a welcome email to amelie@old.example.'],
    ['is off', withSites(ownSilentSite), 'No welcome email goes out.']
  ])(
    'of a user who isn’t new and never logged in is promised only where it waits: it %s',
    async (_what, changes, words) => {
      const { screen } = await show({ ...changes, user: newcomer });
      const [said] = /(?:[^.]*welcome email[^.]*\.)(?:example\.)?/.exec(screen.text()) ?? [''];
      expect(said).toContain(words);
      expect(said === '').toBe(words === '');
    }
  );

  it.each([
    ['has logged in before', { user }],
    ['can’t log in', { user: { ...inactiveUser, lastLogin: null } }],
    ['is somebody else’s', { user: newcomer, hidesWelcome: true }]
  ])('is not spoken of for a user who %s', async (_who, changes) => {
    const { screen } = await show({ ...withSites(ownSite), ...changes });
    expect(screen.text()).not.toMatch(/welcome email|No email arrived/);
  });
});

describe('the links of an external user', () => {
  const login = ['localhost/acmehelp/login', 'http://localhost/acmehelp/login'];
  const reset = ['Reset password', '/lightning/setup/ManageUsers/page?address=%2F005000010000009AAA%3Fnoredirect%3D1'];
  const asUser = [
    'Log in as Amélie Dubois',
    `/servlet/servlet.su?oid=00D000010000001EAA&retURL=%2F${readyContact.id}&sunetworkid=${liveSite.id}&sunetworkuserid=${user.id}`
  ];

  it.each([
    ['lead to the profile’s own site only', withSites(ownSite, otherSite), true, [login, asUser, reset]],
    ['lead to live sites where membership can’t be seen', {}, true, [login, asUser, reset]],
    ['leave out sites that aren’t live', withSites(ownSiteNotLive), true, [reset]],
    [
      'support a site at the root',
      withSites(rootSite),
      true,
      [['localhost/login', 'http://localhost/login'], asUser, reset]
    ],
    ['leave out sites if a card hides them', { ...withSites(ownSite), hidesSites: true }, true, [reset]],
    ['are missing for an inactive user', { user: inactiveUser }, true, []],
    ['log in as the user only with Edit on accounts', withSites(ownSite), false, [login, reset]],
    ['log in as the user only with a permission', withoutPermission, true, [login, reset]],
    [
      'log in as the user only if the org’s id is known',
      { org: { ...readyOrg, defaults: { ...readyOrg.defaults, id: null } } },
      true,
      [login, reset]
    ],
    ['log in as the user only for a known contact', { contact: undefined }, true, [login, reset]],
    ['lead to Setup only with View Setup', withRights({ viewsSetup: false }), true, [login, asUser]],
    [
      'put the password first where no email goes out',
      { ...withSites(ownSilentSite), user: newcomer },
      true,
      [login, reset, asUser]
    ]
  ])('%s', async (_what, changes, editsAccounts, expected) => {
    const { element, links } = await show(changes, editsAccounts);
    expect(links()).toEqual(expected);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['a new link', {}, 'No email arrived? Send a new link to set the password.'],
    ['the first link', withSites(ownSilentSite), 'Send a link to set the password Reset the password'],
    ['nothing before the site is live', withSites(ownSiteNotLive), '']
  ])('offer %s to a user who hasn’t logged in', async (_what, changes, words) => {
    const { screen } = await show({ ...changes, user: newcomer });
    expect(screen.text()).toContain(words);
    expect(screen.text().includes('No email arrived?')).toBe(words.startsWith('No email'));
  });

  it('say whom to ask for a new password without View Setup', async () => {
    const { screen } = await show(withRights({ viewsSetup: false }));
    expect(screen.text()).toContain('Password forgotten? Ask an admin to reset the password of Amélie Dubois.');
  });

  it('request no account access if there is no user to log in as', async () => {
    await show({ user: inactiveUser });
    expect(testWire(getObjectInfo).getLastConfig()?.['objectApiName']).toBeUndefined();
  });
});

describe('changing an external user', () => {
  it.each([
    ['offered for an active one', { canChange: true }, ['Deactivate User']],
    ['offered for an inactive one', { canChange: true, user: inactiveUser }, ['Reactivate User']],
    ['offered for a contact that can’t be read', { canChange: true, contact: undefined }, ['Deactivate User']],
    ['not offered if the status is read-only', {}, []],
    ['not offered without a permission', { canChange: true, ...withoutPermission }, []],
    ['not offered for a user who can’t be read', { canChange: true, user: undefined }, []]
  ])('is %s', async (_what, changes, buttons) => {
    const { element, screen } = await show(changes);
    expect(
      screen
        .find('button')
        .map(({ textContent }) => textContent)
        .filter((name) => name.endsWith(' User'))
    ).toEqual(buttons);
    await expect(element).toBeAccessible();
  });
});
