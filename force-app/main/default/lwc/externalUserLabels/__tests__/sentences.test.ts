import {
  checkNameFor,
  fieldLabels,
  fill,
  fixLabelFor,
  sentenceFor,
  sentenceForFailure,
  sentenceForProblem
} from 'c/externalUserLabels';
import {
  findPartnerBlocker,
  findPrerequisites,
  findSeatBlocker,
  known,
  unknown,
  type ContactFacts,
  type DraftField,
  type DraftProblem,
  type FailureCode,
  type Finding,
  type FindingCode,
  type OrgFacts
} from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  inactiveUser,
  owner,
  readyContact,
  readyOrg,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';

const nobody = { managesExternalUsers: false, managesCustomerUsers: false };
const customersOnly = { managesExternalUsers: false, managesCustomerUsers: true };
const hidden = unknown('noAccess');

/** Facts that together bring up every finding that there is. */
const SITUATIONS: readonly (readonly [Partial<ContactFacts>, Partial<OrgFacts>])[] = [
  [{}, {}],
  [
    { account: known(null), email: null },
    { runningUser: nobody, existingUser: known(inactiveUser) }
  ],
  [
    { account: hidden },
    { runningUser: customersOnly, existingUser: known({ ...inactiveUser, isActive: true }), profiles: known([]) }
  ],
  [
    { owner: known({ ...owner, isActive: known(false) }), isPartnerAccount: known(false) },
    { profiles: known([{ ...customerProfile, license: known(fullLicense) }]), sites: known([siteUnderConstruction]) }
  ],
  [
    { owner: known({ ...owner, roleId: known(null) }), isPartnerAccount: hidden },
    { existingUser: hidden, profiles: hidden, sites: known([]) }
  ],
  [{ owner: hidden }, { sites: hidden }]
];

const findings: readonly Finding[] = [
  ...SITUATIONS.flatMap(([contact, org]) =>
    findPrerequisites({ ...readyContact, ...contact }, { ...readyOrg, ...org })
  ),
  findPartnerBlocker('partner', { ...readyContact, isPartnerAccount: known(false) }),
  findSeatBlocker({ ...customerProfile, license: known(fullLicense) })
].filter((finding) => finding !== null);

/** The check that each finding answers; a code that is missing here is an error of type. */
const CHECKS: Readonly<Record<FindingCode, string>> = {
  permissionHeld: 'Your permission',
  permissionCustomersOnly: 'Your permission',
  permissionMissing: 'Your permission',
  noUserYet: 'One user per contact',
  userActive: 'One user per contact',
  userInactive: 'One user per contact',
  userHidden: 'One user per contact',
  accountPresent: 'Account',
  accountMissing: 'Account',
  accountHidden: 'Account',
  ownerReady: 'Account owner',
  ownerInactive: 'Account owner',
  ownerWithoutRole: 'Account owner',
  ownerRoleHidden: 'Account owner',
  emailPresent: 'Email',
  emailMissing: 'Email',
  partnerAccount: 'Partner account',
  partnerAccountNotEnabled: 'Partner account',
  partnerAccountsOff: 'Partner account',
  siteLive: 'Site',
  siteNotLive: 'Site',
  siteMissing: 'Site',
  sitesHidden: 'Site',
  profilesFound: 'Profiles',
  profileMissing: 'Profiles',
  profilesHidden: 'Profiles',
  seatsFree: 'License seats',
  seatsTaken: 'License seats',
  seatsHidden: 'License seats'
};

const FIXES: Readonly<Record<NonNullable<Finding['fix']>, string>> = {
  editContact: 'Edit Contact',
  openAccount: 'Open Account',
  openOwner: 'Open User',
  openUser: 'Open User',
  enablePartnerAccount: 'Enable as Partner Account'
};

/** The part of each sentence that says what is the matter. */
const FAILURES: Readonly<Record<FailureCode, RegExp>> = {
  duplicateUsername: /username is taken/,
  duplicateNickname: /has this nickname/,
  usernameForm: /form of an email address/,
  invalidEmail: /doesn’t accept this email/,
  requiredMissing: /required field is empty/,
  tooLong: /too long/,
  invalidChoice: /choice isn’t available/,
  licenseLimit: /No seat is left on the license/,
  featureLicenseLimit: /feature license/,
  ownerWithoutRole: /has no role/,
  ownerInactive: /is inactive/,
  userExists: /has a user already/,
  contactMissing: /needs a contact/,
  profileNotExternal: /profile can’t be used/,
  siteOff: /Digital experiences/,
  encryptedContact: /View Encrypted Data/,
  noAccess: /don’t have access/,
  automationFailed: /automation of this org/,
  validationRule: /validation rule/,
  mixedDml: /same transaction/,
  locked: /holds the account/,
  sessionExpired: /session has ended/,
  notFound: /can’t be found/,
  busy: /too many requests/,
  serverDown: /couldn’t finish/,
  noAnswer: /No answer/,
  unexpected: /refused the user/
};

