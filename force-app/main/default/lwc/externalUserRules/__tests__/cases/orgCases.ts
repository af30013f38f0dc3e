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

const customersOnly = { ...readyOrg.runningUser, managesExternalUsers: false, managesCustomerUsers: true };
const nobody = { ...customersOnly, managesCustomerUsers: false };
const existing = { words: ['Amélie Dubois', 'amelie@old.example'], record: inactiveUser.id };

/** The org has profiles with these licences, and no other. */
function profilesWith(...licenses: readonly ExternalProfile['license'][]): Partial<OrgFacts> {
  return { profiles: known(licenses.map((license) => ({ ...customerProfile, license }))) };
}

function sitesWith(...sendsWelcomeEmail: readonly (typeof liveSite.sendsWelcomeEmail)[]): Partial<OrgFacts> {
  return { sites: known(sendsWelcomeEmail.map((sends) => ({ ...liveSite, sendsWelcomeEmail: sends }))) };
}

/** What the running user and the org bring up. */
export const orgCases = {
  permissionHeld: [{ because: 'Manage External Users is held', status: 'pass' }],
  permissionCustomersOnly: [
    {
      because: 'only Manage Customer Users is held',
      org: { runningUser: customersOnly },
      status: 'warning',
      fix: 'setUpPermissions'
    }
  ],
  permissionMissing: [
    { because: 'neither is held', org: { runningUser: nobody }, status: 'blocked', fix: 'setUpPermissions' },
    {
      because: 'neither is held, and Setup can’t be opened',
      org: { runningUser: { ...nobody, viewsSetup: false } },
      status: 'blocked'
    }
  ],

  noUserYet: [{ because: 'no user holds the contact', status: 'pass' }],
  userActive: [
    {
      because: 'an active user holds the contact',
      user: known({ ...inactiveUser, isActive: true }),
      status: 'blocked',
      ...existing,
      fix: 'openUser'
    }
  ],
  userInactive: [
    {
      because: 'an inactive user holds the contact too',
      user: known(inactiveUser),
      status: 'blocked',
      ...existing,
      fix: 'reactivate'
    }
  ],
  userHidden: [
    { because: 'users cannot be read', user: unknown('noAccess'), status: 'unknown' },
    { because: 'User.ContactId is hidden, not gone', user: unknown('notInOrg'), status: 'unknown' },
    { because: 'the read failed', user: unknown('failed'), status: 'unknown' }
  ],

  siteLive: [
    { because: 'a site is live', status: 'pass', words: ['Acme Help'] },
    {
      because: 'one of two is live',
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
      because: 'none is live',
      org: { sites: known([siteUnderConstruction]) },
      status: 'warning',
      words: ['Acme Beta'],
      fix: 'setUpSites'
    }
  ],
  siteMissing: [
    { because: 'this person sees no site', org: { sites: known([]) }, status: 'warning', fix: 'setUpSites' }
  ],
  sitesHidden: [
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
      because: 'one of two live sites does',
      org: { sites: known([{ ...liveSite, name: 'Acme Quiet', sendsWelcomeEmail: known(false) }, liveSite]) },
      status: 'pass',
      words: ['Acme Help']
    }
  ],
  mailOff: [
    {
      because: 'the live site does not',
      org: sitesWith(known(false)),
      status: 'warning',
      words: ['Acme Help'],
      fix: 'setUpSites'
    },
    {
      because: 'no site is live',
      org: { sites: known([siteUnderConstruction]) },
      status: 'warning',
      words: ['Acme Beta'],
      fix: 'setUpSites'
    }
  ],
  mailHidden: [
    { because: 'sites cannot be read', org: { sites: unknown('noAccess') }, status: 'unknown' },
    { because: 'there is no site that this person sees', org: { sites: known([]) }, status: 'unknown' },
    {
      because: 'one of two live sites hides it',
      org: sitesWith(known(false), unknown('noAccess')),
      status: 'unknown'
    }
  ],

  profilesFound: [
    { because: 'there are external profiles', status: 'pass', words: ['Acme Customer, Acme Partner'] },
    {
      because: 'there are those of the kind that this person may make',
      org: { runningUser: customersOnly },
      status: 'pass',
      words: ['Acme Customer']
    },
    {
      because: 'there are more than a sentence can name',
      org: { profiles: known(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ ...customerProfile, name }))) },
      status: 'pass',
      words: ['A, B, C, D, E (+1)']
    }
  ],
  profilesAllowed: [
    {
      because: 'an administrator listed them',
      org: { profileSource: 'allowList' },
      status: 'pass',
      words: ['Acme Customer, Acme Partner']
    }
  ],
  profilesInUse: [
    {
      because: 'they are those of users, and one may be missing',
      org: { profileSource: 'existingUsers' },
      status: 'unknown',
      words: ['Acme Customer, Acme Partner']
    }
  ],
  profileMissing: [
    { because: 'there are none', org: { profiles: known([]) }, status: 'blocked', fix: 'setUpProfiles' },
    {
      because: 'there are none of the kind that this person may make',
      org: { runningUser: customersOnly, profiles: known([partnerProfile]) },
      status: 'blocked',
      fix: 'setUpProfiles'
    },
    {
      because: 'there are none for a person account',
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
      because: 'there is no external user to learn of a profile from',
      org: { profiles: known([]), profileSource: 'existingUsers' },
      status: 'unknown'
    }
  ],

  seatsFree: [
    { because: 'each licence has one', status: 'pass', words: ['Customer Community, Partner Community'] },
    {
      because: 'one of two licences has one, and is the one that is named',
      org: { profiles: known([{ ...customerProfile, license: known(fullLicense) }, partnerProfile]) },
      status: 'pass',
      words: ['Partner Community']
    },
    {
      because: 'two profiles share a licence, which is named once',
      org: profilesWith(known(customerLicense), known(customerLicense)),
      status: 'pass',
      words: ['Customer Community']
    },
    {
      because: 'log-ins are counted, not seats',
      org: profilesWith(known(loginLicense)),
      status: 'pass',
      words: ['Customer Community Login']
    },
    {
      because: 'one is free, although another licence is hidden',
      org: profilesWith(unknown('noAccess'), known(customerLicense)),
      status: 'pass',
      words: ['Customer Community']
    }
  ],
  seatsHidden: [
    { because: 'profiles cannot be read', org: { profiles: unknown('noAccess') }, status: 'unknown' },
    { because: 'no licence can be read', org: profilesWith(unknown('noAccess')), status: 'unknown' },
    {
      because: 'a licence hides its counts',
      org: profilesWith(known({ ...customerLicense, used: unknown('noAccess') })),
      status: 'unknown'
    },
    {
      because: 'one is full and the other hidden',
      org: profilesWith(known(fullLicense), unknown('noAccess')),
      status: 'unknown'
    }
  ],
  seatsTaken: [
    {
      because: 'more are used than bought, as after a downgrade',
      org: profilesWith(known({ ...fullLicense, used: known(25) })),
      status: 'blocked',
      words: ['Customer Community'],
      fix: 'setUpLicenses'
    }
  ],

  newUserVisible: [
    {
      because: 'View All Users is held',
      org: { runningUser: { ...customersOnly, viewsAllUsers: true } },
      status: 'pass'
    },
    {
      because: 'Manage External Users is held',
      org: { runningUser: { ...readyOrg.runningUser, viewsAllUsers: false } },
      status: 'pass'
    }
  ],
  newUserMaybeHidden: [
    {
      because: 'the sharing of users decides',
      org: { runningUser: { ...customersOnly, viewsAllUsers: false } },
      status: 'unknown'
    }
  ]
} as const satisfies Cases;
