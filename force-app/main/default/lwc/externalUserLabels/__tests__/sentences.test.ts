import {
  cardFor,
  checkNameFor,
  fieldLabels,
  fill,
  fixLabelFor,
  sentenceFor,
  sentenceForFailure,
  sentenceForProblem,
  toProfileChoices
} from 'c/externalUserLabels';
import {
  known,
  type Check,
  type DraftField,
  type DraftProblem,
  type FailureCode,
  type Finding,
  type Fix
} from 'c/externalUserRules';
import { customerLicense, customerProfile } from '../../../../../test/jest/facts.ts';

/** One example is enough, because the tests of the rules check the sentence of every finding. */
const ownerWithoutRole: Finding = {
  check: 'owner',
  code: 'ownerWithoutRole',
  status: 'blocked',
  record: null,
  words: ['Freja Lindqvist', 'Northwind Ångström AB'],
  fix: null
};

const CHECKS: Readonly<Record<Check, string>> = {
  permission: 'Your permission',
  user: 'One user per contact',
  account: 'Account',
  owner: 'Account owner',
  contactOwners: 'Partner account',
  email: 'Email',
  privacy: 'Privacy',
  personAccount: 'Person account',
  partner: 'Partner account',
  site: 'Site',
  mail: 'Welcome email',
  profiles: 'Profiles',
  seats: 'License seats',
  visibility: 'Seeing the new user',
  membership: 'Site membership',
  standardProfile: 'Standard profile',
  usernameForm: 'Username',
  username: 'Username',
  nickname: 'Nickname'
};

const FIXES: Readonly<Record<Fix, string>> = {
  enablePartnerAccount: 'Enable as Partner Account',
  reactivate: 'Reactivate',
  useFreeUsername: 'Use Northwind Ångström AB',
  useFreeNickname: 'Use Northwind Ångström AB',
  editContact: 'Edit Contact',
  openAccount: 'Open Account',
  giveRole: 'Give Freja Lindqvist a role',
  activateOwner: 'Activate Freja Lindqvist',
  changeOwner: 'Change the owner',
  changeContactOwner: 'Change the owner',
  openUser: 'Open User',
  setUpExperiences: 'Open Digital Experiences Settings',
  setUpSites: 'Open All Sites',
  setUpProfiles: 'Open Profiles',
  setUpLicenses: 'Open Company Information',
  setUpPermissions: 'Open Permission Sets'
};

/** The part of each sentence that says what is wrong. */
const FAILURES: Readonly<Record<FailureCode, RegExp>> = {
  duplicateUsername: /username amelie@northwind.example is taken/,
  duplicateNickname: /has this nickname/,
  duplicateValue: /must be unique/,
  usernameForm: /form of an email address/,
  invalidEmail: /doesn’t accept this email/,
  requiredMissing: /required field is empty/,
  tooLong: /too long/,
  invalidChoice: /isn’t available in this org/,
  licenseLimit: /No seat is left on the license Customer Community of the profile Acme Customer/,
  featureLicenseLimit: /feature license/,
  ownerWithoutRole: /owner Freja Lindqvist of the account Northwind has no role/,
  ownerExternal: /external user owns/u,
  ownerInactive: /is inactive/,
  userExists: /contact Amélie Dubois already has a user/,
  contactMissing: /needs a contact/,
  contactDeleted: /Recycle Bin/,
  profileNotExternal: /doesn’t allow the profile Acme Customer/,
  roleMismatch: /role of the new user doesn’t fit/,
  siteOff: /Digital Experiences are off/,
  encryptedContact: /View Encrypted Data/,
  noAccess: /can’t do this yet/,
  noPartnerAccess: /the permission set External User Partner Accounts\.$/u,
  automationFailed: /automation of this org/,
  validationRule: /validation rule/,
  mixedDml: /same transaction/,
  locked: /holds the account Northwind/,
  sessionExpired: /session has ended/,
  notFound: /can’t be found/,
  busy: /too many requests/,
  serverDown: /couldn’t finish/,
  noAnswer: /No answer/,
  unreadable: /can’t read the answer/,
  lookUpFailed: /We can’t see whether/,
  unexpected: /refused the user/
};

