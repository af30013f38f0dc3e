import status from '@salesforce/label/c.ExternalUser_Status';
import active from '@salesforce/label/c.ExternalUser_Active';
import inactive from '@salesforce/label/c.ExternalUser_Inactive';
import notRead from '@salesforce/label/c.ExternalUser_NotRead';
import lastLogin from '@salesforce/label/c.ExternalUser_LastLogin';
import noLogin from '@salesforce/label/c.ExternalUser_NoLogin';
import license from '@salesforce/label/c.ExternalUser_License';
import liveSites from '@salesforce/label/c.ExternalUser_LiveSites';
import siteLogin from '@salesforce/label/c.ExternalUser_SiteLogin';
import logInAs from '@salesforce/label/c.ExternalUser_LogInAs';
import noLiveSite from '@salesforce/label/c.ExternalUser_NoLiveSite';
import membershipUnknown from '@salesforce/label/c.ExternalUser_MembershipUnknown';
import member from '@salesforce/label/c.ExternalUser_Member';
import welcomeMail from '@salesforce/label/c.ExternalUser_WelcomeMail';
import mailWelcome from '@salesforce/label/c.ExternalUser_MailWelcome';
import mailMember from '@salesforce/label/c.ExternalUser_MailMember';
import mailNone from '@salesforce/label/c.ExternalUser_MailNone';
import mailUnknown from '@salesforce/label/c.ExternalUser_MailUnknown';
import password from '@salesforce/label/c.ExternalUser_Password';
import resetPassword from '@salesforce/label/c.ExternalUser_ResetPassword';
import nextSteps from '@salesforce/label/c.ExternalUser_NextSteps';
import stepMembers from '@salesforce/label/c.ExternalUser_StepMembers';
import stepActivate from '@salesforce/label/c.ExternalUser_StepActivate';
import stepPassword from '@salesforce/label/c.ExternalUser_StepPassword';
import deactivate from '@salesforce/label/c.ExternalUser_Deactivate';
import reactivate from '@salesforce/label/c.ExternalUser_Reactivate';
import askDeactivate from '@salesforce/label/c.ExternalUser_AskDeactivate';
import askReactivate from '@salesforce/label/c.ExternalUser_AskReactivate';
import deactivateMeans from '@salesforce/label/c.ExternalUser_DeactivateMeans';
import reactivateMeans from '@salesforce/label/c.ExternalUser_ReactivateMeans';
import changingUser from '@salesforce/label/c.ExternalUser_ChangingUser';
import deactivated from '@salesforce/label/c.ExternalUser_Deactivated';
import reactivated from '@salesforce/label/c.ExternalUser_Reactivated';
import userUnchanged from '@salesforce/label/c.ExternalUser_UserUnchanged';
import changeUnknown from '@salesforce/label/c.ExternalUser_ChangeUnknown';
import changedAfterAll from '@salesforce/label/c.ExternalUser_ChangedAfterAll';
import cardTitle from '@salesforce/label/c.ExternalUser_CardTitle';
import cardNoUser from '@salesforce/label/c.ExternalUser_CardNoUser';
import cardHidden from '@salesforce/label/c.ExternalUser_CardHidden';
import createdTitle from '@salesforce/label/c.ExternalUser_CreatedTitle';
import createdInactive from '@salesforce/label/c.ExternalUser_CreatedInactive';
import createdEarlier from '@salesforce/label/c.ExternalUser_CreatedEarlier';
import unverified from '@salesforce/label/c.ExternalUser_Unverified';

/** The labels about an existing user; `fill` completes those with placeholders (`{0}`). */
export const statusLabels = {
  status,
  active,
  inactive,
  notRead,
  lastLogin,
  noLogin,
  license,
  liveSites,
  siteLogin,
  logInAs,
  noLiveSite,
  membershipUnknown,
  member,
  welcomeMail,
  mailWelcome,
  mailMember,
  mailNone,
  mailUnknown,
  password,
  resetPassword,
  nextSteps,
  stepMembers,
  stepActivate,
  stepPassword,
  deactivate,
  reactivate,
  askDeactivate,
  askReactivate,
  deactivateMeans,
  reactivateMeans,
  changingUser,
  deactivated,
  reactivated,
  userUnchanged,
  changeUnknown,
  changedAfterAll,
  cardTitle,
  cardNoUser,
  cardHidden,
  createdTitle,
  createdInactive,
  createdEarlier,
  unverified
} as const;
