import { displayText, type NumberedName } from 'c/externalUserRules';
import { licenseOf } from '../facts/orgFacts.ts';
import type { InputRow } from '../store/inputRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { AssignedNames } from './assignNames.ts';
import { adviceForPlan } from './planAdvice.ts';
import { holderSentence, numberedName } from './deviations.ts';
import type { RowDecision } from './decideRow.ts';
import type { Seats } from './seats.ts';
import type { Sentences } from './sentences.ts';

/** The plan of a row: its decision, with the names and the seat that it gets. */
export function toPlanRow(
  { row, contactId, fields }: Pick<InputRow, 'row' | 'contactId' | 'fields'>,
  decision: RowDecision,
  names: AssignedNames | undefined,
  { seats, sentences }: { readonly seats: Seats; readonly sentences: Sentences }
): PlanRow {
  const named = withNames(decision, names, sentences);
  const {
    outcome,
    code,
    sentence,
    draft,
    profile,
    contactName,
    accountId,
    accountName,
    userId,
    holderUsername,
    givenNames,
    deviations
  } = withSeat(named, seats, sentences);
  return {
    row,
    contactId,
    contactName,
    accountId,
    accountName,
    kind: profile?.kind ?? 'customer',
    profileId: profile?.id ?? '',
    profileName: profile?.name ?? '',
    licenseId: licenseOf(profile)?.id ?? '',
    isRoleBased: profile?.isRoleBased ?? false,
    outcome,
    code,
    sentence: [sentence, adviceForPlan(outcome, code)].filter((part) => part !== '').join(' '),
    draft,
    fields: draft === null ? {} : fields,
    userId,
    holderUsername,
    givenNames,
    deviations
  };
}

function withNames(decision: RowDecision, names: AssignedNames | undefined, sentences: Sentences): RowDecision {
  const { draft, profile, sentence, givenNames } = decision;
  if (draft === null || names === undefined) return decision;
  const refused = names.changed.find(({ field }) => givenNames.includes(field));
  if (refused !== undefined) {
    const code = refused.field === 'username' ? 'usernameTaken' : 'nicknameTaken';
    return { ...decision, ...NO_USER, code, sentence: sentenceOfRefused(refused, sentences) };
  }
  const numbered = names.changed.map(numberedName);
  return {
    ...decision,
    draft: { ...draft, username: names.username, nickname: names.nickname },
    deviations: [...numbered, ...decision.deviations],
    sentence: [
      `Gets ${displayText(names.username)} with the profile ${displayText(profile?.name ?? '')}.`,
      ...numbered.map((deviation) => deviation.sentence),
      sentence
    ]
      .join(' ')
      .trim()
  };
}

const NO_USER = { outcome: 'blocked', draft: null, deviations: [] } as const;

function sentenceOfRefused(changed: NumberedName, sentences: Sentences): string {
  const { field, wanted, free } = changed;
  const taken =
    field === 'username'
      ? sentences.ofFinding({ code: 'usernameTaken', words: [wanted, free] })
      : `The nickname ${displayText(wanted)} is taken. As far as you can see, ${displayText(free)} is free.`;
  return `${taken} ${holderSentence(changed)}`;
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
  return { ...decision, ...NO_USER, code: 'seatsTaken', sentence };
}