const PROBLEMS: Readonly<Record<DraftProblem['code'], readonly [DraftProblem, string]>> = {
  required: [{ field: 'alias', code: 'required' }, 'Complete this field.'],
  notAnEmail: [{ field: 'email', code: 'notAnEmail' }, 'Enter an email address, such as name@example.com.'],
  notAUsername: [
    { field: 'username', code: 'notAUsername' },
    'Enter the username in the form of an email address, such as name@example.com.'
  ],
  usernameCharacter: [
    { field: 'username', code: 'usernameCharacter', character: 'ß', place: 8 },
    'A username can’t have “ß”, its character 8. Use letters from a to z, digits and the signs of an email address.'
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
  emailEncoding: 'Email Encoding',
  portalRole: 'Portal Role Level'
};

describe('sentenceFor', () => {
  it('fills the placeholders of the sentence', () => {
    expect(sentenceFor(ownerWithoutRole)).toBe(
      'The account owner has no role. Freja Lindqvist owns Northwind Ångström AB. Salesforce needs the owner to have a role before a contact can get a user.'
    );
  });
});

describe('cardFor', () => {
  it('has the problem as its title, and cause and fix as its text', () => {
    expect(cardFor(ownerWithoutRole)).toEqual({
      title: 'The account owner has no role',
      text: 'Freja Lindqvist owns Northwind Ångström AB. Salesforce needs the owner to have a role before a contact can get a user.'
    });
  });

  it('keeps a name with full stops whole', () => {
    const words = ['Distribuidora Andes S.A. de C.V.'];
    expect(cardFor({ code: 'seatsTaken', words })).toEqual({
      title: 'No seat is free: Distribuidora Andes S.A. de C.V.',
      text: 'Deactivate a user who no longer needs access, or buy more licenses.'
    });
  });
});

describe('checkNameFor', () => {
  it.each(Object.entries(CHECKS) as [Check, string][])('names the check of %s "%s"', (check, name) => {
    expect(checkNameFor({ ...ownerWithoutRole, check })).toBe(name);
  });
});

describe('fixLabelFor', () => {
  it.each(Object.entries(FIXES) as [Fix, string][])('labels %s "%s"', (fix, label) => {
    expect(fixLabelFor({ ...ownerWithoutRole, fix })).toBe(label);
  });

  it('gives no label for a finding without a fix', () => {
    expect(fixLabelFor(ownerWithoutRole)).toBeNull();
  });
});

describe('sentenceForFailure', () => {
  const names = {
    contact: 'Amélie Dubois',
    account: 'Northwind',
    owner: 'Freja Lindqvist',
    profile: 'Acme Customer',
    license: 'Customer Community',
    username: 'amelie@northwind.example'
  };

  it.each(Object.entries(FAILURES) as [FailureCode, RegExp][])('says what is wrong for %s', (code, words) => {
    expect(sentenceForFailure({ code }, names)).toMatch(words);
  });

  it.each(Object.keys(FAILURES) as FailureCode[])('leaves out unknown names for %s', (code) => {
    expect(sentenceForFailure({ code })).toMatch(/^[A-Z][^{}]*\.$/);
    expect(sentenceForFailure({ code })).not.toMatch(/ {2}| [.,]/);
  });
});

describe('sentenceForProblem', () => {
  it.each(Object.values(PROBLEMS))('says what is wrong for $code', (problem, sentence) => {
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
    ['Salesforce says: {0}', ['{1} $& $1'], 'Salesforce says: {1} $& $1'],
    ['{0} owns {1}.', ['Ann', 'Andes S.A.'], 'Ann owns Andes S.A.'],
    ['{0}. {1}.', ['Andes S.A.', 'Ann'], 'Andes S.A. Ann.']
  ])('fills "%s"', (label, words, sentence) => {
    expect(fill(label, words)).toBe(sentence);
  });

  it.each([
    ['Arabic', 'محمد الفارسي'],
    ['Hebrew', 'דוד כהן (1)'],
    ['a name of both directions', 'Dana דנה']
  ])('isolates %s, so that it does not reorder the text beside it', (_script, name) => {
    expect(fill('{0}: {1}', [name, 'ada'])).toBe(`\u2068${name}\u2069: ada`);
  });

  it('shows the control and direction characters of a word', () => {
    expect(fill('{0} has a user', ['Eve \u202Etxt\u0007'])).toBe('Eve [U+202E]txt[U+0007] has a user');
  });

  it('isolates a license in the option of a profile once', () => {
    const license = known({ ...customerLicense, name: 'דנה' });
    const [choice] = toProfileChoices([{ ...customerProfile, license }]);
    expect(choice?.description).toContain('\u2068דנה\u2069');
    expect(choice?.description).not.toContain('[U+');
  });

  it.each(['Amélie', '王小明', 'がぎ', 'हिन्दी', 'Йосип', '𠮷', ''])('leaves "%s" as it is', (name) => {
    expect(fill('{0}', [name])).toBe(name);
  });
});
