import type { FailureCode } from 'c/externalUserRules';
import type { PlanOutcome } from '../store/planRows.ts';

/** Codes of our own for what isn't known, or what was refused beside the user. */
export type RunCode = 'userHidden' | 'creatorUnknown' | 'activatorUnknown' | 'permissionSetRefused';

/** What to do about a refused row, in terms of the input's columns; empty for a code that is no refusal. */
export function adviceFor(planned: PlanOutcome | '', code: string): string {
  switch (planned) {
    case 'enable':
      return ADVICE[code] ?? '';
    case 'reactivate':
      return FOR_REACTIVATION[code] ?? ADVICE[code] ?? '';
    default:
      // The sentences of the plan end in their own advice.
      return '';
  }
}

const SEE_USERS =
  'Resume the run as somebody who sees all external users (permission Manage External Users or View All Users).';
const RUN_AGAIN = 'Run the row again later.';

const ADVICE_OF_CODES = {
  duplicateUsername: 'Put another name into a column Username.',
  duplicateNickname: 'Put another name into a column Nickname.',
  duplicateValue: 'Another record has a value that must be unique: change it on the contact or in the row.',
  usernameForm: 'Put a name in the form of an email address into a column Username.',
  invalidEmail: 'Correct the email on the contact, or put one into a column Email.',
  tooLong: 'Shorten the value, on the contact or in the row.',
  requiredMissing: 'Fill the field in, on the contact or in the row.',
  invalidChoice: 'Correct Profile, TimeZone, Locale, Language or RoleLevel of the row.',
  licenseLimit: 'Free a seat, or name a profile of another license in a column Profile.',
  featureLicenseLimit: 'Free a seat of the feature license that new users get by default.',
  ownerWithoutRole: 'Give the owner of the contact’s account a role.',
  ownerInactive: 'Give the contact’s account an active owner.',
  ownerExternal: 'Give the account, and its contacts, an internal owner.',
  userExists: 'The contact already has this user: nothing is left to do.',
  contactMissing: 'Check the id of the contact, and that you can see it.',
  contactDeleted: 'The contact was deleted: restore it, or take the row out.',
  profileNotExternal: 'Name another profile in a column Profile.',
  roleMismatch: 'Give the row a profile that fits the role, or leave RoleLevel empty.',
  siteOff: 'Ask an admin to enable digital experiences.',
  encryptedContact: 'Ask an admin for the permission View Encrypted Data.',
  noAccess:
    'Ask an admin for the permission set External User Enabler. If you have it, ask for a delegated administration group that lists the profile.',
  noPartnerAccess: 'Ask an admin for the permission set External User Partner Accounts.',
  automationFailed: 'Ask an admin to look at the flows and triggers on User.',
  validationRule: 'Correct what the rule asks for, or ask an admin.',
  mixedDml: 'Ask an admin to make the flow or trigger on User asynchronous.',
  locked: 'Others kept the account busy through all tries: run the row again later.',
  sessionExpired: 'Log in to the org again, and resume the run.',
  notFound: 'The record is gone: check the contact, and run the row again.',
  busy: RUN_AGAIN,
  serverDown: RUN_AGAIN,
  noAnswer: 'Resume the run, which asks the org what became of the row.',
  unreadable: 'Resume the run, which asks the org what became of the row.',
  lookUpFailed: 'Resume the run, which asks the org what became of the row.',
  unexpected: 'Look up the message of the org, or show it to an admin; then run the row again.',
  userHidden: SEE_USERS,
  creatorUnknown: SEE_USERS,
  activatorUnknown: 'Look at the user: it is active, and may be so through this run.',
  permissionSetRefused: 'The user is there: assign the permission set by hand.'
} as const satisfies Record<FailureCode | RunCode, string>;

const ADVICE: Readonly<Record<string, string>> = ADVICE_OF_CODES;

/** A user who is there has names, a profile and a contact, which no column of the row changes. */
const FOR_REACTIVATION: Readonly<Record<string, string>> = {
  duplicateUsername: 'Change the username of the user.',
  duplicateNickname: 'Change the nickname of the user.',
  invalidEmail: 'Correct the email of the user.',
  requiredMissing: 'Fill the field in, on the user.',
  tooLong: 'Shorten the value, on the user.',
  usernameForm: 'Correct the username of the user.',
  invalidChoice: 'Look at the fields of the user, and correct them.',
  licenseLimit: 'Free a seat of the user’s license, or give the user a profile of another one.',
  profileNotExternal: 'Give the user a profile for external users.',
  roleMismatch: 'Correct the role of the user.',
  notFound: 'The user is gone: plan the row again.',
  duplicateValue: 'Another record has a value that must be unique: change it on the user.'
};

export const CODES_WITH_ADVICE: readonly string[] = Object.keys(ADVICE_OF_CODES);
