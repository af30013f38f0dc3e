import {
  PERMISSIONS,
  type Permission,
  type DecisionCase,
  owner,
  account,
  user,
  customers,
  partners,
  inactive,
  inactivePartner,
  customerProfile,
  READY,
  withContact,
  withOwner,
  withLicenses,
  logIns,
  withPattern,
  full,
  noPartner,
  refusesProcessing,
  asksToBeForgotten,
  otherContact,
  free,
  withHolder
} from './decisionCase.ts';

/** Each case is one contact and its org; list screen, bulk command and quick action must decide the same. */

const ADMINISTRATOR: readonly DecisionCase[] = [
  { contact: 'a contact that is ready', outcome: 'enable', code: 'ready' },

  {
    contact: 'a contact whose name is transliterated',
    ...withPattern('{first}.{last}@{suffix}', { FirstName: 'Søren', LastName: 'Ødegård' }),
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact whose name is in another script',
    ...withPattern('{first}.{last}@{suffix}', { FirstName: '太郎', LastName: '田中' }),
    outcome: 'enable',
    code: 'usernameFromEmail'
  },
  {
    contact: 'a contact whose address has dots side by side',
    ...withContact({ Email: 'taro..@docomo.example' }),
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact whose address is transliterated',
    ...withContact({ Email: 'ute@straße.example' }),
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact whose address can’t be a username',
    ...withContact({ Email: '用户@例子.example' }),
    outcome: 'blocked',
    code: 'usernameCharacter'
  },
  {
    contact: 'a contact whose name and address can’t be a username',
    ...withPattern('{last}@{suffix}', { LastName: '王', Email: '王@例子.example' }),
    outcome: 'blocked',
    code: 'usernameCharacter'
  },

  {
    contact: 'a contact to whom a person gives a username with two @',
    username: 'amelie@northwind.example@acme.portal',
    outcome: 'enable',
    code: 'usernameUnsettled'
  },
  {
    contact: 'a contact whose username by the pattern has two @, which not every org takes',
    ...withPattern('{email}@{suffix}', {}),
    outcome: 'enable',
    code: 'usernameFromEmail'
  },

  {
    contact: 'a contact whose names an inactive user has',
    ...withHolder({ IsActive: false }),
    deviations: ['usernameOfInactiveUser', 'nicknameOfInactiveUser']
  },
  {
    contact: 'a contact whose names the inactive user of another contact has',
    ...withHolder({ ...otherContact, IsActive: false }),
    deviations: ['usernameOfInactiveUser', 'nicknameOfInactiveUser']
  },
  {
    contact: 'a contact whose names a customer without a contact has',
    ...withHolder({ UserType: 'CspLitePortal' }),
    deviations: ['usernameOfContactlessUser', 'nicknameOfContactlessUser']
  },
  {
    contact: 'a contact whose names a partner without a contact has',
    ...withHolder({ UserType: 'PowerPartner' }),
    deviations: ['usernameOfContactlessUser', 'nicknameOfContactlessUser']
  },
  {
    contact: 'a contact whose names an internal user has',
    ...withHolder({}),
    deviations: ['usernameOfInternalUser', 'nicknameOfInternalUser']
  },
  {
    contact: 'a contact whose names the user of another contact has',
    ...withHolder(otherContact),
    deviations: ['usernameOfOtherContact', 'nicknameOfOtherContact']
  },
  {
    contact: 'a contact whose username an internal user has',
    ...withHolder({ CommunityNickname: free.CommunityNickname }),
    deviations: ['usernameOfInternalUser']
  },
  {
    contact: 'a contact whose nickname the user of another contact has',
    ...withHolder({ ...otherContact, Username: free.Username }),
    deviations: ['nicknameOfOtherContact']
  },
  {
    contact: 'a contact whose nickname an inactive user has',
    ...withHolder({ IsActive: false, Username: free.Username }),
    deviations: ['nicknameOfInactiveUser']
  },
  { contact: 'a contact whose names nobody has', ...withHolder(free) },

  { contact: 'a contact with a user', records: { User: [user] }, outcome: 'already', code: 'userActive' },
  {
    contact: 'a contact with an inactive user',
    records: { User: [{ ...user, IsActive: false }] },
    outcome: 'already',
    code: 'userInactive'
  },

  {
    contact: 'a contact with an inactive user, of an owner without a role',
    records: { User: [inactive], ...withOwner({ UserRoleId: null }).records },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['ownerWithoutRole']
  },
  {
    contact: 'a contact with an inactive user, of an inactive owner',
    records: { User: [inactive], ...withOwner({ IsActive: false }).records },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['ownerInactive']
  },
  {
    contact: 'a contact with an inactive user, without an account',
    records: { User: [inactive], ...withContact({ AccountId: null, Account: null }).records },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['accountMissing']
  },
  {
    contact: 'a contact with an inactive user whose license has no seat',
    records: { User: [inactive], UserLicense: [{ ...customers, ...full }, partners] },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['seatsTaken']
  },
  {
    contact: 'a contact with an inactive user, of an owner without a role and a license without a seat',
    records: {
      User: [inactive],
      UserLicense: [{ ...customers, ...full }, partners],
      ...withOwner({ UserRoleId: null }).records
    },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['ownerWithoutRole', 'seatsTaken']
  },
  {
    contact: 'a contact with an inactive user, of an inactive owner and a license without a seat',
    records: {
      User: [inactive],
      UserLicense: [{ ...customers, ...full }, partners],
      ...withOwner({ IsActive: false }).records
    },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['ownerInactive', 'seatsTaken']
  },
  {
    contact: 'a contact with an inactive user whose license counts log-ins and has no seat',
    records: { User: [inactive], UserLicense: [{ ...customers, ...logIns, ...full }, partners] },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['seatsTaken']
  },

  {
    contact: 'a contact without an account',
    ...withContact({ AccountId: null, Account: null }),
    outcome: 'blocked',
    code: 'accountMissing'
  },
  {
    contact: 'a contact of an account that can’t be read',
    ...withContact({ Account: null }),
    outcome: 'enable',
    code: 'accountHidden'
  },
  {
    contact: 'a contact of an inactive owner',
    ...withOwner({ IsActive: false }),
    outcome: 'blocked',
    code: 'ownerInactive'
  },
  {
    contact: 'a contact of an owner without a role',
    ...withOwner({ UserRoleId: null }),
    outcome: 'blocked',
    code: 'ownerWithoutRole'
  },
  {
    contact: 'a customer of an account that a partner owns',
    ...withContact({ Account: { ...account, IsPartner: false, Owner: { ...owner, UserType: 'PowerPartner' } } }),
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact of an owner who can’t be read',
    ...withContact({ Account: { ...account, Owner: null } }),
    outcome: 'enable',
    code: 'ownerRoleHidden'
  },
  {
    contact: 'a contact of an owner whose role can’t be read',
    lacking: ['UserRoleId'],
    outcome: 'enable',
    code: 'ownerRoleHidden'
  },

  { contact: 'a contact without an email', ...withContact({ Email: null }), outcome: 'blocked', code: 'emailMissing' },
  {
    contact: 'a contact whose email is no email address',
    ...withContact({ Email: 'amelie at home' }),
    outcome: 'blocked',
    code: 'notAnEmail'
  },
  {
    contact: 'a contact whose email makes a username that is too long',
    ...withContact({ Email: `${'a'.repeat(70)}@northwind.example` }),
    outcome: 'blocked',
    code: 'tooLong'
  },
  {
    contact: 'a contact whose email reaches nobody',
    ...withContact({ Email: 'amelie@northwind.example.invalid' }),
    outcome: 'enable',
    code: 'emailUnusable'
  },

  { contact: 'a contact that refuses processing', ...refusesProcessing, outcome: 'enable', code: 'processingRefused' },
  { contact: 'a contact that asks to be forgotten', ...asksToBeForgotten, outcome: 'enable', code: 'forgettingAsked' },
  {
    contact: 'a contact that refuses processing, of an owner whose role can’t be read',
    ...refusesProcessing,
    lacking: ['UserRoleId'],
    outcome: 'enable',
    code: 'processingRefused'
  },

  {
    contact: 'a partner of an account that is no partner account',
    ...noPartner,
    kind: 'partner',
    outcome: 'blocked',
    code: 'partnerAccountNotEnabled'
  },
  { contact: 'a customer of an account that is no partner account', ...noPartner, outcome: 'enable', code: 'ready' },
  {
    contact: 'a partner of an account that may not be a partner account',
    lacking: ['IsPartner'],
    kind: 'partner',
    outcome: 'enable',
    code: 'partnerAccountsOff'
  },

  {
    contact: 'a contact for whom no license has a seat',
    ...withLicenses({ ...customers, ...full }, { ...partners, ...full }),
    outcome: 'blocked',
    code: 'seatsTaken'
  },
  {
    contact: 'a contact for whom the license of its profile has no seat',
    ...withLicenses({ ...customers, ...full }, partners),
    outcome: 'blocked',
    code: 'seatsTaken'
  },
  {
    contact: 'a contact for whom a license that counts log-ins has no seat',
    ...withLicenses({ ...customers, ...logIns, ...full }, partners),
    outcome: 'blocked',
    code: 'seatsTaken'
  },
  {
    contact: 'a contact for whom a license that counts log-ins has a seat',
    ...withLicenses({ ...customers, ...logIns }, partners),
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact for whom no log-in was bought',
    ...withLicenses({ ...customers, ...logIns, TotalLicenses: 0, UsedLicenses: 0 }, partners),
    outcome: 'blocked',
    code: 'seatsTaken'
  },
  {
    contact: 'a contact for whom seats can’t be read',
    ...withLicenses(),
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact in an org without a profile for external users',
    records: { Profile: [] },
    outcome: 'blocked',
    code: 'profileMissing'
  },
  {
    contact: 'a contact for whom two profiles can be chosen',
    records: { Profile: [customerProfile, { ...customerProfile, Id: '00e000010000009AAA', Name: 'Acme Support' }] },
    outcome: 'blocked',
    code: 'profileNotChosen'
  },

  {
    contact: 'a contact in an org whose site is not live',
    records: { Network: [{ ...READY.Network[0], Status: 'UnderConstruction' }] },
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact in an org whose sites can’t be read',
    lacking: ['Network'],
    outcome: 'enable',
    code: 'ready'
  },
  {
    contact: 'a contact in an org without Digital Experiences',
    lacking: ['Network', 'ContactId'],
    outcome: 'blocked',
    code: 'experiencesOff'
  }
];

