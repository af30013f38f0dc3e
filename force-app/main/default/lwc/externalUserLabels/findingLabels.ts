import type { Check, Finding, FindingCode, Fix } from 'c/externalUserRules';
import findingPending from '@salesforce/label/c.ExternalUser_FindingPending';
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
import findingOwnerExternal from '@salesforce/label/c.ExternalUser_FindingOwnerExternal';
import findingContactOwnerExternal from '@salesforce/label/c.ExternalUser_FindingContactOwnerExternal';
import findingContactOwnersHidden from '@salesforce/label/c.ExternalUser_FindingContactOwnersHidden';
import findingEmailPresent from '@salesforce/label/c.ExternalUser_FindingEmailPresent';
import findingEmailMissing from '@salesforce/label/c.ExternalUser_FindingEmailMissing';
import findingEmailUnusable from '@salesforce/label/c.ExternalUser_FindingEmailUnusable';
import findingProcessingAllowed from '@salesforce/label/c.ExternalUser_FindingProcessingAllowed';
import findingForgettingAsked from '@salesforce/label/c.ExternalUser_FindingForgettingAsked';
import findingProcessingRefused from '@salesforce/label/c.ExternalUser_FindingProcessingRefused';
import findingProcessingHidden from '@salesforce/label/c.ExternalUser_FindingProcessingHidden';
import findingPersonAccount from '@salesforce/label/c.ExternalUser_FindingPersonAccount';
import findingPartnerAccount from '@salesforce/label/c.ExternalUser_FindingPartnerAccount';
import findingPartnerAccountNotEnabled from '@salesforce/label/c.ExternalUser_FindingPartnerAccountNotEnabled';
import findingPartnerAccountsOff from '@salesforce/label/c.ExternalUser_FindingPartnerAccountsOff';
import findingSiteLive from '@salesforce/label/c.ExternalUser_FindingSiteLive';
import findingSiteRegisters from '@salesforce/label/c.ExternalUser_FindingSiteRegisters';
import findingSiteNotLive from '@salesforce/label/c.ExternalUser_FindingSiteNotLive';
import findingSiteMissing from '@salesforce/label/c.ExternalUser_FindingSiteMissing';
import findingSitesHidden from '@salesforce/label/c.ExternalUser_FindingSitesHidden';
import findingSiteBySettings from '@salesforce/label/c.ExternalUser_FindingSiteBySettings';
import findingExperiencesOff from '@salesforce/label/c.ExternalUser_FindingExperiencesOff';
import findingMailSent from '@salesforce/label/c.ExternalUser_FindingMailSent';
import findingMailOff from '@salesforce/label/c.ExternalUser_FindingMailOff';
import findingMailBySettings from '@salesforce/label/c.ExternalUser_FindingMailBySettings';
import findingMailOffBySettings from '@salesforce/label/c.ExternalUser_FindingMailOffBySettings';
import findingMailHidden from '@salesforce/label/c.ExternalUser_FindingMailHidden';
import findingProfilesFound from '@salesforce/label/c.ExternalUser_FindingProfilesFound';
import findingProfilesAllowed from '@salesforce/label/c.ExternalUser_FindingProfilesAllowed';
import findingProfilesInUse from '@salesforce/label/c.ExternalUser_FindingProfilesInUse';
import findingProfileMissing from '@salesforce/label/c.ExternalUser_FindingProfileMissing';
import findingProfilesHidden from '@salesforce/label/c.ExternalUser_FindingProfilesHidden';
import findingSeatsFree from '@salesforce/label/c.ExternalUser_FindingSeatsFree';
import findingSeatsTaken from '@salesforce/label/c.ExternalUser_FindingSeatsTaken';
import findingSeatsHidden from '@salesforce/label/c.ExternalUser_FindingSeatsHidden';
import findingNewUserVisible from '@salesforce/label/c.ExternalUser_FindingNewUserVisible';
import findingNewUserMaybeHidden from '@salesforce/label/c.ExternalUser_FindingNewUserMaybeHidden';
import findingMemberOfLiveSite from '@salesforce/label/c.ExternalUser_FindingMemberOfLiveSite';
import findingMemberOfSiteNotLive from '@salesforce/label/c.ExternalUser_FindingMemberOfSiteNotLive';
import findingMemberBySettings from '@salesforce/label/c.ExternalUser_FindingMemberBySettings';
import findingMemberOfSiteNotLiveBySettings from '@salesforce/label/c.ExternalUser_FindingMemberOfSiteNotLiveBySettings';
import findingMemberOfNoSiteBySettings from '@salesforce/label/c.ExternalUser_FindingMemberOfNoSiteBySettings';
import findingMembershipHidden from '@salesforce/label/c.ExternalUser_FindingMembershipHidden';
import findingStandardProfile from '@salesforce/label/c.ExternalUser_FindingStandardProfile';
import findingUsernameFree from '@salesforce/label/c.ExternalUser_FindingUsernameFree';
import findingUsernameFromEmail from '@salesforce/label/c.ExternalUser_FindingUsernameFromEmail';
import findingUsernameTaken from '@salesforce/label/c.ExternalUser_FindingUsernameTaken';
import findingUsernameUnsettled from '@salesforce/label/c.ExternalUser_FindingUsernameUnsettled';
import findingNameUnchecked from '@salesforce/label/c.ExternalUser_FindingNameUnchecked';
import findingNicknameFree from '@salesforce/label/c.ExternalUser_FindingNicknameFree';
import findingNicknameTaken from '@salesforce/label/c.ExternalUser_FindingNicknameTaken';
import checkPermission from '@salesforce/label/c.ExternalUser_CheckPermission';
import checkUser from '@salesforce/label/c.ExternalUser_CheckUser';
import checkAccount from '@salesforce/label/c.ExternalUser_CheckAccount';
import checkOwner from '@salesforce/label/c.ExternalUser_CheckOwner';
import checkEmail from '@salesforce/label/c.ExternalUser_CheckEmail';
import checkPrivacy from '@salesforce/label/c.ExternalUser_CheckPrivacy';
import checkPersonAccount from '@salesforce/label/c.ExternalUser_CheckPersonAccount';
import checkPartner from '@salesforce/label/c.ExternalUser_CheckPartner';
import checkSite from '@salesforce/label/c.ExternalUser_CheckSite';
import checkMail from '@salesforce/label/c.ExternalUser_CheckMail';
import checkProfiles from '@salesforce/label/c.ExternalUser_CheckProfiles';
import checkSeats from '@salesforce/label/c.ExternalUser_CheckSeats';
import checkVisibility from '@salesforce/label/c.ExternalUser_CheckVisibility';
import checkMembership from '@salesforce/label/c.ExternalUser_CheckMembership';
import checkStandardProfile from '@salesforce/label/c.ExternalUser_CheckStandardProfile';
import fixEnablePartnerAccount from '@salesforce/label/c.ExternalUser_FixEnablePartnerAccount';
import fixReactivate from '@salesforce/label/c.ExternalUser_FixReactivate';
import fixUseFree from '@salesforce/label/c.ExternalUser_FixUseFree';
import fixEditContact from '@salesforce/label/c.ExternalUser_FixEditContact';
import fixOpenAccount from '@salesforce/label/c.ExternalUser_FixOpenAccount';
import fixGiveRole from '@salesforce/label/c.ExternalUser_FixGiveRole';
import fixActivateOwner from '@salesforce/label/c.ExternalUser_FixActivateOwner';
import fixChangeOwner from '@salesforce/label/c.ExternalUser_FixChangeOwner';
import fixOpenUser from '@salesforce/label/c.ExternalUser_FixOpenUser';
import fixSetUpExperiences from '@salesforce/label/c.ExternalUser_FixSetUpExperiences';
import fixSetUpSites from '@salesforce/label/c.ExternalUser_FixSetUpSites';
import fixSetUpProfiles from '@salesforce/label/c.ExternalUser_FixSetUpProfiles';
import fixSetUpLicenses from '@salesforce/label/c.ExternalUser_FixSetUpLicenses';
import fixSetUpPermissions from '@salesforce/label/c.ExternalUser_FixSetUpPermissions';
import locale from '@salesforce/i18n/locale';
import { fill } from './fill.ts';
import { fieldLabels } from './formLabels.ts';
import { sentenceForHolder } from './nameLabels.ts';

