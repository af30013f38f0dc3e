/** What to do about a refused row, in terms of the input's columns; empty where there is no advice. */
export function adviceFor(code: string): string {
  return ADVICE.get(code) ?? '';
}

const SEE_USERS =
  'Resume the run as somebody who sees all external users (permission Manage External Users or View All Users).';

/** By the rules' FailureCode, and by our own codes for what isn't known. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['duplicateUsername', 'Put another name into a column Username.'],
  ['duplicateNickname', 'Put another name into a column Nickname.'],
  ['usernameForm', 'Put a name in the form of an email address into a column Username.'],
  ['invalidEmail', 'Correct the email on the contact, or put one into a column Email.'],
  ['tooLong', 'Shorten the value, on the contact or in the row.'],
  ['requiredMissing', 'Fill the field in, on the contact or in the row.'],
  ['invalidChoice', 'Correct Profile, TimeZone, Locale, Language or RoleLevel of the row.'],
  ['licenseLimit', 'Free a seat, or name a profile of another license in a column Profile.'],
  ['featureLicenseLimit', 'Free a seat of the feature license that new users get by default.'],
  ['ownerWithoutRole', 'Give the owner of the contact’s account a role.'],
  ['ownerInactive', 'Give the contact’s account an active owner.'],
  ['ownerExternal', 'Give the account, and its contacts, an internal owner.'],
  ['profileNotExternal', 'Name another profile in a column Profile.'],
  ['siteOff', 'Ask an admin to enable digital experiences.'],
  ['encryptedContact', 'Ask an admin for the permission View Encrypted Data.'],
  ['noAccess', 'Ask an admin for the permission set External User Enabler.'],
  ['noPartnerAccess', 'Ask an admin for the permission set External User Partner Accounts.'],
  ['automationFailed', 'Ask an admin to look at the flows and triggers on User.'],
  ['mixedDml', 'Ask an admin to make the flow or trigger on User asynchronous.'],
  ['validationRule', 'Correct what the rule asks for, or ask an admin.'],
  ['locked', 'Others kept the account busy through all tries: run the row again later.'],
  ['userHidden', SEE_USERS],
  ['creatorUnknown', SEE_USERS],
  ['permissionSetRefused', 'The user is there: assign the permission set by hand.']
]);
