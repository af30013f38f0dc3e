import title from '@salesforce/label/c.ExternalUser_MassTitle';
import none from '@salesforce/label/c.ExternalUser_MassNone';
import tooMany from '@salesforce/label/c.ExternalUser_MassTooMany';
import unseen from '@salesforce/label/c.ExternalUser_MassUnseen';
import notContact from '@salesforce/label/c.ExternalUser_MassNotContact';
import noEmail from '@salesforce/label/c.ExternalUser_MassNoEmail';
import toEnable from '@salesforce/label/c.ExternalUser_MassToEnable';
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
import enableMany from '@salesforce/label/c.ExternalUser_MassEnableMany';
import enableOne from '@salesforce/label/c.ExternalUser_MassEnableOne';
import pattern from '@salesforce/label/c.ExternalUser_MassPattern';
import patternHelp from '@salesforce/label/c.ExternalUser_MassPatternHelp';
import patternProblem from '@salesforce/label/c.ExternalUser_MassPatternProblem';
import examples from '@salesforce/label/c.ExternalUser_MassExamples';
import seats from '@salesforce/label/c.ExternalUser_MassSeats';
import seatsShort from '@salesforce/label/c.ExternalUser_MassSeatsShort';
import selectFirst from '@salesforce/label/c.ExternalUser_MassSelectFirst';
import progress from '@salesforce/label/c.ExternalUser_MassProgress';
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

/** The labels of mass enablement; `fill` completes those with placeholders (`{0}`). */
export const massLabels = {
  title,
  none,
  tooMany,
  unseen,
  notContact,
  noEmail,
  toEnable,
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
  enableMany,
  enableOne,
  pattern,
  patternHelp,
  patternProblem,
  examples,
  seats,
  seatsShort,
  selectFirst,
  progress,
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
  backToPlan
} as const;

/** "Created (3)": a number in brackets needs no plural form in any language. */
export function withCount(label: string, count: number): string {
  return `${label} (${String(count)})`;
}

/** "Created (3) · Failed (1)": leaves out counts of zero. */
export function withCounts(counts: readonly (readonly [label: string, count: number])[]): string {
  return counts.flatMap(([label, count]) => (count === 0 ? [] : withCount(label, count))).join(' · ');
}
