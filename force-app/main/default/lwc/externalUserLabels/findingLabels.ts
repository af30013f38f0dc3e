import type { Finding, FindingCode } from 'c/externalUserRules';
import findingPermissionHeld from '@salesforce/label/c.ExternalUser_FindingPermissionHeld';
import findingPermissionCustomersOnly from '@salesforce/label/c.ExternalUser_FindingPermissionCustomersOnly';
import findingPermissionMissing from '@salesforce/label/c.ExternalUser_FindingPermissionMissing';
import findingNoUserYet from '@salesforce/label/c.ExternalUser_FindingNoUserYet';
import findingUserActive from '@salesforce/label/c.ExternalUser_FindingUserActive';
import findingUserInactive from '@salesforce/label/c.ExternalUser_FindingUserInactive';
import findingUserHidden from '@salesforce/label/c.ExternalUser_FindingUserHidden';
import findingAccountPresent from '@salesforce/label/c.ExternalUser_FindingAccountPresent';
import findingAccountMissing from '@salesforce/label/c.ExternalUser_FindingAccountMissing';
import findingAccountHidden from '@salesforce/label/c.ExternalUser_FindingAccountHidden';
import findingOwnerReady from '@salesforce/label/c.ExternalUser_FindingOwnerReady';
import findingOwnerInactive from '@salesforce/label/c.ExternalUser_FindingOwnerInactive';
import findingOwnerWithoutRole from '@salesforce/label/c.ExternalUser_FindingOwnerWithoutRole';
import findingOwnerRoleHidden from '@salesforce/label/c.ExternalUser_FindingOwnerRoleHidden';
import findingEmailPresent from '@salesforce/label/c.ExternalUser_FindingEmailPresent';
import findingEmailMissing from '@salesforce/label/c.ExternalUser_FindingEmailMissing';
import findingPartnerAccount from '@salesforce/label/c.ExternalUser_FindingPartnerAccount';
import findingPartnerAccountNotEnabled from '@salesforce/label/c.ExternalUser_FindingPartnerAccountNotEnabled';
import findingPartnerAccountsOff from '@salesforce/label/c.ExternalUser_FindingPartnerAccountsOff';
import findingSiteLive from '@salesforce/label/c.ExternalUser_FindingSiteLive';
import findingSiteNotLive from '@salesforce/label/c.ExternalUser_FindingSiteNotLive';
import findingSiteMissing from '@salesforce/label/c.ExternalUser_FindingSiteMissing';
import findingSitesHidden from '@salesforce/label/c.ExternalUser_FindingSitesHidden';
import findingProfilesFound from '@salesforce/label/c.ExternalUser_FindingProfilesFound';
import findingProfileMissing from '@salesforce/label/c.ExternalUser_FindingProfileMissing';
import findingProfilesHidden from '@salesforce/label/c.ExternalUser_FindingProfilesHidden';
import findingSeatsFree from '@salesforce/label/c.ExternalUser_FindingSeatsFree';
import findingSeatsTaken from '@salesforce/label/c.ExternalUser_FindingSeatsTaken';
import findingSeatsHidden from '@salesforce/label/c.ExternalUser_FindingSeatsHidden';
import checkPermission from '@salesforce/label/c.ExternalUser_CheckPermission';
import checkUser from '@salesforce/label/c.ExternalUser_CheckUser';
import checkAccount from '@salesforce/label/c.ExternalUser_CheckAccount';
import checkOwner from '@salesforce/label/c.ExternalUser_CheckOwner';
import checkEmail from '@salesforce/label/c.ExternalUser_CheckEmail';
import checkPartner from '@salesforce/label/c.ExternalUser_CheckPartner';
import checkProfiles from '@salesforce/label/c.ExternalUser_CheckProfiles';
import checkSeats from '@salesforce/label/c.ExternalUser_CheckSeats';
import checkSite from '@salesforce/label/c.ExternalUser_CheckSite';
import fixEditContact from '@salesforce/label/c.ExternalUser_FixEditContact';
import fixOpenAccount from '@salesforce/label/c.ExternalUser_FixOpenAccount';
import fixOpenOwner from '@salesforce/label/c.ExternalUser_FixOpenOwner';
import fixOpenUser from '@salesforce/label/c.ExternalUser_FixOpenUser';
import fixEnablePartnerAccount from '@salesforce/label/c.ExternalUser_FixEnablePartnerAccount';
import { fill } from './fill.ts';

