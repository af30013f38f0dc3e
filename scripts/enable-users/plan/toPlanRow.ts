import { displayText } from 'c/externalUserRules';
import { licenseOf } from '../facts/orgFacts.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { AssignedNames } from './assignNames.ts';
import type { RowDecision } from './decideRow.ts';
import type { Seats } from './seats.ts';
import type { Sentences } from './sentences.ts';

/** The plan of a row: its decision, with the names and the seat that it gets. */
export function toPlanRow(
  { row, contactId }: Pick<InputRow, 'row' | 'contactId'>,
  decision: RowDecision,
  names: AssignedNames | undefined,
  { seats, sentences }: { readonly seats: Seats; readonly sentences: Sentences }
): PlanRow {
  const named = withNames(decision, names, sentences);
  const { outcome, code, sentence, draft, profile, accountId, userId, holderUsername } = withSeat(
    named,
    seats,
    sentences
  );
  return {
    row,
    contactId,
    accountId,
    kind: profile?.kind ?? 'customer',
    profileId: profile?.id ?? '',
    licenseId: licenseOf(profile)?.id ?? '',
    isRoleBased: profile?.isRoleBased ?? false,
    outcome,
    code,
    sentence,
    draft,
    userId,
    holderUsername
  };
}

function withNames(decision: RowDecision, names: AssignedNames | undefined, sentences: Sentences): RowDecision {
  const { draft, profile, sentence } = decision;
  if (draft === null || names === undefined) return decision;
  if (names.takenUsername !== null) {
    const taken = sentences.ofFinding({ code: 'usernameTaken', words: [names.takenUsername, names.username] });
    return { ...decision, outcome: 'blocked', code: 'usernameTaken', draft: null, sentence: taken };
  }
  return {
    ...decision,
    draft: { ...draft, username: names.username, nickname: names.nickname },
    sentence:
      `Gets ${displayText(names.username)} with the profile ${displayText(profile?.name ?? '')}. ${sentence}`.trim()
  };
}

/**
 * An active user takes a seat, and so does one that is made active again (Object Reference, User). A row that is blocked
 * because no seat is left counts among those that get none.
 */
function withSeat(decision: RowDecision, seats: Seats, sentences: Sentences): RowDecision {
  const { outcome, code, profile } = decision;
  const needsSeat = outcome === 'enable' || outcome === 'reactivate' || code === 'seatsTaken';
  if (!needsSeat || seats.take(profile) || code === 'seatsTaken') return decision;
  const sentence = sentences.ofFinding({ code: 'seatsTaken', words: [licenseOf(profile)?.name ?? ''] });
  return { ...decision, outcome: 'blocked', code: 'seatsTaken', draft: null, sentence };
}