const SENTENCES: Readonly<Record<FindingCode, string>> = {
  pending: findingPending,
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
  ownerExternal: findingOwnerExternal,
  contactOwnerExternal: findingContactOwnerExternal,
  contactOwnersHidden: findingContactOwnersHidden,
  emailPresent: findingEmailPresent,
  emailMissing: findingEmailMissing,
  emailUnusable: findingEmailUnusable,
  processingAllowed: findingProcessingAllowed,
  processingRefused: findingProcessingRefused,
  forgettingAsked: findingForgettingAsked,
  processingHidden: findingProcessingHidden,
  personAccount: findingPersonAccount,
  partnerAccount: findingPartnerAccount,
  partnerAccountNotEnabled: findingPartnerAccountNotEnabled,
  partnerAccountsOff: findingPartnerAccountsOff,
  siteLive: findingSiteLive,
  siteRegisters: findingSiteRegisters,
  siteNotLive: findingSiteNotLive,
  siteMissing: findingSiteMissing,
  sitesHidden: findingSitesHidden,
  siteBySettings: findingSiteBySettings,
  experiencesOff: findingExperiencesOff,
  mailSent: findingMailSent,
  mailOff: findingMailOff,
  mailBySettings: findingMailBySettings,
  mailOffBySettings: findingMailOffBySettings,
  mailHidden: findingMailHidden,
  profilesFound: findingProfilesFound,
  profilesAllowed: findingProfilesAllowed,
  profilesInUse: findingProfilesInUse,
  profileMissing: findingProfileMissing,
  profilesHidden: findingProfilesHidden,
  seatsFree: findingSeatsFree,
  seatsTaken: findingSeatsTaken,
  seatsHidden: findingSeatsHidden,
  newUserVisible: findingNewUserVisible,
  newUserMaybeHidden: findingNewUserMaybeHidden,
  memberOfLiveSite: findingMemberOfLiveSite,
  memberOfSiteNotLive: findingMemberOfSiteNotLive,
  memberBySettings: findingMemberBySettings,
  memberOfSiteNotLiveBySettings: findingMemberOfSiteNotLiveBySettings,
  memberOfNoSiteBySettings: findingMemberOfNoSiteBySettings,
  membershipHidden: findingMembershipHidden,
  standardProfile: findingStandardProfile,
  usernameFree: findingUsernameFree,
  usernameTaken: findingUsernameTaken,
  usernameUnchecked: findingNameUnchecked,
  usernameUnsettled: findingUsernameUnsettled,
  usernameFromEmail: findingUsernameFromEmail,
  nicknameFree: findingNicknameFree,
  nicknameTaken: findingNicknameTaken,
  givenNicknameTaken: findingUsernameTaken,
  nicknameUnchecked: findingNameUnchecked
};

