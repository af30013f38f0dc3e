import { defaultSettings, known, unknown } from 'c/externalUserRules';
import {
  account,
  fullLicense,
  liveSite,
  readyDraft,
  readyOrg,
  siteUnderConstruction,
  taken
} from '../../../../../../test/jest/facts.ts';
import type { Cases } from './case.ts';
import { READING } from './reading.ts';

const { username, nickname } = readyDraft;
const portal = { id: readyDraft.profileId, name: 'Acme Portal' };
const both = known([siteUnderConstruction, liveSite]);
const seesOnlyOwnSites = { ...readyOrg.runningUser, seesAllSites: false };

/** The findings about the chosen kind, profile and names. */
export const choiceCases = {
  permissionCustomersOnly: [
    {
      because: 'the running user has only Manage Customer Users, which is not enough for a partner user',
      org: { runningUser: { ...readyOrg.runningUser, managesExternalUsers: false, managesCustomerUsers: true } },
      kinds: ['partner'],
      status: 'blocked',
      fix: 'setUpPermissions'
    }
  ],
  partnerAccountNotEnabled: [
    {
      because: 'a partner user needs a partner account',
      contact: { isPartnerAccount: known(false) },
      kinds: ['partner'],
      status: 'blocked',
      words: [account.name],
      record: account.id,
      fix: 'enablePartnerAccount'
    }
  ],
  personAccount: [
    {
      because: 'a person account can’t have a partner user, even if Account.IsPartner is set',
      contact: { isPersonAccount: known(true), isPartnerAccount: known(false) },
      kinds: ['partner'],
      status: 'blocked',
      words: ['Amélie Dubois']
    }
  ],
  seatsTaken: [
    {
      because: 'the license of the chosen profile is full',
      profile: { license: known(fullLicense) },
      status: 'blocked',
      words: ['Customer Community'],
      fix: 'setUpLicenses'
    }
  ],

  memberOfLiveSite: [
    {
      because: 'the settings name the site, and the person sees it',
      profile: { ...portal, siteName: 'Acme Help', siteReading: READING },
      status: 'pass',
      words: ['Acme Portal', 'Acme Help']
    },
    {
      because: 'self-registration on the site assigns the profile',
      profile: portal,
      org: { sites: known([siteUnderConstruction, { ...liveSite, selfRegistrationProfileId: portal.id }]) },
      status: 'pass',
      words: ['Acme Portal', 'Acme Help']
    },
    {
      because: 'one of its two sites is live',
      profile: { ...portal, siteName: 'Acme Beta' },
      org: { sites: known([siteUnderConstruction, { ...liveSite, selfRegistrationProfileId: portal.id }]) },
      status: 'pass',
      words: ['Acme Portal', 'Acme Help']
    }
  ],
  memberOfSiteNotLive: [
    {
      because: 'its site is not live, although another site is',
      profile: { ...portal, siteName: 'Acme Beta' },
      org: { sites: both },
      status: 'warning',
      words: ['Acme Portal', 'Acme Beta'],
      fix: 'setUpSites'
    }
  ],
  memberBySettings: [
    {
      because: 'sites cannot be read, and the settings name a live one',
      profile: { ...portal, siteName: 'Acme Help', siteReading: READING },
      org: { sites: unknown('noAccess') },
      status: 'pass',
      words: ['Acme Portal', 'Acme Help', '2026-11-30']
    },
    {
      because: 'the person sees only sites of the own membership, and the settings name another',
      profile: { ...portal, siteName: 'Acme Shop', siteReading: READING },
      org: { runningUser: seesOnlyOwnSites },
      status: 'pass',
      words: ['Acme Portal', 'Acme Shop', '2026-11-30']
    }
  ],
  memberOfSiteNotLiveBySettings: [
    {
      because: 'the site that the settings name was not live',
      profile: { ...portal, siteName: 'Acme Beta', siteReading: { ...READING, loginUrl: null } },
      org: { sites: unknown('noAccess') },
      status: 'warning',
      words: ['Acme Portal', 'Acme Beta', '2026-11-30'],
      fix: 'setUpSites'
    }
  ],
  memberOfNoSiteBySettings: [
    {
      because: 'an administrator found no site of the profile',
      profile: { ...portal, siteReading: { ...READING, loginUrl: null } },
      org: { sites: unknown('noAccess') },
      status: 'warning',
      words: ['Acme Portal', '2026-11-30'],
      fix: 'setUpSites'
    },
    {
      because: 'the person sees all sites, but no membership',
      profile: { ...portal, siteReading: { ...READING, loginUrl: null } },
      status: 'warning',
      words: ['Acme Portal', '2026-11-30'],
      fix: 'setUpSites'
    }
  ],
  membershipHidden: [
    { because: 'no source names a site', profile: portal, status: 'unknown', words: ['Acme Portal'] },
    {
      because: 'the person sees all sites, and the one of the settings is gone',
      profile: { ...portal, siteName: 'Acme Gone', siteReading: READING },
      status: 'unknown',
      words: ['Acme Portal']
    },
    {
      because: 'sites cannot be read, and the settings have no day',
      profile: { ...portal, siteName: 'Acme Help' },
      org: { sites: unknown('noAccess') },
      status: 'unknown',
      words: ['Acme Portal']
    }
  ],
  standardProfile: [
    {
      because: 'it is a standard profile',
      profile: { name: 'Customer Community User', isStandard: true },
      status: 'warning',
      words: ['Customer Community User'],
      fix: 'setUpProfiles',
      otherFixes: ['setUpExperiences']
    },
    {
      because: 'it is a standard profile, and the running user can’t open Setup',
      profile: { name: 'Customer Community User', isStandard: true },
      org: { runningUser: { ...readyOrg.runningUser, viewsSetup: false } },
      status: 'warning',
      words: ['Customer Community User'],
      otherFixes: []
    }
  ],

  usernameFree: [
    { because: 'no user has it', status: 'pass' },
    {
      because: 'other usernames only begin like it',
      names: { usernames: taken(`${username}.old`) },
      status: 'pass'
    }
  ],
  usernameTaken: [
    {
      because: 'a user has it, ignoring case, and another user has the next one',
      draft: { username: ` ${username} ` },
      names: { usernames: taken(username.toUpperCase(), 'amelie.dubois1@northwind.example') },
      status: 'blocked',
      words: [username, 'amelie.dubois2@northwind.example'],
      fix: 'useFreeUsername'
    }
  ],
  usernameUnchecked: [
    { because: 'users cannot be read', names: { usernames: unknown('noAccess') }, status: 'unknown', words: [username] }
  ],
  usernameUnsettled: [
    {
      because: 'reports of what an org takes differ',
      draft: { username: 'ada@northwind.example@acme.portal' },
      status: 'unknown',
      words: ['ada@northwind.example@acme.portal']
    }
  ],
  usernameFromEmail: [
    {
      because: 'the names are in letters that are not transliterated',
      contact: { name: '太郎 田中', firstName: '太郎', lastName: '田中', email: username },
      org: { settings: known({ ...defaultSettings, usernamePattern: '{last}@acme.portal' }) },
      status: 'warning',
      words: ['太郎 田中', username]
    }
  ],
  nicknameFree: [{ because: 'no user has it', status: 'pass' }],
  nicknameTaken: [
    {
      because: 'a user has it, ignoring case',
      names: { nicknames: taken('Amelie.Dubois') },
      status: 'warning',
      words: [nickname, 'amelie.dubois1'],
      fix: 'useFreeNickname'
    }
  ],
  givenNicknameTaken: [
    {
      because: 'a user has the nickname that a person chose',
      draft: { nickname: 'amelie' },
      names: { nicknames: taken('Amelie') },
      status: 'blocked',
      words: ['amelie', 'amelie1'],
      fix: 'useFreeNickname'
    }
  ],
  nicknameUnchecked: [
    { because: 'the read failed', names: { nicknames: unknown('failed') }, status: 'unknown', words: [nickname] }
  ],
  pending: [{ because: 'usernames are not read yet', names: { usernames: unknown('pending') }, status: 'pending' }]
} as const satisfies Cases;
