import { isMadeBy } from 'c/externalUserCreation';
import { fill, labels, sentenceForFailure, sentenceForNumbered } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { currentUserId, recordUrl } from 'c/externalUserOrg';
import {
  displayText,
  fixesForFailure,
  showControls,
  valueOr,
  type ExistingUser,
  type ExternalProfile,
  type RunningUser
} from 'c/externalUserRules';
import type { Row, RowLink, RowState, RowTab } from 'c/externalUserRows';
import type { Ending, RunProgress, Task } from 'c/externalUserRun';
import { linksFor, toRow, type Deviation, type PlannedRow } from 'c/externalUserSelection';

/** Each contact has exactly one outcome; the tabs of the result come in this order. */
const OUTCOMES = {
  created: { tab: massLabels.created, label: massLabels.created, icon: 'utility:success', variant: 'success' },
  failed: { tab: massLabels.failed, label: massLabels.failed, icon: 'utility:error', variant: 'error' },
  unclear: { tab: massLabels.unclear, label: massLabels.unclear, icon: 'utility:help', variant: '' },
  notStarted: { tab: massLabels.notStarted, label: massLabels.notStarted, icon: 'utility:clock', variant: '' },
  already: { tab: massLabels.alreadyUsers, label: massLabels.already, icon: 'utility:user', variant: '' },
  blocked: { tab: massLabels.blocked, label: massLabels.blocked, icon: 'utility:ban', variant: 'warning' },
  leftOut: { tab: massLabels.leftOut, label: massLabels.leftOut, icon: 'utility:dash', variant: '' }
} as const;

const WAITING: RowState = { label: massLabels.queued, icon: 'utility:clock', variant: '' };
const SENDING: RowState = { label: massLabels.sending, icon: 'utility:sync', variant: '' };

/** The tab of these outcomes is opened, because they are not what a person wanted. */
const UNWANTED: readonly Outcome[] = ['failed', 'unclear', 'notStarted'];

export type Outcome = keyof typeof OUTCOMES;

/** A row of the plan and how it ended. */
export interface EndedRow {
  readonly row: PlannedRow;
  readonly ending: Ending | undefined;
  readonly outcome: Outcome;
  /** The contact's user as it was read back. */
  readonly user: ExistingUser | undefined;
}

/** The user is the contact's present one: it may have appeared after the last look-up of the row. */
export function outcomeOf(
  { state }: PlannedRow,
  ending: Ending | undefined,
  user: ExistingUser | undefined,
  isTicked: boolean
): Outcome {
  if (ending === undefined) {
    if (state === 'blocked' || state === 'already') {
      return state;
    }
    return !isTicked ? 'leftOut' : user === undefined ? 'notStarted' : 'already';
  }
  const { outcome, open } = ending;
  const isLate = user !== undefined && ending.user === null && (outcome === 'failed' || outcome === 'unclear');
  return isLate ? MADE[isMadeBy(open, user, currentUserId, Date.now())] : outcome;
}

const MADE = { yes: 'created', no: 'already', unknown: 'unclear' } as const;

/** What the sentences of all rows have in common. */
export interface Words {
  readonly profile: ExternalProfile | undefined;
  readonly runningUser: RunningUser;
}

/** The rows of a run in their places, each with its state so far. */
export function toLiveTab(
  rows: readonly EndedRow[],
  tasks: readonly Task[],
  { endings, inFlight }: RunProgress,
  words: Words
): RowTab {
  const byContact = new Map(rows.map((ended) => [ended.row.id, ended]));
  const live = tasks.flatMap(({ contactId, draft }) => {
    const ended = byContact.get(contactId);
    if (ended === undefined) {
      return [];
    }
    if (endings.has(contactId)) {
      return { ...toResultRow(ended, words), state: OUTCOMES[ended.outcome] };
    }
    const state = inFlight.has(contactId) ? SENDING : WAITING;
    // A row that is sent again shows nothing of its last ending.
    const row = toResultRow({ ...ended, ending: undefined, outcome: 'notStarted' }, words);
    return { ...row, state, username: displayText(draft.username) };
  });
  const about = { tickLabel: '', hasUsernames: true, hasStates: true };
  return { ...about, name: 'run', label: massLabels.title, rows: live };
}

/** The rows by outcome; an outcome without a row has no tab. */
export function toResultTabs(rows: readonly EndedRow[], words: Words): readonly RowTab[] {
  return outcomeNames().flatMap((name) => {
    const own = rows.filter(({ outcome }) => outcome === name);
    const hasUsernames = own.some((ended) => usernameOf(ended) !== '');
    const about = { name, label: OUTCOMES[name].tab, tickLabel: '', hasStates: false, hasUsernames };
    return own.length === 0 ? [] : [{ ...about, rows: own.map((ended) => toResultRow(ended, words)) }];
  });
}