const PROBLEMS: Readonly<Record<DraftProblem['code'], readonly [DraftProblem, string]>> = {
  required: [{ field: 'alias', code: 'required' }, 'Complete this field.'],
  notAnEmail: [{ field: 'email', code: 'notAnEmail' }, 'Enter an email address, such as name@example.com.'],
  notAUsername: [
    { field: 'username', code: 'notAUsername' },
    'Enter the username in the form of an email address, such as name@example.com.'
  ],
  notAProfileId: [
    { field: 'profileId', code: 'notAProfileId' },
    'Enter the ID of a profile: 15 or 18 characters that begin with 00e.'
  ],
  tooLong: [{ field: 'alias', code: 'tooLong', limit: 8 }, 'Use at most 8 characters.']
};

const FIELDS: Readonly<Record<DraftField, string>> = {
  profileId: 'Profile',
  username: 'Username',
  email: 'Email',
  alias: 'Alias',
  nickname: 'Nickname',
  firstName: 'First Name',
  lastName: 'Last Name',
  timeZone: 'Time Zone',
  locale: 'Locale',
  language: 'Language',
  emailEncoding: 'Email Encoding'
};

describe('sentenceFor', () => {
  it.each(Object.keys(CHECKS))('is tried with %s', (code) => {
    expect(findings.map((finding): string => finding.code)).toContain(code);
  });

  it.each(findings.map((finding) => [finding.code, finding] as const))(
    'has every place of %s filled',
    (_code, finding) => {
      const sentence = sentenceFor(finding);
      expect(sentence).toMatch(/\w.*\.$/);
      expect(sentence).not.toMatch(/\{\d+\}/);
    }
  );

  it('puts the words where the sentence has its places', () => {
    const ownerWithoutRole = findings.find(({ code }) => code === 'ownerWithoutRole');
    expect(ownerWithoutRole && sentenceFor(ownerWithoutRole)).toBe(
      'Freja Lindqvist owns Northwind Ångström AB but has no role in the role hierarchy. Give this user a role, or give the account another owner.'
    );
  });
});

describe('checkNameFor', () => {
  it.each(findings.map((finding) => [finding.code, finding] as const))('names the check of %s', (code, finding) => {
    expect(checkNameFor(finding)).toBe(CHECKS[code]);
  });
});

describe('fixLabelFor', () => {
  const finding: Finding = { code: 'siteMissing', status: 'warning', record: null, words: [], fix: null };

  it.each(Object.entries(FIXES) as [NonNullable<Finding['fix']>, string][])('says %s as "%s"', (fix, label) => {
    expect(fixLabelFor({ ...finding, fix })).toBe(label);
  });

  it('says nothing where nothing can be fixed here', () => {
    expect(fixLabelFor(finding)).toBeNull();
  });
});

describe('sentenceForFailure', () => {
  it.each(Object.entries(FAILURES) as [FailureCode, RegExp][])('says %s', (code, words) => {
    const sentence = sentenceForFailure({ code, field: null, message: '', details: '', status: 400 });
    expect(sentence).toMatch(words);
    expect(sentence).not.toMatch(/\{\d+\}/);
  });
});

describe('sentenceForProblem', () => {
  it.each(Object.values(PROBLEMS))('says $code', (problem, sentence) => {
    expect(sentenceForProblem(problem)).toBe(sentence);
  });
});

describe('fieldLabels', () => {
  it('name the fields as the User object does', () => {
    expect(fieldLabels).toEqual(FIELDS);
  });
});

describe('fill', () => {
  it.each([
    ['Step {0} of 4: {1}', ['2', 'Details'], 'Step 2 of 4: Details'],
    ['{1} before {0}', ['a', 'b'], 'b before a'],
    ['{0} and {0}', ['again'], 'again and again'],
    ['{0} {1}', ['one'], 'one {1}'],
    ['nothing', ['unused'], 'nothing'],
    ['Salesforce says: {0}', ['{1} $& $1'], 'Salesforce says: {1} $& $1']
  ])('fills "%s"', (label, words, sentence) => {
    expect(fill(label, words)).toBe(sentence);
  });
});
