import title from '@salesforce/label/c.ExternalUser_MassTitle';
import none from '@salesforce/label/c.ExternalUser_MassNone';
import tooMany from '@salesforce/label/c.ExternalUser_MassTooMany';
import unseen from '@salesforce/label/c.ExternalUser_MassUnseen';
import notContact from '@salesforce/label/c.ExternalUser_MassNotContact';
import noEmail from '@salesforce/label/c.ExternalUser_MassNoEmail';
import blocked from '@salesforce/label/c.ExternalUser_MassBlocked';
import already from '@salesforce/label/c.ExternalUser_MassAlready';
import created from '@salesforce/label/c.ExternalUser_MassCreated';
import failed from '@salesforce/label/c.ExternalUser_MassFailed';
import unclear from '@salesforce/label/c.ExternalUser_MassUnclear';
import notStarted from '@salesforce/label/c.ExternalUser_MassNotStarted';
import leftOut from '@salesforce/label/c.ExternalUser_MassLeftOut';
import selectAll from '@salesforce/label/c.ExternalUser_MassSelectAll';
import contact from '@salesforce/label/c.ExternalUser_MassContact';
import outcome from '@salesforce/label/c.ExternalUser_MassOutcome';
import pattern from '@salesforce/label/c.ExternalUser_MassPattern';
import patternHelp from '@salesforce/label/c.ExternalUser_MassPatternHelp';
import patternProblem from '@salesforce/label/c.ExternalUser_MassPatternProblem';
import examples from '@salesforce/label/c.ExternalUser_MassExamples';
import selectFirst from '@salesforce/label/c.ExternalUser_MassSelectFirst';
import running from '@salesforce/label/c.ExternalUser_MassRunning';
import waiting from '@salesforce/label/c.ExternalUser_MassWaiting';
import paused from '@salesforce/label/c.ExternalUser_MassPaused';
import pause from '@salesforce/label/c.ExternalUser_MassPause';
import resume from '@salesforce/label/c.ExternalUser_MassResume';
import stop from '@salesforce/label/c.ExternalUser_MassStop';
import cannotLeave from '@salesforce/label/c.ExternalUser_MassCannotLeave';
import retry from '@salesforce/label/c.ExternalUser_MassRetry';
import rest from '@salesforce/label/c.ExternalUser_MassRest';
import download from '@salesforce/label/c.ExternalUser_MassDownload';
import backToPlan from '@salesforce/label/c.ExternalUser_MassBackToPlan';
import ready from '@salesforce/label/c.ExternalUser_MassReady';
import decision from '@salesforce/label/c.ExternalUser_MassDecision';
import createAnyway from '@salesforce/label/c.ExternalUser_MassCreateAnyway';
import alreadyUsers from '@salesforce/label/c.ExternalUser_MassAlreadyUsers';
import queued from '@salesforce/label/c.ExternalUser_MassQueued';
import sending from '@salesforce/label/c.ExternalUser_MassSending';
import createMany from '@salesforce/label/c.ExternalUser_MassCreateMany';
import createOne from '@salesforce/label/c.ExternalUser_MassCreateOne';
import askMany from '@salesforce/label/c.ExternalUser_MassAskMany';
import askOne from '@salesforce/label/c.ExternalUser_MassAskOne';
import mailMany from '@salesforce/label/c.ExternalUser_MassMailMany';
import mailOne from '@salesforce/label/c.ExternalUser_MassMailOne';
import mailMembers from '@salesforce/label/c.ExternalUser_MassMailMembers';
import mailNone from '@salesforce/label/c.ExternalUser_MassMailNone';
import shortOne from '@salesforce/label/c.ExternalUser_MassShortOne';
import shortMany from '@salesforce/label/c.ExternalUser_MassShortMany';
import idleOne from '@salesforce/label/c.ExternalUser_MassIdleOne';
import idleMany from '@salesforce/label/c.ExternalUser_MassIdleMany';
import selected from '@salesforce/label/c.ExternalUser_MassSelected';
import createdOne from '@salesforce/label/c.ExternalUser_MassCreatedOne';
import createdMany from '@salesforce/label/c.ExternalUser_MassCreatedMany';
import createdSome from '@salesforce/label/c.ExternalUser_MassCreatedSome';

/** The labels of mass enablement; `fill` completes those with placeholders (`{0}`). */
export const massLabels = {
  title,
  none,
  tooMany,
  unseen,
  notContact,
  noEmail,
  blocked,
  already,
  created,
  failed,
  unclear,
  notStarted,
  leftOut,
  selectAll,
  contact,
  outcome,
  pattern,
  patternHelp,
  patternProblem,
  examples,
  selectFirst,
  running,
  waiting,
  paused,
  pause,
  resume,
  stop,
  cannotLeave,
  retry,
  rest,
  download,
  backToPlan,
  ready,
  decision,
  createAnyway,
  alreadyUsers,
  queued,
  sending,
  createMany,
  createOne,
  askMany,
  askOne,
  mailMany,
  mailOne,
  mailMembers,
  mailNone,
  shortOne,
  shortMany,
  idleOne,
  idleMany,
  selected,
  createdOne,
  createdMany,
  createdSome
} as const;
