import {
  findPrerequisites,
  isBlocked,
  known,
  unknown,
  type ContactFacts,
  type ExternalProfile,
  type Finding,
  type FindingCode,
  type FindingStatus,
  type OrgFacts
} from 'c/externalUserRules';
import {
  account,
  customerLicense,
  customerProfile,
  fullLicense,
  inactiveUser,
  liveSite,
  loginLicense,
  owner,
  partnerProfile,
  readyContact,
  readyOrg,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';

interface Case {
  readonly because: string;
  readonly contact?: Partial<ContactFacts>;
  readonly org?: Partial<OrgFacts>;
  readonly status: FindingStatus;
  readonly words?: readonly string[];
  readonly record?: string;
  readonly fix?: Finding['fix'];
}

const customersOnly = { managesExternalUsers: false, managesCustomerUsers: true };
const nobody = { managesExternalUsers: false, managesCustomerUsers: false };
const contactReference = readyContact.id;

/** The org has profiles with these licences, and no other. */
function profilesWith(...licenses: readonly ExternalProfile['license'][]): Partial<OrgFacts> {
  return { profiles: known(licenses.map((license) => ({ ...customerProfile, license }))) };
}

/** A code without a case is an error of type; so is a case of no code. */
const CASES: Readonly<Record<FindingCode, readonly [Case, ...Case[]]>> = {
  permissionHeld: [{ because: 'Manage External Users is held', status: 'pass' }],
  permissionCustomersOnly: [
    { because: 'only Manage Customer Users is held', org: { runningUser: customersOnly }, status: 'warning' }
  ],
  permissionMissing: [{ because: 'neither is held', org: { runningUser: nobody }, status: 'blocked' }],

  noUserYet: [{ because: 'no user holds the contact', status: 'pass' }],
  userActive: [
    {
      because: 'an active user holds the contact',
      org: { existingUser: known({ ...inactiveUser, isActive: true }) },
      status: 'blocked',
      words: ['Amélie Dubois', 'amelie@old.example'],
      record: inactiveUser.id,
      fix: 'openUser'
    }
  ],
  userInactive: [
    {
      because: 'an inactive user holds the contact too',
      org: { existingUser: known(inactiveUser) },
      status: 'blocked',
      words: ['Amélie Dubois', 'amelie@old.example'],
      record: inactiveUser.id,
      fix: 'openUser'
    }
  ],
  userHidden: [
    { because: 'users cannot be read', org: { existingUser: unknown('noAccess') }, status: 'unknown' },
    { because: 'the org has no User.ContactId', org: { existingUser: unknown('notInOrg') }, status: 'unknown' },
    { because: 'the read failed', org: { existingUser: unknown('failed') }, status: 'unknown' }
  ],

  accountPresent: [
    { because: 'the contact has an account', status: 'pass', words: [account.name], record: account.id }
  ],
  accountMissing: [
    {
      because: 'the contact is private, without account',
      contact: { account: known(null) },
      status: 'blocked',
      words: ['Amélie Dubois'],
      record: contactReference,
      fix: 'editContact'
    }
  ],
  accountHidden: [
    {
      because: 'the account cannot be read',
      contact: { account: unknown('noAccess') },
      status: 'unknown',
      words: ['Amélie Dubois']
    }
  ],

  ownerReady: [
    {
      because: 'the owner is active and has a role',
      status: 'pass',
      words: ['Freja Lindqvist', account.name],
      record: owner.id
    },
    {
      because: 'whether the owner is active is hidden, but not the role',
      contact: { owner: known({ ...owner, isActive: unknown('notInOrg') }) },
      status: 'pass',
      words: ['Freja Lindqvist', account.name],
      record: owner.id
    }
  ],
  ownerInactive: [
    {
      because: 'the owner is inactive, role or not',
      contact: { owner: known({ ...owner, isActive: known(false), roleId: known(null) }) },
      status: 'blocked',
      words: ['Freja Lindqvist', account.name],
      record: account.id,
      fix: 'openAccount'
    }
  ],
  ownerWithoutRole: [
    {
      because: 'the owner has no role',
      contact: { owner: known({ ...owner, roleId: known(null) }) },
      status: 'blocked',
      words: ['Freja Lindqvist', account.name],
      record: owner.id,
      fix: 'openOwner'
    }
  ],
  ownerRoleHidden: [
    {
      because: 'the role takes View Roles and Role Hierarchy',
      contact: { owner: known({ ...owner, roleId: unknown('notInOrg') }) },
      status: 'unknown',
      words: [account.name],
      record: owner.id
    },
    {
      because: 'the owner cannot be read at all',
      contact: { owner: unknown('noAccess') },
      status: 'unknown',
      words: [account.name],
      record: account.id,
      fix: 'openAccount'
    }
  ],

  emailPresent: [{ because: 'the contact has an email', status: 'pass', words: ['Amelie.Dubois@northwind.example'] }],
  emailMissing: [
    {
      because: 'the contact has none; it can still be typed in',
      contact: { email: null },
      status: 'warning',
      words: ['Amélie Dubois'],
      record: contactReference,
      fix: 'editContact'
    }
  ],

  partnerAccount: [{ because: 'Account.IsPartner is set', status: 'pass', words: [account.name], record: account.id }],
  partnerAccountNotEnabled: [
    {
      because: 'Account.IsPartner is not set; a customer does not need it',
      contact: { isPartnerAccount: known(false) },
      status: 'warning',
      words: [account.name],
      record: account.id,
      fix: 'enablePartnerAccount'
    }
  ],
  partnerAccountsOff: [
    {
      because: 'this org has no Account.IsPartner',
      contact: { isPartnerAccount: unknown('notInOrg') },
      status: 'unknown',
      words: [account.name],
      record: account.id
    },
    {
      because: 'this person may not read it',
      contact: { isPartnerAccount: unknown('noAccess') },
      status: 'unknown',
      words: [account.name],
      record: account.id
    }
  ],

  profilesFound: [{ because: 'there are external profiles', status: 'pass', words: ['2'] }],
  profileMissing: [{ because: 'there are none', org: { profiles: known([]) }, status: 'blocked' }],
  profilesHidden: [
    { because: 'profiles cannot be read', org: { profiles: unknown('noAccess') }, status: 'unknown' },
    { because: 'GraphQL has no Profile here', org: { profiles: unknown('notInOrg') }, status: 'unknown' }
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
  seatsTaken: [
    {
      because: 'every licence is full',
      org: profilesWith(known(fullLicense)),
      status: 'blocked',
      words: ['Customer Community']
    },
    {
      because: 'more are used than bought, as after a downgrade',
      org: profilesWith(known({ ...fullLicense, used: known(25) })),
      status: 'blocked',
      words: ['Customer Community']
    }
  ],
  seatsHidden: [
    { because: 'profiles cannot be read', org: { profiles: unknown('noAccess') }, status: 'unknown' },
    { because: 'no licence can be read', org: profilesWith(unknown('noAccess')), status: 'unknown' },
    { because: 'the licences could not be asked for', org: profilesWith(unknown('failed')), status: 'unknown' },
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

  siteLive: [
    { because: 'a site is live', status: 'pass', words: ['Acme Help'] },
    {
      because: 'one of two is live',
      org: { sites: known([siteUnderConstruction, liveSite]) },
      status: 'pass',
      words: ['Acme Help']
    }
  ],
  siteNotLive: [
    {
      because: 'none is live',
      org: { sites: known([siteUnderConstruction]) },
      status: 'warning',
      words: ['Acme Beta']
    }
  ],
  siteMissing: [{ because: 'this person sees no site', org: { sites: known([]) }, status: 'warning' }],
  sitesHidden: [
    { because: 'Network is not in this org', org: { sites: unknown('notInOrg') }, status: 'unknown' },
    { because: 'the query is refused', org: { sites: unknown('noAccess') }, status: 'unknown' }
  ]
};

const rows = Object.entries(CASES).flatMap(([code, cases]) =>
  cases.map((example) => [code, example.status, example.because, example] as const)
);

function codesOf(contact: ContactFacts, org: OrgFacts): readonly FindingCode[] {
  return findPrerequisites(contact, org).map(({ code }) => code);
}

describe('findPrerequisites', () => {
  it.each(rows)('finds %s as %s when %s', (code, status, _because, { contact, org, words, record, fix }) => {
    const findings = findPrerequisites({ ...readyContact, ...contact }, { ...readyOrg, ...org });
    const found = findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => ({ ...finding, record: finding.record?.id }))).toEqual([
      { code, status, words: words ?? [], record, fix: fix ?? null }
    ]);
  });

  it.each(rows)('finds each code once, also with %s', (_code, _status, _because, { contact, org }) => {
    const codes = codesOf({ ...readyContact, ...contact }, { ...readyOrg, ...org });
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('keeps the order in which a person would clear them', () => {
    expect(codesOf(readyContact, readyOrg)).toEqual([
      'permissionHeld',
      'noUserYet',
      'accountPresent',
      'ownerReady',
      'emailPresent',
      'partnerAccount',
      'profilesFound',
      'seatsFree',
      'siteLive'
    ]);
  });

  it.each([
    ['the user', { existingUser: unknown('pending') }, ['noUserYet', 'userHidden']],
    ['profiles', { profiles: unknown('pending') }, ['profilesFound', 'profilesHidden', 'seatsFree', 'seatsHidden']],
    ['licences', profilesWith(unknown('pending'), known(fullLicense)), ['seatsFree', 'seatsTaken', 'seatsHidden']],
    ['sites', { sites: unknown('pending') }, ['siteLive', 'siteMissing', 'sitesHidden']]
  ] as const)('says nothing of %s before the org has answered', (_what, org, codes) => {
    const found = codesOf(readyContact, { ...readyOrg, ...org });
    expect(found.filter((code) => (codes as readonly string[]).includes(code))).toEqual([]);
  });

  it.each([
    ['is missing', known(null)],
    ['is hidden', unknown('noAccess')]
  ])('says nothing of owner and partner account while the account %s', (_how, fact) => {
    const codes = codesOf({ ...readyContact, account: fact }, readyOrg);
    expect(codes.filter((code) => /^(owner|partner)/.test(code))).toEqual([]);
  });
});

describe('isBlocked', () => {
  it.each(rows)('with %s (%s) when %s', (code, status, _because, { contact, org }) => {
    const findings = findPrerequisites({ ...readyContact, ...contact }, { ...readyOrg, ...org });
    expect(isBlocked(findings.filter((finding) => finding.code === code))).toBe(status === 'blocked');
  });

  it('does not count an unknown or a warning as a hindrance', () => {
    const hidden: OrgFacts = {
      runningUser: customersOnly,
      existingUser: unknown('noAccess'),
      profiles: unknown('noAccess'),
      sites: unknown('notInOrg')
    };
    const contact: ContactFacts = { ...readyContact, email: null, owner: unknown('noAccess') };
    expect(isBlocked(findPrerequisites(contact, hidden))).toBe(false);
  });

  it('finds nothing in nothing', () => {
    expect(isBlocked([])).toBe(false);
  });
});
