import { createElement } from 'lwc';
import Outcome from 'c/externalUserOutcome';
import { known, unknown, type Site } from 'c/externalUserRules';
import {
  customerLicense,
  inactiveUser,
  liveSite,
  loginLicense,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const user = { ...inactiveUser, username: 'amelie.dubois@northwind.example', isActive: true };
const silentSite: Site = { ...liveSite, name: 'Acme Partners', sendsWelcomeEmail: known(false) };
const secretiveSite: Site = { ...liveSite, sendsWelcomeEmail: unknown('noAccess') };
const rootSite: Site = { ...liveSite, urlPathPrefix: null };

const created = {
  user,
  email: 'amelie@northwind.example',
  license: known({ ...customerLicense, used: known(4) }),
  sites: known([liveSite]),
  wasFoundLater: false
};

async function show(changes: object = {}) {
  const element = createElement('c-external-user-outcome', { is: Outcome });
  Object.assign(element, created, changes);
  document.body.appendChild(element);
  await settled();
  return { element, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the outcome', () => {
  it('shows the user as the org has it', async () => {
    const { element, screen } = await show();
    expect(screen.text()).toContain('Amélie Dubois is an external user now');
    expect(screen.text()).toContain('Username amelie.dubois@northwind.example Status Active Profile Acme Customer');
    expect(screen.text()).not.toContain('No second one was created');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['an inactive user', { user: inactiveUser }, 'Amélie Dubois was created but is not active'],
    ['a user’s status', { user: inactiveUser }, 'Status Inactive'],
    ['a user who was found later', { wasFoundLater: true }, 'it has this user. No second one was created.'],
    ['a user that can’t be read back', { user: undefined }, 'can’t be read back here'],
    ['a profile that can’t be read', { user: { ...user, profileName: null } }, 'Profile Not readable'],
    ['the seats left', {}, 'License Customer Community: 16 of 20 seats free after this user'],
    ['a licence that counts log-ins', { license: known(loginLicense) }, 'Login: counted by log-ins per month'],
    [
      'a licence without counts',
      { license: known({ ...customerLicense, used: unknown('noAccess') }) },
      'seats unknown'
    ],
    ['a licence that can’t be read', { license: unknown('noAccess') }, 'License Not readable'],
    ['a licence that nobody knows of', { license: undefined }, 'License Not readable'],
    ['that membership can’t be read', {}, 'Which profiles are members of a site can’t be read from here.'],
    ['that no site is live', { sites: known([siteUnderConstruction]) }, 'None: the user can log in once a site'],
    ['that sites can’t be read', { sites: unknown('notInOrg') }, 'Live sites Not readable'],
    ['the welcome email', {}, 'Sites that send members a welcome email: Acme Help.'],
    ['where it goes', {}, 'it goes to amelie@northwind.example, with a link to set the password'],
    ['that no site sends one', { sites: known([silentSite]) }, 'No live site sends a welcome email.'],
    ['that no live site sends one', { sites: known([siteUnderConstruction]) }, 'No live site sends a welcome email.'],
    ['that it is not known whether one is sent', { sites: known([secretiveSite]) }, 'Whether a welcome email is sent'],
    ['the same where sites can’t be read', { sites: unknown('noAccess') }, 'Whether a welcome email is sent']
  ])('tells %s', async (_what, changes, words) => {
    const { element, screen } = await show(changes);
    expect(screen.text()).toContain(words);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['at its path', liveSite, 'http://localhost/acmehelp/login'],
    ['at the root', rootSite, 'http://localhost/login']
  ])('links to the log-in page of a live site %s', async (_where, site, url) => {
    const { screen } = await show({ sites: known([site, siteUnderConstruction]) });
    const links = screen.find('a');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Log-in page of Acme Help', url]
    ]);
  });
});
