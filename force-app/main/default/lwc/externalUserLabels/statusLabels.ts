import active from '@salesforce/label/c.ExternalUser_Active';
import inactive from '@salesforce/label/c.ExternalUser_Inactive';
import notRead from '@salesforce/label/c.ExternalUser_NotRead';
import lastLogin from '@salesforce/label/c.ExternalUser_LastLogin';
import neverLoggedIn from '@salesforce/label/c.ExternalUser_NeverLoggedIn';
import canLogIn from '@salesforce/label/c.ExternalUser_CanLogIn';
import nowCanLogIn from '@salesforce/label/c.ExternalUser_NowCanLogIn';
import canLogInOnceLive from '@salesforce/label/c.ExternalUser_CanLogInOnceLive';
import nowHasUser from '@salesforce/label/c.ExternalUser_NowHasUser';
import hasActiveUser from '@salesforce/label/c.ExternalUser_HasActiveUser';
import cantLogIn from '@salesforce/label/c.ExternalUser_CantLogIn';
import createdInactive from '@salesforce/label/c.ExternalUser_CreatedInactive';
import inactiveMeans from '@salesforce/label/c.ExternalUser_InactiveMeans';
import activateSite from '@salesforce/label/c.ExternalUser_ActivateSite';
import memberOfNoSite from '@salesforce/label/c.ExternalUser_MemberOfNoSite';
import noLiveSite from '@salesforce/label/c.ExternalUser_NoLiveSite';
import sitesHidden from '@salesforce/label/c.ExternalUser_SitesHidden';
import membershipUnknown from '@salesforce/label/c.ExternalUser_MembershipUnknown';
import mailSent from '@salesforce/label/c.ExternalUser_MailSent';
import mailLater from '@salesforce/label/c.ExternalUser_MailLater';
import mailMaybe from '@salesforce/label/c.ExternalUser_MailMaybe';
import mailSentShort from '@salesforce/label/c.ExternalUser_MailSentShort';
import mailLaterShort from '@salesforce/label/c.ExternalUser_MailLaterShort';
import mailMaybeShort from '@salesforce/label/c.ExternalUser_MailMaybeShort';
import mailNone from '@salesforce/label/c.ExternalUser_MailNone';
import mailUnknown from '@salesforce/label/c.ExternalUser_MailUnknown';
import asOf from '@salesforce/label/c.ExternalUser_AsOf';
import loginPage from '@salesforce/label/c.ExternalUser_LoginPage';
import loginPageOf from '@salesforce/label/c.ExternalUser_SiteLogin';
import copyOf from '@salesforce/label/c.ExternalUser_CopyOf';
import logInAs from '@salesforce/label/c.ExternalUser_LogInAs';
import logInAsAt from '@salesforce/label/c.ExternalUser_LogInAsAt';
import checkTitle from '@salesforce/label/c.ExternalUser_CheckTitle';
import checkText from '@salesforce/label/c.ExternalUser_CheckText';
import noMailTitle from '@salesforce/label/c.ExternalUser_NoMailTitle';
import noMailText from '@salesforce/label/c.ExternalUser_NoMailText';
import sendLinkTitle from '@salesforce/label/c.ExternalUser_SendLinkTitle';
import sendLinkText from '@salesforce/label/c.ExternalUser_SendLinkText';
import forgotTitle from '@salesforce/label/c.ExternalUser_ForgotTitle';
import forgotText from '@salesforce/label/c.ExternalUser_ForgotText';
import askForReset from '@salesforce/label/c.ExternalUser_AskForReset';
import resetPassword from '@salesforce/label/c.ExternalUser_ResetPassword';
import standardProfileLogIn from '@salesforce/label/c.ExternalUser_StandardProfileLogIn';
import deactivate from '@salesforce/label/c.ExternalUser_Deactivate';
import reactivate from '@salesforce/label/c.ExternalUser_Reactivate';
import deactivateShort from '@salesforce/label/c.ExternalUser_DeactivateShort';
import reactivateShort from '@salesforce/label/c.ExternalUser_ReactivateShort';
import deactivateTitle from '@salesforce/label/c.ExternalUser_DeactivateTitle';
import deactivateText from '@salesforce/label/c.ExternalUser_DeactivateText';
import reactivateTitle from '@salesforce/label/c.ExternalUser_ReactivateTitle';
import reactivateText from '@salesforce/label/c.ExternalUser_ReactivateText';
import askDeactivate from '@salesforce/label/c.ExternalUser_AskDeactivate';
import askReactivate from '@salesforce/label/c.ExternalUser_AskReactivate';
import deactivateMeans from '@salesforce/label/c.ExternalUser_DeactivateMeans';
import reactivateMeans from '@salesforce/label/c.ExternalUser_ReactivateMeans';
import changingUser from '@salesforce/label/c.ExternalUser_ChangingUser';
import deactivated from '@salesforce/label/c.ExternalUser_Deactivated';
import reactivated from '@salesforce/label/c.ExternalUser_Reactivated';
import undo from '@salesforce/label/c.ExternalUser_Undo';
import userUnchanged from '@salesforce/label/c.ExternalUser_UserUnchanged';
import changeUnknown from '@salesforce/label/c.ExternalUser_ChangeUnknown';
import changedAfterAll from '@salesforce/label/c.ExternalUser_ChangedAfterAll';
import cardTitle from '@salesforce/label/c.ExternalUser_CardTitle';
import cardNoUser from '@salesforce/label/c.ExternalUser_CardNoUser';
import cardHidden from '@salesforce/label/c.ExternalUser_CardHidden';
import createdAfterError from '@salesforce/label/c.ExternalUser_CreatedAfterError';
import createdEarlier from '@salesforce/label/c.ExternalUser_CreatedEarlier';
import createdUnreadable from '@salesforce/label/c.ExternalUser_CreatedUnreadable';
import unverified from '@salesforce/label/c.ExternalUser_Unverified';

/** The labels about an existing user; `fill` completes those with placeholders (`{0}`). */
export const statusLabels = {
  active,
  inactive,
  notRead,
  lastLogin,
  neverLoggedIn,
  canLogIn,
  nowCanLogIn,
  canLogInOnceLive,
  nowHasUser,
  hasActiveUser,
  cantLogIn,
  createdInactive,
  inactiveMeans,
  activateSite,
  memberOfNoSite,
  noLiveSite,
  sitesHidden,
  membershipUnknown,
  mailSent,
  mailLater,
  mailMaybe,
  mailSentShort,
  mailLaterShort,
  mailMaybeShort,
  mailNone,
  mailUnknown,
  asOf,
  loginPage,
  loginPageOf,
  copyOf,
  logInAs,
  logInAsAt,
  checkTitle,
  checkText,
  noMailTitle,
  noMailText,
  sendLinkTitle,
  sendLinkText,
  forgotTitle,
  forgotText,
  askForReset,
  resetPassword,
  standardProfileLogIn,
  deactivate,
  reactivate,
  deactivateShort,
  reactivateShort,
  deactivateTitle,
  deactivateText,
  reactivateTitle,
  reactivateText,
  askDeactivate,
  askReactivate,
  deactivateMeans,
  reactivateMeans,
  changingUser,
  deactivated,
  reactivated,
  undo,
  userUnchanged,
  changeUnknown,
  changedAfterAll,
  cardTitle,
  cardNoUser,
  cardHidden,
  createdAfterError,
  createdEarlier,
  createdUnreadable,
  unverified
} as const;
