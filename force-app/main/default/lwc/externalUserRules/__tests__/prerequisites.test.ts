import {
  findPrerequisites,
  isBlocked,
  known,
  unknown,
  type ContactFacts,
  type Facts,
  type OrgFacts
} from 'c/externalUserRules';
import { customerProfile, fullLicense, readyContact, readyOrg } from '../../../../../test/jest/facts.ts';

const pending = unknown('pending');
const notInOrg = unknown('notInOrg');

/** Changes to the facts about the org and about the contact's user. */
type Changes = Partial<OrgFacts & Pick<Facts, 'user'>>;

function find(contact: Partial<ContactFacts> | undefined, { user = known(null), ...org }: Changes) {
  return findPrerequisites({
    contact: contact && { ...readyContact, ...contact },
    user,
    org: { ...readyOrg, ...org }
  });
}

function checksOf(contact: Partial<ContactFacts> | undefined, changes: Changes = {}) {
  return find(contact, changes).map(({ check }) => check);
}

function pendingOf(contact: Partial<ContactFacts> | undefined, changes: Changes = {}) {
  return find(contact, changes).flatMap(({ check, code, status }) => (code === 'pending' ? [check, status] : []));
}

describe('findPrerequisites', () => {
  const all = ['permission', 'user', 'account', 'owner', 'email', 'privacy', 'partner', 'site', 'mail', 'profiles'];

  it('lists checks in the order in which a person would clear them', () => {
    expect(checksOf({})).toEqual([...all, 'seats', 'visibility']);
  });

  it('lists every check in its place before any answer, so that no line moves', () => {
    const waiting = { user: pending, sites: pending, profiles: pending };
    expect(checksOf(undefined, waiting)).toEqual(checksOf({}));
    expect(new Set(find(undefined, waiting).map(({ status }) => status))).toEqual(new Set(['pass', 'pending']));
  });

  it.each([
    ['the contact', undefined, {}, ['account', 'owner', 'email', 'privacy', 'partner']],
    ['the account', { account: pending }, {}, ['account', 'owner', 'partner']],
    ['the account’s owner', { owner: pending }, {}, ['owner']],
    ['the individual', { refusesProcessing: pending }, {}, ['privacy']],
    ['the user', {}, { user: pending }, ['user']],
    ['sites', {}, { sites: pending }, ['site', 'mail']],
    ['settings, where sites are hidden', {}, { sites: unknown('noAccess'), settings: pending }, ['site', 'mail']],
    ['profiles', {}, { profiles: pending }, ['profiles', 'seats']],
    ['a license', {}, { profiles: known([{ ...customerProfile, license: pending }]) }, ['seats']],
    ['sites, which explain a missing User.ContactId', {}, { user: notInOrg, sites: pending }, ['user', 'site', 'mail']],
    ['the user, which explains a missing Network', {}, { user: pending, sites: notInOrg }, ['user', 'site', 'mail']]
  ] as const)('waits for %s', (_what, contact, org, checks) => {
    expect(pendingOf(contact, org)).toEqual(checks.flatMap((check) => [check, 'pending']));
  });

  it.each([
    ['is missing', known(null)],
    ['is hidden', unknown('noAccess')]
  ])('leaves out owner and partner account if the account %s', (_how, account) => {
    expect(checksOf({ account })).toEqual(checksOf({}).filter((check) => !['owner', 'partner'].includes(check)));
  });

  it('leaves out the partner check for a person account', () => {
    expect(checksOf({ isPersonAccount: known(true) })).toEqual(
      checksOf({}).map((check) => (check === 'partner' ? 'personAccount' : check))
    );
  });

  it('leaves out user and mail in an org without Digital Experiences', () => {
    const checks = checksOf({}, { user: notInOrg, sites: notInOrg });
    expect(checks).toEqual(checksOf({}).filter((check) => !['user', 'mail'].includes(check)));
  });

  it('leaves out seats if there is no profile', () => {
    expect(checksOf({}, { profiles: known([]) })).not.toContain('seats');
  });

  it('does not count an unknown or a warning as blocked', () => {
    const org: OrgFacts = {
      ...readyOrg,
      runningUser: {
        managesExternalUsers: false,
        managesCustomerUsers: true,
        viewsSetup: false,
        viewsAllUsers: false,
        viewsAllProfiles: false,
        seesAllSites: false
      },
      profiles: unknown('noAccess'),
      sites: notInOrg
    };
    const contact: ContactFacts = { ...readyContact, email: null, owner: unknown('noAccess') };
    expect(isBlocked(findPrerequisites({ contact, user: unknown('noAccess'), org }))).toBe(false);
  });

  it('is blocked by one finding among many passes', () => {
    expect(isBlocked(find({}, { profiles: known([{ ...customerProfile, license: known(fullLicense) }]) }))).toBe(true);
    expect(isBlocked([])).toBe(false);
  });
});