const SENTENCES: Readonly<Record<FindingCode, string>> = {
  permissionHeld: findingPermissionHeld,
  permissionCustomersOnly: findingPermissionCustomersOnly,
  permissionMissing: findingPermissionMissing,
  noUserYet: findingNoUserYet,
  userActive: findingUserActive,
  userInactive: findingUserInactive,
  userHidden: findingUserHidden,
  accountPresent: findingAccountPresent,
  accountMissing: findingAccountMissing,
  accountHidden: findingAccountHidden,
  ownerReady: findingOwnerReady,
  ownerInactive: findingOwnerInactive,
  ownerWithoutRole: findingOwnerWithoutRole,
  ownerRoleHidden: findingOwnerRoleHidden,
  emailPresent: findingEmailPresent,
  emailMissing: findingEmailMissing,
  partnerAccount: findingPartnerAccount,
  partnerAccountNotEnabled: findingPartnerAccountNotEnabled,
  partnerAccountsOff: findingPartnerAccountsOff,
  siteLive: findingSiteLive,
  siteNotLive: findingSiteNotLive,
  siteMissing: findingSiteMissing,
  sitesHidden: findingSitesHidden,
  profilesFound: findingProfilesFound,
  profileMissing: findingProfileMissing,
  profilesHidden: findingProfilesHidden,
  seatsFree: findingSeatsFree,
  seatsTaken: findingSeatsTaken,
  seatsHidden: findingSeatsHidden
};

const CHECKS: Readonly<Record<FindingCode, string>> = {
  permissionHeld: checkPermission,
  permissionCustomersOnly: checkPermission,
  permissionMissing: checkPermission,
  noUserYet: checkUser,
  userActive: checkUser,
  userInactive: checkUser,
  userHidden: checkUser,
  accountPresent: checkAccount,
  accountMissing: checkAccount,
  accountHidden: checkAccount,
  ownerReady: checkOwner,
  ownerInactive: checkOwner,
  ownerWithoutRole: checkOwner,
  ownerRoleHidden: checkOwner,
  emailPresent: checkEmail,
  emailMissing: checkEmail,
  partnerAccount: checkPartner,
  partnerAccountNotEnabled: checkPartner,
  partnerAccountsOff: checkPartner,
  siteLive: checkSite,
  siteNotLive: checkSite,
  siteMissing: checkSite,
  sitesHidden: checkSite,
  profilesFound: checkProfiles,
  profileMissing: checkProfiles,
  profilesHidden: checkProfiles,
  seatsFree: checkSeats,
  seatsTaken: checkSeats,
  seatsHidden: checkSeats
};

const FIXES: Readonly<Record<NonNullable<Finding['fix']>, string>> = {
  editContact: fixEditContact,
  openAccount: fixOpenAccount,
  openOwner: fixOpenOwner,
  openUser: fixOpenUser,
  enablePartnerAccount: fixEnablePartnerAccount
};

/** What was found, its cause and what to do, in the running user's language. */
export function sentenceFor({ code, words }: Finding): string {
  return fill(SENTENCES[code], words);
}

/** The name of the check that a finding answers: "Account owner". */
export function checkNameFor({ code }: Finding): string {
  return CHECKS[code];
}

/** The words on the button or link that fixes a finding, or null where nothing here can. */
export function fixLabelFor({ fix }: Finding): string | null {
  return fix === null ? null : FIXES[fix];
}