export function firstTab(tabs: readonly RowTab[]): string {
  return UNWANTED.find((name) => tabs.some((tab) => tab.name === name)) ?? '';
}

function toResultRow(ended: EndedRow, words: Words): Row {
  const userId = userIdOf(ended);
  return {
    ...toRow(ended.row),
    username: displayText(usernameOf(ended)),
    userUrl: userId === '' ? null : recordUrl('User', userId),
    remark: '',
    code: codeOf(ended),
    text: messageOf(ended, words.profile),
    links: linksOf(ended, words)
  };
}

/** The pages on which the cause can be fixed: the plan's, or that of the org's refusal. */
function linksOf({ row, ending, outcome }: EndedRow, { runningUser }: Words): readonly RowLink[] {
  const { contact } = row;
  if (ending === undefined) {
    return outcome === 'already' ? [] : row.links;
  }
  if (ending.failure === null || contact === undefined) {
    return [];
  }
  return linksFor(fixesForFailure(ending.failure.code, contact, { runningUser }));
}

/** The lines of the file. Columns, outcomes and codes are not translated, because programs read them. */
export function toCsvLines(
  rows: readonly EndedRow[],
  profile: ExternalProfile | undefined
): readonly (readonly string[])[] {
  return [
    ['ContactId', 'Name', 'Outcome', 'UserId', 'Username', 'Code', 'Deviation', 'Message'],
    ...rows.map((ended) => {
      const { row, outcome } = ended;
      return [
        row.id,
        showControls(row.name),
        outcome,
        userIdOf(ended),
        showControls(usernameOf(ended)),
        codeOf(ended),
        deviationsOf(ended)
          .map(({ code }) => code)
          .join(';'),
        messageOf(ended, profile)
      ];
    })
  ];
}

export function userIdOf({ row, ending, user }: EndedRow): string {
  return user?.id ?? ending?.userId ?? row.user?.id ?? '';
}

/** The username of an existing user; a planned username does not count. */
function usernameOf({ row, ending, user, outcome }: EndedRow): string {
  return user?.username ?? row.user?.username ?? (outcome === 'created' ? (ending?.draft.username ?? '') : '');
}

/** The plan's code, or that of the org's refusal. */
function codeOf({ row, ending, outcome, user }: EndedRow): string {
  if (ending === undefined) {
    return row.code;
  }
  if (user !== undefined) {
    return outcome === 'unclear' ? 'creatorUnknown' : '';
  }
  return ending.failure?.code ?? '';
}

/** What a new user did not get as the pattern says: by the plan, and because the org refused a name. */
function deviationsOf({ row, ending, outcome }: EndedRow): readonly Deviation[] {
  if (outcome !== 'created' || ending === undefined || row.draft === null) {
    return [];
  }
  const planned = row.draft;
  const refused = (['username', 'nickname'] as const)
    .filter((field) => ending.draft[field] !== planned[field])
    .map((field) => {
      const numbered = {
        field,
        wanted: planned[field],
        free: ending.draft[field],
        holder: { kind: 'hidden' }
      } as const;
      return { code: `${field}Refused`, sentence: sentenceForNumbered(numbered) };
    });
  return [...row.deviations, ...refused];
}

/** The plan's reason, or the org's refusal and what a look-up found afterwards. */
function messageOf({ row, ending, outcome, user }: EndedRow, profile: ExternalProfile | undefined): string {
  if (ending === undefined) {
    const isNew = outcome === 'already' && row.state !== 'already';
    return isNew || row.state === 'ready' ? '' : row.reason;
  }
  if (outcome === 'unclear' && user !== undefined) {
    return fill(labels.creatorUnknown, [row.name, user.username]);
  }
  const { failure, lookUp, draft } = ending;
  if (failure === null || user !== undefined) {
    return deviationsOf({ row, ending, outcome, user })
      .map(({ sentence }) => sentence)
      .join(' ');
  }
  const words = {
    contact: row.name,
    account: row.accountName,
    owner: row.contact === undefined ? '' : (valueOr(row.contact.owner, null)?.name ?? ''),
    profile: profile?.name ?? '',
    license: profile === undefined ? '' : (valueOr(profile.license, null)?.name ?? ''),
    username: draft.username
  };
  const found = { none: '', absent: labels.lookedUp, failed: labels.unresolved }[lookUp];
  const said = failure.message === '' ? '' : fill(labels.orgSays, [failure.message]);
  return [sentenceForFailure(failure, words), said, found].filter((text) => text !== '').join(' ');
}

function outcomeNames(): readonly Outcome[] {
  return Object.keys(OUTCOMES).filter(isOutcome);
}

function isOutcome(name: string): name is Outcome {
  return Object.hasOwn(OUTCOMES, name);
}
