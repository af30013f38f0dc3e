import { known, unknown, type ExternalProfile, type OrgFacts } from 'c/externalUserRules';
import {
  customerLicense,
  customerProfile,
  fullLicense,
  inactiveUser,
  liveSite,
  loginLicense,
  partnerProfile,
  readyOrg,
  siteUnderConstruction
} from '../../../../../../test/jest/facts.ts';
import type { Cases } from './case.ts';
import { READING } from './reading.ts';

const customersOnly = { ...readyOrg.runningUser, managesExternalUsers: false, managesCustomerUsers: true };
const nobody = { ...customersOnly, managesCustomerUsers: false };
const existing = { words: ['Amélie Dubois', 'amelie@old.example'], record: inactiveUser.id };

/** The org has only profiles with these licenses. */
function profilesWith(...licenses: readonly ExternalProfile['license'][]): Partial<OrgFacts> {
  return { profiles: known(licenses.map((license) => ({ ...customerProfile, license }))) };
}

function sitesWith(...sendsWelcomeEmail: readonly (typeof liveSite.sendsWelcomeEmail)[]): Partial<OrgFacts> {
  return { sites: known(sendsWelcomeEmail.map((sends) => ({ ...liveSite, sendsWelcomeEmail: sends }))) };
}

/** The person sees no site, and the settings name one for each of these profiles. */
function settingsName(...sites: readonly (readonly [name: string, reading: Partial<typeof READING>])[]) {
  return {
    sites: unknown('noAccess'),
    profiles: known(
      sites.map(([siteName, reading]) => ({ ...customerProfile, siteName, siteReading: { ...READING, ...reading } }))
    )
  };
}

