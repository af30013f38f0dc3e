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
const siteWithoutEmail: Site = { ...liveSite, name: 'Acme Partners', sendsWelcomeEmail: known(false) };
const siteHidingEmail: Site = { ...liveSite, sendsWelcomeEmail: unknown('noAccess') };
const ownSite: Site = { ...liveSite, selfRegistrationProfileId: customerProfile.id };
const rootSite: Site = { ...liveSite, urlPathPrefix: null };

const shown = { user, org: readyOrg, contact: readyContact };

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

describe('the status of an external user', () => {
  it('shows the values of the org', async () => {
    const { element, screen } = await show();
    expect(screen.text()).toContain('Username amelie.dubois@northwind.example Status Active Profile Acme Customer');
    expect(screen.find('lightning-formatted-date-time')).toMatchObject([{ value: user.lastLogin }]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['an inactive user', { user: inactiveUser }, 'Status Inactive'],
    ['a profile that can’t be read', { user: { ...user, profileName: null } }, 'Profile Not readable'],
    ['a user without a known log-in', { user: newcomer }, 'Last log-in None known'],
    ['the seats of the license', {}, 'License Customer Community: 17 of 20 seats free'],
    ['the seats before and now', { usedBefore: 2 }, 'License Customer Community: 2 → 3 of 20 seats used'],
    ['a license that counts log-ins', withLicense(known(loginLicense)), 'Login: counted by log-ins per month'],
    ['a pending license', withLicense(unknown('pending')), 'License …'],
    ['a license that can’t be read', withLicense(unknown('noAccess')), 'License Not readable'],
    ['a profile that isn’t listed', { user: { ...user, profileId: null } }, 'License Not readable'],
    ['that membership can’t be read', {}, 'Which profiles are members of a site can’t be read from here.'],
    ['which site the profile is a member of', withSites(ownSite), 'Acme Customer is a member of: Acme Help.'],
    ['that no site is live', withSites(siteUnderConstruction), 'None: the user can log in once a site'],
    ['that sites can’t be read', { org: { ...readyOrg, sites: unknown('notInOrg') } }, 'Live sites Not readable'],
    ['that no site can be seen', withSites(), 'Live sites Not readable']
  ])('shows %s', async (_what, changes, words) => {
    const { element, screen } = await show(changes);
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['which sites send one to members', withSites(liveSite), 'Sites that send members a welcome email: Acme Help.'],
    [
      'which sites send it to a known member',
      withSites(ownSite),
      'Sent to amelie@old.example by Acme Help, with a link'
    ],
    ['that no site does', withSites(siteWithoutEmail), 'No live site sends a welcome email.'],
    ['that no live site does', withSites(siteUnderConstruction), 'No live site sends a welcome email.'],
    ['that no site can be seen', withSites(), 'Whether a welcome email is sent can’t be read here.'],
    ['that a site hides it', withSites(siteHidingEmail), 'Whether a welcome email is sent can’t be read here.'],
    [
      'that no site can be read',
      { org: { ...readyOrg, sites: unknown('noAccess') } },
      'Whether a welcome email is sent'
    ]
  ])('says about the welcome email %s', async (_what, changes, words) => {
    const { element, screen } = await show({ ...changes, user: newcomer });
    expect(screen.text()).toContain(`Welcome email ${words}`);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['membership and password', {}, 'Next steps See that the profile is a member of the site'],
    ['a site to activate', withSites(siteUnderConstruction), 'Next steps Activate a site'],
    ['membership if no site can be seen', withSites(), 'Next steps See that the profile is a member'],
    ['the password alone for a member', withSites(ownSite), 'Next steps If no welcome email arrives']
  ])('has next steps before the first log-in: %s', async (_what, changes, words) => {
    const { screen } = await show({ ...changes, user: newcomer });
    expect(screen.text()).toContain(words);
    expect(screen.text()).toContain('reset the password on the user page');
  });

  it.each([
    ['has logged in before', { user }],
    ['can’t log in', { user: { ...inactiveUser, lastLogin: null } }]
  ])('has no welcome email and no next steps for a user who %s', async (_who, changes) => {
    const { screen } = await show(changes);
    expect(screen.text()).not.toMatch(/Welcome email|Next steps/);
  });

  it('shows the sent values for a user who can’t be read back', async () => {
    const { element, screen } = await show({
      user: undefined,
      profileId: customerProfile.id,
      email: 'amelie@northwind.example',
      usedBefore: 2
    });
    expect(screen.text()).toContain('License Customer Community: 2 → 3 of 20 seats used Live sites');
    expect(screen.text()).toContain('it goes to amelie@northwind.example');
    expect(screen.text()).not.toMatch(/Username|Status|Last log-in|Password/);
    await expect(element).toBeAccessible();
  });
});

describe('the links of an external user', () => {
  const login = ['Log-in page of Acme Help', 'http://localhost/acmehelp/login'];
  const password = [
    'Reset it on the user page in Setup',
    '/lightning/setup/ManageUsers/page?address=%2F005000010000009AAA%3Fnoredirect%3D1'
  ];
  const asUser = [
    'Log in to Acme Help as Amélie Dubois',
    `/servlet/servlet.su?oid=00D000010000001EAA&retURL=%2F${readyContact.id}&sunetworkid=${liveSite.id}&sunetworkuserid=${user.id}`
  ];

  it.each([
    ['lead to the site, also as the user, and to the password', {}, true, [login, asUser, password]],
    ['leave out sites that aren’t live', withSites(siteUnderConstruction), true, [password]],
    [
      'support a site at the root',
      withSites(rootSite),
      true,
      [['Log-in page of Acme Help', 'http://localhost/login'], asUser, password]
    ],
    ['leave out sites if a card hides them', { hidesSites: true }, true, [password]],
    ['are missing for an inactive user', { user: inactiveUser }, true, []],
    ['log in as the user only with Edit on accounts', {}, false, [login, password]],
    ['log in as the user only with a permission', withoutPermission, true, [login, password]],
    [
      'log in as the user only if the org’s id is known',
      { org: { ...readyOrg, defaults: { ...readyOrg.defaults, id: null } } },
      true,
      [login, password]
    ],
    ['log in as the user only for a known contact', { contact: undefined }, true, [login, password]],
    ['lead to Setup only with View Setup', withRights({ viewsSetup: false }), true, [login, asUser]]
  ])('%s', async (_what, changes, editsAccounts, expected) => {
    const { element, links } = await show(changes, editsAccounts);
    expect(links()).toEqual(expected);
    await expect(element).toBeAccessible();
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
    expect(screen.find('button').map(({ textContent }) => textContent)).toEqual(buttons);
    await expect(element).toBeAccessible();
  });
});
