import { createElement } from 'lwc';
import Profile from 'c/externalUserProfile';
import {
  known,
  unknown,
  type ContactFacts,
  type ExternalProfile,
  type OrgFacts,
  type SiteReading
} from 'c/externalUserRules';
import {
  customerLicense,
  customerProfile,
  liveSite,
  readyContact,
  readyOrg,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

const SEATS = 'Customer Community · 17 of 20 seats free';
const member: ExternalProfile = { ...customerProfile, siteName: 'Acme Help' };
const reading: SiteReading = { loginUrl: '/acmehelp/login', sendsWelcomeEmail: true, readOn: '2026-11-30' };
const otherSite = { ...liveSite, name: 'Acme Shop', selfRegistrationProfileId: member.id };
const notLive: OrgFacts = { ...readyOrg, sites: known([siteUnderConstruction]) };
const hiddenSites: OrgFacts = { ...readyOrg, sites: unknown('noAccess') };

async function show(profile: ExternalProfile | undefined, org: OrgFacts = readyOrg, contact?: ContactFacts) {
  const element = createElement('c-external-user-profile', { is: Profile });
  Object.assign(element, { profiles: [profile ?? customerProfile], value: profile?.id, org, contact });
  document.body.appendChild(element);
  await settled();
  const [line = element] = screenOf(element).find('[aria-live]');
  return { element, screen: screenOf(line) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the line about a profile', () => {
  it.each([
    ['where its users can log in', member, readyOrg, `${SEATS} · can log in to Acme Help`],
    [
      'all sites where they can',
      member,
      { ...readyOrg, sites: known([liveSite, otherSite]) },
      `${SEATS} · can log in to Acme Help, Acme Shop`
    ],
    [
      'the day, if an administrator read it',
      { ...member, siteReading: reading },
      hiddenSites,
      `${SEATS} · can log in to Acme Help (as of Nov 30, 2026)`
    ],
    ['no site that can’t be seen', customerProfile, hiddenSites, SEATS],
    ['no site that isn’t live', { ...member, siteName: 'Acme Beta' }, notLive, SEATS],
    [
      'what is known instead of a license',
      { ...customerProfile, license: unknown('noAccess') },
      hiddenSites,
      'Active users: 3'
    ],
    ['nothing, if no profile is chosen', undefined, readyOrg, '']
  ] as const)('says %s', async (_what, profile, org, line) => {
    const { element, screen } = await show(profile, org);
    expect(screen.text()).toBe(line);
    await expect(element).toBeAccessible();
  });

  it('has a bar below it only if few seats are left', async () => {
    const { screen } = await show(member);
    expect(screen.find('.slds-progress-bar')).toEqual([]);
    const few = { ...member, license: known({ ...customerLicense, used: known(19) }) };
    const shown = await show(few);
    expect(shown.screen.text()).toBe('Customer Community · 1 of 20 seats free · can log in to Acme Help');
    expect(shown.screen.find('.slds-progress-bar')).toHaveLength(1);
  });
});

describe('the reason of a suggestion', () => {
  const plus: ExternalProfile = { ...customerProfile, id: '00e000010000009AAA', name: 'Acme Customer Plus' };
  const org = { ...readyOrg, profiles: known([customerProfile, plus]) };
  const contact = { ...readyContact, usersByProfile: known(new Map([[plus.id, 3]])) };
  const suggested = 'Suggested: most users of Northwind Ångström AB have this profile.';

  it.each([
    ['is told where users of the account have the profile', plus, contact, suggested],
    ['isn’t told for another profile', customerProfile, contact, ''],
    ['isn’t told where nothing is known of the account', plus, readyContact, '']
  ] as const)('%s', async (_what, profile, given, sentence) => {
    const { element, screen } = await show(profile, org, given);
    expect(screen.text()).toBe([SEATS, sentence].join(' ').trim());
    await expect(element).toBeAccessible();
  });
});

describe('the choice of a profile', () => {
  async function showField(profiles: readonly ExternalProfile[] | undefined) {
    const element = createElement('c-external-user-profile', { is: Profile });
    const told: unknown[] = [];
    element.addEventListener('change', (event) => told.push((event as CustomEvent<unknown>).detail));
    element.addEventListener('blur', ({ type }) => told.push(type));
    Object.assign(element, { profiles, value: '' });
    document.body.appendChild(element);
    await settled();
    return { element, screen: screenOf(element), told };
  }

  it.each([
    ['Profile', [customerProfile], customerProfile.id],
    ['Profile ID', undefined, '00e000010000009']
  ] as const)('tells each change of the field %s once, and that it was left', async (label, profiles, value) => {
    const { screen, told } = await showField(profiles);
    await screen.fillIn(label, value);
    await screen.leave(label);
    expect(told).toEqual([{ value }, 'blur']);
  });

  it('says who can help where profiles can’t be read', async () => {
    const { element, screen } = await showField(undefined);
    expect(screen.hasField('Profile')).toBe(false);
    expect(screen.text()).toContain('Ask an admin to add them to External User Profile');
    await expect(element).toBeAccessible();
  });
});
