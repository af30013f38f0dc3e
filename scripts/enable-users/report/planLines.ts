import { displayText } from 'c/externalUserRules';
import type { PlanOutcome } from '../store/planRows.ts';
import type { ReasonCount } from '../plan/tally.ts';
import { counted, number } from './numbers.ts';
import type { LicenseNeed, PlanSummary } from './planSummary.ts';

const WIDTH = 80;

export const OUTCOME_WORDS: Readonly<Record<PlanOutcome, string>> = {
  enable: 'get a user',
  already: 'have one already',
  reactivate: 'are made active again',
  skip: 'are skipped',
  blocked: 'are blocked'
};

/** The plan for the console, in 80 columns. */
export function planLines(summary: PlanSummary): readonly string[] {
  const { counts, rows, licenses, notes } = summary;
  const { against, doubtful } = reasonsOf(summary);
  return [
    ...wrapped(planVerdict(summary), '', ''),
    `${counted(rows, 'row')} of ${summary.source} for ${displayText(summary.org)}`,
    ...OUTCOME_ORDER.filter((outcome) => counts[outcome] > 0).map(
      (outcome) => `  ${number(counts[outcome]).padStart(9)}  ${OUTCOME_WORDS[outcome]}`
    ),
    ...section('Why not', reasonLines(against)),
    ...section('Worth a look', reasonLines(doubtful)),
    ...section('Seats', licenses.flatMap(seatLine)),
    ...section(
      'Good to know',
      [...notes, ...roleNotes(summary)].flatMap((note) => wrapped(note, '  - ', '    '))
    ),
    '',
    ...wrapped(runSentence(summary), '', '')
  ];
}

/** What the plan comes to, in one sentence. */
export function planVerdict({ counts: { enable, reactivate, blocked } }: Pick<PlanSummary, 'counts'>): string {
  const changes = [
    ...(enable > 0 ? [`${counted(enable, 'user')} can be created`] : []),
    ...(reactivate > 0 ? [`${counted(reactivate, 'user')} can be made active again`] : [])
  ];
  const verdict = changes.length === 0 ? 'No user can be created' : changes.join(', ');
  return blocked > 0 ? `${verdict}; blocked: ${counted(blocked, 'row')}.` : `${verdict}.`;
}

/** The order in which outcomes are shown. */
export const OUTCOME_ORDER: readonly PlanOutcome[] = ['enable', 'reactivate', 'already', 'skip', 'blocked'];

/** Why rows get no user, and why a person should look at some of those that get one. */
export function reasonsOf({ reasons, deviations }: Pick<PlanSummary, 'reasons' | 'deviations'>): {
  readonly against: readonly Reason[];
  readonly doubtful: readonly Reason[];
} {
  return {
    against: reasons.filter(({ outcome }) => outcome === 'blocked' || outcome === 'skip'),
    doubtful: [
      ...reasons.filter(({ outcome, code }) => CHANGES.includes(outcome) && !AS_ASKED.includes(code)),
      ...deviations
    ]
  };
}

const CHANGES: readonly PlanOutcome[] = ['enable', 'reactivate'];

/** Codes of rows that get the user they ask for. */
const AS_ASKED = ['ready', 'partnerAccountNotEnabled', 'userInactive'];

/** Rows with one code. */
export type Reason = Pick<ReasonCount, 'code' | 'rows' | 'example'>;

function reasonLines(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap(({ rows, code, example }) => [
    `  ${number(rows).padStart(9)}  ${code}`,
    ...wrapped(rows === 1 ? example : `Such as: ${example}`, '             ', '             ')
  ]);
}

export function seatsSentence({ left, total, needed, missing, isLoginBased }: LicenseNeed): string {
  const logIns = isLoginBased ? '; log-ins are counted per month besides' : '';
  if (left === null) return `${number(needed)} needed; how many are left can’t be read${logIns}`;
  const short = missing > 0 ? `: ${number(missing)} short` : '';
  return `${number(needed)} needed, ${number(left)} of ${total === null ? '?' : number(total)} left${short}${logIns}`;
}

function seatLine(need: LicenseNeed): readonly string[] {
  return wrapped(`${displayText(need.license)}: ${seatsSentence(need)}`, '  - ', '    ');
}

/** Knowledge Article 000387020 and Help, "Experience Cloud Site User Account Ownership Limitations" [F-153]. */
const ROLE_LIMITS =
  'An org limits them: Setup, System Overview, Portal Roles. With Account Role Optimization, one person owns at most 50,000 accounts with a single user.';

export function roleNotes({ run }: PlanSummary): readonly string[] {
  return [
    ...(run.accountsWithRoles > 0
      ? [
          `Users with roles: at most ${number(run.mostNewRoles)} new roles in ${counted(run.accountsWithRoles, 'account')}, three an account.`,
          ROLE_LIMITS
        ]
      : []),
    ...(run.partnerAccounts > 0 ? [`Made partner accounts first: ${counted(run.partnerAccounts, 'account')}.`] : [])
  ];
}

export function runSentence({ run, counts, planning }: PlanSummary): string {
  const read = `Read with ${counted(planning.apiCalls, 'API call')} in ${planning.seconds.toFixed(1)} s; nothing was changed.`;
  if (counts.enable + counts.reactivate === 0) return `${read} There is nothing to run.`;
  const by = run.transport === 'bulk' ? counted(run.jobs, 'Bulk API 2.0 job') : 'sObject Collections';
  return `${read} The run takes about ${counted(run.apiCalls, 'API call')}, by ${by}.`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

/** Breaks a text into lines. A word that is longer than a line stays whole. */
function wrapped(text: string, first: string, others: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(first + word);
    else if (last.length + 1 + word.length > WIDTH) lines.push(others + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
