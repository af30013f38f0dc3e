import type { FailureCode, Fix } from 'c/externalUserRules';
import { says, type OrgError } from './orgError.ts';

/** Every failure that the action knows: how it arrives, its code and its sentence. */

interface Failing {
  /** The org's errors, with observed or documented texts (SOAP API Developer Guide, "StatusCode" [F-003] [F-004] [F-007] [F-071]). */
  readonly said?: readonly OrgError[];
  /** HTTP statuses of answers without a usable body. */
  readonly statuses?: readonly number[];
  /** Rejections without an answer. */
  readonly rejections?: readonly unknown[];
  /** Whether the user may exist although the creation failed. */
  readonly isUnclear: boolean;
  /** The usual way first. */
  readonly fixes?: readonly Fix[];
  /** The sentence when every name is known. */
  readonly sentence: string;
}

const NICKNAME_TAKEN = 'You can’t create a user with the same nickname as another user';

export const FAILURES: Readonly<Record<FailureCode, Failing>> = {
  duplicateUsername: {
    said: [
      says('DUPLICATE_USERNAME', 'Duplicate Username. Use another.', 'Username', 'username'),
      says('DUPLICATE_USERNAME', 'Duplicate Username. Use another.', null, 'username')
    ],
    isUnclear: false,
    sentence:
      'The username amelie@northwind.example is taken, here or in another Salesforce org. It needn’t match the email: choose another one.'
  },
  duplicateNickname: {
    said: [
      says('DUPLICATE_COMM_NICKNAME', NICKNAME_TAKEN, 'CommunityNickname', 'nickname'),
      says('DUPLICATE_COMM_NICKNAME', NICKNAME_TAKEN, null, 'nickname')
    ],
    isUnclear: false,
    sentence: 'Another user has this nickname. Choose another one.'
  },
  duplicateValue: {
    said: [
      says('DUPLICATE_VALUE', 'duplicate value found: <unknown> duplicates value on record with id: 005'),
      says('DUPLICATE_VALUE', 'duplicate value found: FederationIdentifier', 'FederationIdentifier')
    ],
    isUnclear: false,
    sentence: 'A value that must be unique is in use already. Change it, then try again.'
  },
  usernameForm: {
    said: [
      says(
        'FIELD_INTEGRITY_EXCEPTION',
        'Username must be in the form of an email address (for example, john@acme.com)',
        null,
        'username'
      )
    ],
    isUnclear: false,
    sentence: 'The username amelie@northwind.example must be in the form of an email address, such as name@example.com.'
  },
  invalidEmail: {
    said: [
      says('INVALID_EMAIL_ADDRESS', 'Email: invalid email address: ada@', 'Email', 'email'),
      says('INVALID_EMAIL_ADDRESS', 'invalid email address: ada@', null, 'email')
    ],
    isUnclear: false,
    sentence: 'Salesforce doesn’t accept this email address. Correct it.'
  },
  requiredMissing: {
    said: [says('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Email]', 'Email', 'email')],
    isUnclear: false,
    sentence: 'A required field is empty. Fill it in and try again.'
  },
  tooLong: {
    said: [says('STRING_TOO_LONG', 'Alias: data value too large: ameliedubois (max length=8)', 'Alias', 'alias')],
    isUnclear: false,
    sentence: 'A value is too long. Shorten it and try again.'
  },
  invalidChoice: {
    said: [
      says(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'Time Zone: bad value for restricted picklist field: Mars',
        'TimeZoneSidKey',
        'timeZone'
      ),
      says('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'ProfileId', 'profileId'),
      says('MALFORMED_ID', 'Profile ID: id value of incorrect type: 001', 'ProfileId', 'profileId')
    ],
    isUnclear: false,
    sentence: 'A value that was chosen isn’t available in this org. Choose another one.'
  },
  licenseLimit: {
    said: [says('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded - Customer Community', null, 'profileId')],
    isUnclear: false,
    fixes: ['setUpLicenses'],
    sentence:
      'No seat is left on the license Customer Community of the profile Acme Customer. Choose a profile of another license, or free a seat.'
  },
  featureLicenseLimit: {
    said: [says('LICENSE_LIMIT_EXCEEDED', 'content feature license limit exceeded')],
    isUnclear: false,
    sentence: 'A feature license that new users get by default has no seat left. Ask an admin to free one.'
  },
  ownerWithoutRole: {
    said: [says('UNKNOWN_EXCEPTION', 'portal account owner must have a role')],
    isUnclear: false,
    fixes: ['giveRole', 'changeOwner'],
    sentence:
      'The owner Freja Lindqvist of the account Northwind Ångström AB has no role. Give the owner a role, then try again.'
  },
  ownerExternal: {
    said: [says('UNKNOWN_EXCEPTION', 'portal users cannot own partner accounts')],
    isUnclear: false,
    fixes: ['changeOwner'],
    sentence:
      'An external user owns the account Northwind Ångström AB, or one of its contacts, so it can’t be a partner account. Give them internal owners, then try again.'
  },
  ownerInactive: {
    said: [
      says('TRANSFER_REQUIRES_READ', 'The new owner must have read permission'),
      says('INACTIVE_OWNER_OR_USER', 'operation performed with inactive user [005000010000004] as owner of account')
    ],
    isUnclear: false,
    fixes: ['changeOwner', 'activateOwner'],
    sentence:
      'The owner Freja Lindqvist of the account Northwind Ångström AB is inactive. Give the account an active owner, then try again.'
  },
  userExists: {
    said: [
      says('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact'),
      says('UNKNOWN_EXCEPTION', 'portal user already exists for contact')
    ],
    isUnclear: false,
    sentence: 'The contact Amélie Dubois already has a user, one that you may not see. Ask an admin to look it up.'
  },
  contactMissing: {
    said: [says('INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact', 'ContactId')],
    isUnclear: false,
    sentence: 'An external user needs a contact. Close this window and open it from the contact.'
  },
  contactDeleted: {
    said: [
      says('ENTITY_IS_DELETED', 'entity is deleted'),
      says('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'ContactId')
    ],
    isUnclear: false,
    sentence:
      'The contact Amélie Dubois can’t be found any more. It was deleted, merged into another contact, or you can’t see it. Restore it from the Recycle Bin, or open the contact that is left.'
  },
  profileNotExternal: {
    said: [
      says('INVALID_PROFILE', 'invalid profile', 'ProfileId', 'profileId'),
      says(
        'FIELD_INTEGRITY_EXCEPTION',
        'To create or update users for this profile, go to Setup > Digital Experiences > Settings and select Allow using standard external profiles for self-registration, user creation, and login.',
        'ProfileId',
        'profileId'
      )
    ],
    isUnclear: false,
    fixes: ['setUpProfiles', 'setUpExperiences'],
    sentence: 'This org doesn’t allow the profile Acme Customer for external users. Choose another.'
  },
  roleMismatch: {
    said: [says('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type', 'UserRoleId')],
    isUnclear: false,
    sentence:
      'The role of the new user doesn’t fit the profile Acme Customer; an automation of this org may set it. Show an admin what Salesforce says.'
  },
  siteOff: {
    said: [
      says('PORTAL_NO_ACCESS', 'no access to portal'),
      says('INVALID_FIELD', "No such column 'ContactId' on sobject of type User")
    ],
    isUnclear: false,
    fixes: ['setUpExperiences'],
    sentence: 'Digital Experiences are off. Ask an admin to turn them on in Setup.'
  },
  encryptedContact: {
    said: [says('PORTAL_USER_CREATION_RESTRICTED_WITH_ENCRYPTION', 'encrypted fields')],
    isUnclear: false,
    sentence: 'The contact Amélie Dubois has encrypted fields. You need the permission View Encrypted Data.'
  },
  noAccess: {
    said: [
      says('INSUFFICIENT_ACCESS', 'You do not have the level of access necessary'),
      says('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),
      says('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id'),
      says('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: ProfileId', 'ProfileId', 'profileId')
    ],
    statuses: [403],
    isUnclear: false,
    fixes: ['setUpPermissions'],
    sentence:
      'You can’t do this yet. Ask an admin for the permission set External User Enabler. If you have it, ask for a delegated administration group that lists the profile.'
  },
  noPartnerAccess: {
    said: [says('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: IsPartner')],
    isUnclear: false,
    fixes: ['setUpPermissions'],
    sentence:
      'You may not make this account a partner account. Ask an admin for the permission set External User Partner Accounts.'
  },
  automationFailed: {
    said: [
      says('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'UserTrigger: execution of BeforeInsert'),
      says('CANNOT_EXECUTE_FLOW_TRIGGER', 'We can’t save this record because the “New Users” process failed.')
    ],
    isUnclear: false,
    sentence: 'An automation of this org refused the user. Show an admin what Salesforce says.'
  },
  validationRule: {
    said: [says('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Nickname needs a dot', 'CommunityNickname', 'nickname')],
    isUnclear: false,
    sentence: 'A validation rule of this org refused the user. Its message says what to change.'
  },
  mixedDml: {
    said: [
      says('MIXED_DML_OPERATION', 'DML operation on setup object is not permitted'),
      says(
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        'UserTrigger: execution of AfterInsert caused by: first error: MIXED_DML_OPERATION, not permitted: Contact'
      )
    ],
    isUnclear: false,
    sentence:
      'An automation on User changes other records in the same transaction, which Salesforce refuses. Show an admin what Salesforce says.'
  },
  locked: {
    said: [says('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record or 1 records: 001')],
    isUnclear: false,
    sentence: 'Another change holds the account Northwind Ångström AB at this moment. Wait a minute, then try again.'
  },
  sessionExpired: {
    said: [says('INVALID_SESSION_ID', 'Session expired or invalid')],
    statuses: [401],
    isUnclear: false,
    sentence: 'Your session has ended. Log in again in another tab, then try again.'
  },
  notFound: {
    said: [says('NOT_FOUND', 'The requested resource does not exist')],
    statuses: [404],
    isUnclear: true,
    sentence: 'The record can’t be found. It was deleted, or you can’t see it.'
  },
  busy: {
    said: [says('REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.')],
    statuses: [429],
    isUnclear: false,
    sentence: 'Salesforce gets too many requests at this moment. Wait a minute, then try again.'
  },
  serverDown: {
    said: [says('SERVER_UNAVAILABLE', 'Server too busy')],
    statuses: [500, 502, 503, 504],
    isUnclear: true,
    sentence: 'Salesforce couldn’t finish the request. Wait a minute, then try again.'
  },
  noAnswer: {
    said: [says('', 'Disconnected or Canceled')],
    statuses: [0, 408],
    rejections: [
      new TypeError('Failed to fetch'),
      new DOMException('The operation was aborted.', 'AbortError'),
      Object.assign(new Error('60000 ms'), { name: 'TimeoutError' }),
      undefined,
      null,
      'offline',
      7,
      {}
    ],
    isUnclear: true,
    sentence: 'No answer came from Salesforce. Check your connection, then try again.'
  },
  unreadable: {
    statuses: [200, 201, 400, 405, 409, 412],
    rejections: [new SyntaxError('Unexpected token \'<\', "<html>" is not valid JSON')],
    isUnclear: true,
    sentence:
      'We can’t read the answer: it may come from a proxy or a login page. Check your connection, then try again.'
  },
  // The action itself reports this when it must not send.
  lookUpFailed: {
    isUnclear: true,
    sentence:
      'We can’t see whether the contact Amélie Dubois has a user by now, so nothing was sent. Check your connection, then try again.'
  },
  unexpected: {
    said: [
      says('A_CODE_OF_TOMORROW', 'Something new.'),
      says('toString', 'A code that is a method of every object.'),
      says('UNKNOWN_EXCEPTION', 'An unexpected error occurred.', 'Alias', 'alias'),
      says('FIELD_INTEGRITY_EXCEPTION', 'field integrity exception: unknown')
    ],
    isUnclear: true,
    sentence: 'Salesforce refused the user for a reason we don’t know. Show an admin its answer.'
  }
};

export const FAILURE_CODES = Object.keys(FAILURES) as FailureCode[];

/** The names that the sentences above contain. */
export const failureNames = {
  contact: 'Amélie Dubois',
  account: 'Northwind Ångström AB',
  owner: 'Freja Lindqvist',
  profile: 'Acme Customer',
  license: 'Customer Community',
  username: 'amelie@northwind.example'
};

/** Pairs every refusal with its code. */
export const REFUSALS = FAILURE_CODES.flatMap((code) =>
  (FAILURES[code].said ?? []).map((error) => ({ code, isUnclear: FAILURES[code].isUnclear, ...error }))
);
