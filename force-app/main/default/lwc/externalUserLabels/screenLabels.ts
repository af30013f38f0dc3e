import title from '@salesforce/label/c.ExternalUser_Title';
import titleNamed from '@salesforce/label/c.ExternalUser_TitleNamed';
import ready from '@salesforce/label/c.ExternalUser_Ready';
import allPassed from '@salesforce/label/c.ExternalUser_AllPassed';
import somePassed from '@salesforce/label/c.ExternalUser_SomePassed';
import readFirst from '@salesforce/label/c.ExternalUser_ReadFirst';
import notYetOne from '@salesforce/label/c.ExternalUser_NotYetOne';
import notYetMany from '@salesforce/label/c.ExternalUser_NotYetMany';
import comeBack from '@salesforce/label/c.ExternalUser_ComeBack';
import showChecks from '@salesforce/label/c.ExternalUser_ShowChecks';
import passedOne from '@salesforce/label/c.ExternalUser_PassedOne';
import passedMany from '@salesforce/label/c.ExternalUser_PassedMany';
import unseenOne from '@salesforce/label/c.ExternalUser_UnseenOne';
import unseenMany from '@salesforce/label/c.ExternalUser_UnseenMany';
import stepPrerequisites from '@salesforce/label/c.ExternalUser_StepPrerequisites';
import stepDetails from '@salesforce/label/c.ExternalUser_StepDetails';
import stepDone from '@salesforce/label/c.ExternalUser_StepDone';
import next from '@salesforce/label/c.ExternalUser_Next';
import create from '@salesforce/label/c.ExternalUser_Create';
import close from '@salesforce/label/c.ExternalUser_Close';
import done from '@salesforce/label/c.ExternalUser_Done';
import loading from '@salesforce/label/c.ExternalUser_Loading';
import creating from '@salesforce/label/c.ExternalUser_Creating';
import statusPass from '@salesforce/label/c.ExternalUser_StatusPass';
import statusWarning from '@salesforce/label/c.ExternalUser_StatusWarning';
import statusBlocked from '@salesforce/label/c.ExternalUser_StatusBlocked';
import statusUnknown from '@salesforce/label/c.ExternalUser_StatusUnknown';
import recheck from '@salesforce/label/c.ExternalUser_Recheck';
import contactUnreadable from '@salesforce/label/c.ExternalUser_ContactUnreadable';
import contactUnanswered from '@salesforce/label/c.ExternalUser_ContactUnanswered';
import technicalDetails from '@salesforce/label/c.ExternalUser_TechnicalDetails';
import orgSays from '@salesforce/label/c.ExternalUser_OrgSays';
import newTab from '@salesforce/label/c.ExternalUser_NewTab';
import openUser from '@salesforce/label/c.ExternalUser_OpenUser';
import partnerEnabledTitle from '@salesforce/label/c.ExternalUser_PartnerEnabledTitle';
import partnerEnabled from '@salesforce/label/c.ExternalUser_PartnerEnabled';
import checks from '@salesforce/label/c.ExternalUser_Checks';
import lookedUp from '@salesforce/label/c.ExternalUser_LookedUp';
import unresolved from '@salesforce/label/c.ExternalUser_Unresolved';
import accountFixFailed from '@salesforce/label/c.ExternalUser_AccountFixFailed';
import steps from '@salesforce/label/c.ExternalUser_Steps';
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
  titleNamed,
  ready,
  allPassed,
  somePassed,
  readFirst,
  notYetOne,
  notYetMany,
  comeBack,
  showChecks,
  passedOne,
  passedMany,
  unseenOne,
  unseenMany,
  stepPrerequisites,
  stepDetails,
  stepDone,
  next,
  create,
  close,
  done,
  loading,
  creating,
  statusPass,
  statusWarning,
  statusBlocked,
  statusUnknown,
  recheck,
  technicalDetails,
  orgSays,
  newTab,
  openUser,
  partnerEnabledTitle,
  partnerEnabled,
  checks,
  lookedUp,
  unresolved,
  accountFixFailed,
  steps,
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