/** The findings about the running user and the org. */
export const orgCases = {
  permissionHeld: [{ because: 'the running user has Manage External Users', status: 'pass' }],
  permissionCustomersOnly: [
    {
      because: 'the running user has only Manage Customer Users',
      org: { runningUser: customersOnly },
      status: 'warning',
      fix: 'setUpPermissions'
    }
  ],
  permissionMissing: [
    {
      because: 'the running user has neither permission',
      org: { runningUser: nobody },
      status: 'blocked',
      fix: 'setUpPermissions'
    },
    {
      because: 'the running user has neither permission and can’t open Setup',
      org: { runningUser: { ...nobody, viewsSetup: false } },
      status: 'blocked'
    }
  ],

  noUserYet: [{ because: 'the contact has no user', status: 'pass' }],
  userActive: [
    {
      because: 'the contact has an active user',
      user: known({ ...inactiveUser, isActive: true }),
      status: 'blocked',
      ...existing,
      fix: 'openUser'
    }
  ],
  userInactive: [
    {
      because: 'the contact has an inactive user',
      user: known(inactiveUser),
      status: 'blocked',
      ...existing,
      fix: 'reactivate'
    }
  ],
  userHidden: [
    { because: 'users cannot be read', user: unknown('noAccess'), status: 'unknown' },
    { because: 'User.ContactId is hidden, although the org has it', user: unknown('notInOrg'), status: 'unknown' },
    { because: 'the read failed', user: unknown('failed'), status: 'unknown' }
  ],

  siteLive: [
    { because: 'a site is live', status: 'pass', words: ['Acme Help'] },
    {
      because: 'one of two sites is live',
      org: { sites: known([{ ...siteUnderConstruction, hasSelfRegistration: true }, liveSite]) },
      status: 'pass',
      words: ['Acme Help']
    }
  ],
  siteRegisters: [
    {
      because: 'visitors of one of two live sites may register',
      org: { sites: known([liveSite, { ...liveSite, name: 'Acme Shop', hasSelfRegistration: true }]) },
      status: 'pass',
      words: ['Acme Help, Acme Shop', 'Acme Shop']
    }
  ],
  siteNotLive: [
    {
      because: 'no site is live',
      org: { sites: known([siteUnderConstruction]) },
      status: 'warning',
      words: ['Acme Beta'],
      fix: 'setUpSites'
    }
  ],
  siteMissing: [{ because: 'the org has no site', org: { sites: known([]) }, status: 'warning', fix: 'setUpSites' }],
  siteBySettings: [
    {
      because: 'the settings name live sites, with the oldest day of reading',
      org: settingsName(['Acme Help', {}], ['Acme Help', {}], ['Acme Shop', { readOn: '2026-12-24' }]),
      status: 'pass',
      words: ['Acme Help, Acme Shop', '2026-11-30']
    },
    {
      because: 'one of two sites was live',
      org: settingsName(['Acme Beta', { loginUrl: null }], ['Acme Help', {}]),
      status: 'pass',
      words: ['Acme Help', '2026-11-30']
    }
  ],
  sitesHidden: [
    {
      because: 'the site that the settings name was not live',
      org: settingsName(['Acme Beta', { loginUrl: null }]),
      status: 'unknown'
    },
    {
      because: 'the settings name a site, but nobody read it',
      org: { sites: unknown('noAccess'), profiles: known([{ ...customerProfile, siteName: 'Acme Help' }]) },
      status: 'unknown'
    },
    {
      because: 'sites and settings are refused',
      org: { ...settingsName(['Acme Help', {}]), settings: unknown('noAccess') },
      status: 'unknown'
    },
    { because: 'Network is hidden, while users have contacts', org: { sites: unknown('notInOrg') }, status: 'unknown' },
    { because: 'the query is refused', org: { sites: unknown('noAccess') }, status: 'unknown' }
  ],
  experiencesOff: [
    {
      because: 'the org has neither Network nor User.ContactId',
      user: unknown('notInOrg'),
      org: { sites: unknown('notInOrg') },
      status: 'blocked',
      fix: 'setUpExperiences'
    }
  ],

  mailSent: [
    { because: 'a live site welcomes its members', status: 'pass', words: ['Acme Help'] },
    {
      because: 'one of two live sites welcomes its members',
      org: { sites: known([{ ...liveSite, name: 'Acme Quiet', sendsWelcomeEmail: known(false) }, liveSite]) },
      status: 'pass',
      words: ['Acme Help']
    }
  ],
  mailOff: [
    {
      because: 'the live site does not welcome its members',
      org: sitesWith(known(false)),
      status: 'warning',
      words: ['Acme Help'],
      fix: 'setUpSites'
    }
  ],
  mailBySettings: [
    {
      because: 'the settings say which site welcomes its members',
      org: settingsName(['Acme Quiet', { sendsWelcomeEmail: false }], ['Acme Help', {}]),
      status: 'pass',
      words: ['Acme Help', '2026-11-30']
    },
    {
      because: 'the person sees sites, but not whether they send mail',
      org: { ...settingsName(['Acme Help', {}]), ...sitesWith(unknown('noAccess')) },
      status: 'pass',
      words: ['Acme Help', '2026-11-30']
    }
  ],
  mailOffBySettings: [
    {
      because: 'the settings say that the site does not welcome its members',
      org: settingsName(['Acme Quiet', { sendsWelcomeEmail: false }]),
      status: 'warning',
      words: ['Acme Quiet', '2026-11-30'],
      fix: 'setUpSites'
    }
  ],
  mailHidden: [
    {
      because: 'the site that the settings name was not live',
      org: settingsName(['Acme Beta', { loginUrl: null }]),
      status: 'unknown'
    },
    { because: 'sites cannot be read', org: { sites: unknown('noAccess') }, status: 'unknown' },
    {
      because: 'one of two live sites hides its setting',
      org: sitesWith(known(false), unknown('noAccess')),
      status: 'unknown'
    }
  ],

  profilesFound: [
    { because: 'there are external profiles', status: 'pass', words: ['Acme Customer, Acme Partner'] },
    {
      because: 'there is a profile of the kind that the running user may create',
      org: { runningUser: customersOnly },
      status: 'pass',
      words: ['Acme Customer']
    },
    {
      because: 'there are more profiles than a sentence can name',
      org: { profiles: known(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ ...customerProfile, name }))) },
      status: 'pass',
      words: ['A, B, C, D, E (+1)']
    }
  ],
  profilesAllowed: [
    {
      because: 'an administrator listed the profiles',
      org: { profileSource: 'allowList' },
      status: 'pass',
      words: ['Acme Customer, Acme Partner']
    }
  ],
  profilesInUse: [
    {
      because: 'they are the profiles of existing users, and one may be missing',
      org: { profileSource: 'existingUsers' },
      status: 'unknown',
      words: ['Acme Customer, Acme Partner']
    }
  ],
  profileMissing: [
    { because: 'there is no external profile', org: { profiles: known([]) }, status: 'blocked', fix: 'setUpProfiles' },
    {
      because: 'there is no profile of the kind that the running user may create',
      org: { runningUser: customersOnly, profiles: known([partnerProfile]) },
      status: 'blocked',
      fix: 'setUpProfiles'
    },
    {
      because: 'there is no profile for a person account',
      contact: { isPersonAccount: known(true) },
      org: { profiles: known([partnerProfile]) },
      status: 'blocked',
      fix: 'setUpProfiles'
    }
  ],
  profilesHidden: [
    { because: 'profiles cannot be read', org: { profiles: unknown('noAccess') }, status: 'unknown' },
    { because: 'GraphQL has no Profile here', org: { profiles: unknown('notInOrg') }, status: 'unknown' },
    {
      because: 'no external user exists whose profile could be listed',
      org: { profiles: known([]), profileSource: 'existingUsers' },
      status: 'unknown'
    }
  ],

  seatsFree: [
    { because: 'each license has a free seat', status: 'pass', words: ['Customer Community, Partner Community'] },
    {
      because: 'one of two licenses has a free seat, and only that one is named',
      org: { profiles: known([{ ...customerProfile, license: known(fullLicense) }, partnerProfile]) },
      status: 'pass',
      words: ['Partner Community']
    },
    {
      because: 'two profiles share a license, which is named once',
      org: profilesWith(known(customerLicense), known(customerLicense)),
      status: 'pass',
      words: ['Customer Community']
    },
    {
      because: 'a license that counts log-ins has a seat',
      org: profilesWith(known({ ...loginLicense, total: known(20), used: known(19) })),
      status: 'pass',
      words: ['Customer Community Login']
    },
    {
      because: 'a seat is free, although another license is hidden',
      org: profilesWith(unknown('noAccess'), known(customerLicense)),
      status: 'pass',
      words: ['Customer Community']
    }
  ],
  seatsHidden: [
    { because: 'profiles cannot be read', org: { profiles: unknown('noAccess') }, status: 'unknown' },
    { because: 'no license can be read', org: profilesWith(unknown('noAccess')), status: 'unknown' },
    {
      because: 'a license hides its counts',
      org: profilesWith(known({ ...customerLicense, used: unknown('noAccess') })),
      status: 'unknown'
    },
    {
      because: 'one license is full and the other is hidden',
      org: profilesWith(known(fullLicense), unknown('noAccess')),
      status: 'unknown'
    }
  ],
  seatsTaken: [
    {
      because: 'more seats are used than bought, as after a downgrade',
      org: profilesWith(known({ ...fullLicense, used: known(25) })),
      status: 'blocked',
      words: ['Customer Community'],
      fix: 'setUpLicenses'
    }
  ],

  newUserVisible: [
    {
      because: 'the running user has View All Users',
      org: { runningUser: { ...customersOnly, viewsAllUsers: true } },
      status: 'pass'
    },
    {
      because: 'the running user has Manage External Users',
      org: { runningUser: { ...readyOrg.runningUser, viewsAllUsers: false } },
      status: 'pass'
    }
  ],
  newUserMaybeHidden: [
    {
      because: 'sharing of users decides',
      org: { runningUser: { ...customersOnly, viewsAllUsers: false } },
      status: 'unknown'
    }
  ]
} as const satisfies Cases;