const CUSTOMERS_ONLY: readonly DecisionCase[] = [
  { contact: 'a contact whose user may be hidden', outcome: 'enable', code: 'userHidden' },
  { contact: 'a contact with a user', records: { User: [user] }, outcome: 'already', code: 'userActive' },
  {
    contact: 'a contact with an inactive customer user',
    records: { User: [inactive] },
    outcome: 'already',
    code: 'userInactive'
  },
  {
    contact: 'a contact with an inactive partner user',
    records: { User: [inactivePartner] },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['permissionCustomersOnly']
  },
  {
    contact: 'a contact with an inactive partner user whose profile is not among those that can be chosen',
    records: { User: [inactivePartner], Profile: [customerProfile] },
    outcome: 'already',
    code: 'userInactive',
    againstReactivation: ['permissionCustomersOnly']
  }
];

const NO_PERMISSION: readonly DecisionCase[] = [
  { contact: 'a contact that is ready', outcome: 'blocked', code: 'permissionMissing' },
  { contact: 'a contact with a user', records: { User: [user] }, outcome: 'already', code: 'userActive' }
];

/** The cases by the permissions of the current user. */
export const DECISIONS = {
  'an administrator': { permissions: PERMISSIONS, cases: ADMINISTRATOR },
  'a person who may create customer users only': { permissions: ['ManageCssUsers'], cases: CUSTOMERS_ONLY },
  'a person who may create no external users': { permissions: ['ViewSetup', 'ViewAllUsers'], cases: NO_PERMISSION }
} as const satisfies Readonly<
  Record<string, { readonly permissions: readonly Permission[]; readonly cases: readonly DecisionCase[] }>
>;
