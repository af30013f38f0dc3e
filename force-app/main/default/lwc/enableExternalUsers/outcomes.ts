import { isMadeBy } from 'c/externalUserCreation';
import { fill, labels, massLabels, sentenceForFailure, sentenceForNumbered } from 'c/externalUserLabels';
import { currentUserId } from 'c/externalUserOrg';
import type { ResultRow } from 'c/externalUserResults';
import { displayText, showControls, valueOr, type ExistingUser, type ExternalProfile } from 'c/externalUserRules';
import type { Ending } from 'c/externalUserRun';
import { urlOf, type Deviation, type PlannedRow } from 'c/externalUserSelection';

/** Each contact has exactly one outcome; the result lists them in this order. */
const OUTCOMES = {
  failed: { label: massLabels.failed, icon: 'utility:error', variant: 'error' },
  unclear: { label: massLabels.unclear, icon: 'utility:help', variant: '' },
  notStarted: { label: massLabels.notStarted, icon: 'utility:clock', variant: '' },
  created: { label: massLabels.created, icon: 'utility:success', variant: 'success' },
  already: { label: massLabels.already, icon: 'utility:user', variant: '' },
  blocked: { label: massLabels.blocked, icon: 'utility:ban', variant: 'warning' },
  leftOut: { label: massLabels.leftOut, icon: 'utility:dash', variant: '' }
} as const;

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
    return state !== 'enable' ? state : !isTicked ? 'leftOut' : user === undefined ? 'notStarted' : 'already';
  }
  const { outcome, open } = ending;
  const isLate = user !== undefined && ending.user === null && (outcome === 'failed' || outcome === 'unclear');
  return isLate ? MADE[isMadeBy(open, user, currentUserId, Date.now())] : outcome;
}

const MADE = { yes: 'created', no: 'already', unknown: 'unclear' } as const;

/** All outcomes by name, also those without a contact. */
export function countOutcomes(rows: readonly EndedRow[]): readonly (readonly [label: string, count: number])[] {
  return outcomeNames().map((name) => [OUTCOMES[name].label, rows.filter(({ outcome }) => outcome === name).length]);
}

export function toResultRows(rows: readonly EndedRow[], profile: ExternalProfile | undefined): readonly ResultRow[] {
  return outcomeNames().flatMap((name) =>
    rows
      .filter(({ outcome }) => outcome === name)
      .map((ended) => {
        const { label, icon, variant } = OUTCOMES[name];
        const { id, name: contactName, url } = ended.row;
        const userId = userIdOf(ended);
        const userUrl = userId === '' ? null : urlOf('User', userId);
        const username = displayText(usernameOf(ended));
        return {
          id,
          name: displayText(contactName),
          url,
          outcome: label,
          icon,
          variant,
          userUrl,
          username,
          ...messageOf(ended, profile)
        };
      })
  );
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
      const { message } = messageOf(ended, profile);
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
        message
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
function messageOf(
  { row, ending, outcome, user }: EndedRow,
  profile: ExternalProfile | undefined
): { message: string } {
  if (ending === undefined) {
    return { message: row.state === 'enable' ? '' : row.reason };
  }
  if (outcome === 'unclear' && user !== undefined) {
    return { message: fill(labels.creatorUnknown, [row.name, user.username]) };
  }
  const { failure, lookUp, draft } = ending;
  if (failure === null || user !== undefined) {
    const sentences = deviationsOf({ row, ending, outcome, user }).map(({ sentence }) => sentence);
    return { message: sentences.join(' ') };
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
  return { message: [sentenceForFailure(failure, words), said, found].filter((text) => text !== '').join(' ') };
}

function outcomeNames(): readonly Outcome[] {
  return Object.keys(OUTCOMES).filter(isOutcome);
}

function isOutcome(name: string): name is Outcome {
  return Object.hasOwn(OUTCOMES, name);
}
