import title from '@salesforce/label/c.ExternalUser_Title';
import stepPrerequisites from '@salesforce/label/c.ExternalUser_StepPrerequisites';
import stepDetails from '@salesforce/label/c.ExternalUser_StepDetails';
import stepCreate from '@salesforce/label/c.ExternalUser_StepCreate';
import stepDone from '@salesforce/label/c.ExternalUser_StepDone';
import stepOf from '@salesforce/label/c.ExternalUser_StepOf';
import next from '@salesforce/label/c.ExternalUser_Next';
import back from '@salesforce/label/c.ExternalUser_Back';
import create from '@salesforce/label/c.ExternalUser_Create';
import close from '@salesforce/label/c.ExternalUser_Close';
import done from '@salesforce/label/c.ExternalUser_Done';
import loading from '@salesforce/label/c.ExternalUser_Loading';
import creating from '@salesforce/label/c.ExternalUser_Creating';
import enablingPartner from '@salesforce/label/c.ExternalUser_EnablingPartner';
import blockedSummary from '@salesforce/label/c.ExternalUser_BlockedSummary';
import blockedOne from '@salesforce/label/c.ExternalUser_BlockedOne';
import clearSummary from '@salesforce/label/c.ExternalUser_ClearSummary';
import statusPass from '@salesforce/label/c.ExternalUser_StatusPass';
import statusWarning from '@salesforce/label/c.ExternalUser_StatusWarning';
import statusBlocked from '@salesforce/label/c.ExternalUser_StatusBlocked';
import statusUnknown from '@salesforce/label/c.ExternalUser_StatusUnknown';
import recheck from '@salesforce/label/c.ExternalUser_Recheck';
import contactUnreadable from '@salesforce/label/c.ExternalUser_ContactUnreadable';
import contactUnanswered from '@salesforce/label/c.ExternalUser_ContactUnanswered';
import technicalDetails from '@salesforce/label/c.ExternalUser_TechnicalDetails';
import orgSays from '@salesforce/label/c.ExternalUser_OrgSays';
import openUser from '@salesforce/label/c.ExternalUser_OpenUser';
import partnerEnabledTitle from '@salesforce/label/c.ExternalUser_PartnerEnabledTitle';
import partnerEnabled from '@salesforce/label/c.ExternalUser_PartnerEnabled';
import checks from '@salesforce/label/c.ExternalUser_Checks';
import lookedUp from '@salesforce/label/c.ExternalUser_LookedUp';
import unresolved from '@salesforce/label/c.ExternalUser_Unresolved';
import accountFixFailed from '@salesforce/label/c.ExternalUser_AccountFixFailed';
import steps from '@salesforce/label/c.ExternalUser_Steps';
import hasUser from '@salesforce/label/c.ExternalUser_HasUser';
import partnerQuestion from '@salesforce/label/c.ExternalUser_PartnerQuestion';
import partnerConsequence from '@salesforce/label/c.ExternalUser_PartnerConsequence';
import partnerConfirm from '@salesforce/label/c.ExternalUser_PartnerConfirm';
import cancel from '@salesforce/label/c.ExternalUser_Cancel';
import assignmentFailed from '@salesforce/label/c.ExternalUser_AssignmentFailed';
import assignmentSkipped from '@salesforce/label/c.ExternalUser_AssignmentSkipped';
import sentEarlier from '@salesforce/label/c.ExternalUser_SentEarlier';
import alreadyHeld from '@salesforce/label/c.ExternalUser_AlreadyHeld';
import creatorUnknown from '@salesforce/label/c.ExternalUser_CreatorUnknown';
import setsNotAssigned from '@salesforce/label/c.ExternalUser_SetsNotAssigned';

/** The labels of the screens; `fill` completes those with placeholders (`{0}`). */
export const labels = {
  title,
  stepPrerequisites,
  stepDetails,
  stepCreate,
  stepDone,
  stepOf,
  next,
  back,
  create,
  close,
  done,
  loading,
  creating,
  enablingPartner,
  blockedSummary,
  blockedOne,
  clearSummary,
  statusPass,
  statusWarning,
  statusBlocked,
  statusUnknown,
  recheck,
  technicalDetails,
  orgSays,
  openUser,
  partnerEnabledTitle,
  partnerEnabled,
  checks,
  lookedUp,
  unresolved,
  accountFixFailed,
  steps,
  hasUser,
  partnerQuestion,
  partnerConsequence,
  partnerConfirm,
  cancel,
  assignmentFailed,
  assignmentSkipped,
  sentEarlier,
  alreadyHeld,
  creatorUnknown,
  setsNotAssigned
} as const;

const CONTACT_PROBLEMS: Readonly<Record<'gone' | 'unanswered', string>> = {
  gone: contactUnreadable,
  unanswered: contactUnanswered
};

/** Says why there is no contact, and what to do; empty while there is no problem. */
export function sentenceForContact(problem: keyof typeof CONTACT_PROBLEMS | null): string {
  return problem === null ? '' : CONTACT_PROBLEMS[problem];
}