const CHECKS: Readonly<Record<Check, string>> = {
  permission: checkPermission,
  user: checkUser,
  account: checkAccount,
  owner: checkOwner,
  contactOwners: checkPartner,
  email: checkEmail,
  privacy: checkPrivacy,
  personAccount: checkPersonAccount,
  partner: checkPartner,
  site: checkSite,
  mail: checkMail,
  profiles: checkProfiles,
  seats: checkSeats,
  visibility: checkVisibility,
  membership: checkMembership,
  standardProfile: checkStandardProfile,
  usernameForm: fieldLabels.username,
  username: fieldLabels.username,
  nickname: fieldLabels.nickname
};

const FIXES: Readonly<Record<Fix, string>> = {
  enablePartnerAccount: fixEnablePartnerAccount,
  reactivate: fixReactivate,
  useFreeUsername: fixUseFree,
  useFreeNickname: fixUseFree,
  editContact: fixEditContact,
  openAccount: fixOpenAccount,
  giveRole: fixGiveRole,
  activateOwner: fixActivateOwner,
  changeOwner: fixChangeOwner,
  changeContactOwner: fixChangeOwner,
  openUser: fixOpenUser,
  setUpExperiences: fixSetUpExperiences,
  setUpSites: fixSetUpSites,
  setUpProfiles: fixSetUpProfiles,
  setUpLicenses: fixSetUpLicenses,
  setUpPermissions: fixSetUpPermissions
};

/** Says what was found, why and what to do, in the running user's language. */
export function sentenceFor({ code, words, holder }: Pick<Finding, 'code' | 'words' | 'holder'>): string {
  const sentence = fill(SENTENCES[code], shownWords(code, words));
  // A holder who can't be read adds nothing to the sentence.
  return holder === undefined || holder.kind === 'hidden'
    ? sentence
    : `${sentence} ${sentenceForHolder(words[0] ?? '', holder)}`;
}

/** Ends the first sentence of a label, which names the problem. Japanese has no space after it. */
const FIRST_STOP = /\. |。/u;

/** The same words for a card: the problem is its title, cause and fix are its text. */
export function cardFor({ code, words }: Pick<Finding, 'code' | 'words'>): { title: string; text: string } {
  const label = SENTENCES[code];
  const { index, 0: stop } = FIRST_STOP.exec(label) ?? { index: label.length, 0: '' };
  const shown = shownWords(code, words);
  return { title: fill(label.slice(0, index), shown), text: fill(label.slice(index + stop.length), shown) };
}

/** The last word of a finding by settings is their day, as 2026-11-30; other words stay. */
function shownWords(code: FindingCode, words: readonly string[]): readonly string[] {
  return code.endsWith('BySettings') ? words.map((word, at) => (at < words.length - 1 ? word : dayText(word))) : words;
}

/** A day such as 2026-11-30, in the running user's language. */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** The name of the finding's check: "Account owner". */
export function checkNameFor({ check }: Finding): string {
  return CHECKS[check];
}

/** The label of the button that fixes a finding; null if the finding has no fix. */
export function fixLabelFor({ fix, words }: Pick<Finding, 'fix' | 'words'>): string | null {
  return fix === null ? null : fill(FIXES[fix], words);
}
