import {
  codeOf,
  decideContact,
  valueOr,
  type ContactFacts,
  type Decision as RulesDecision,
  type ExistingUser,
  type ExternalProfile,
  type Fact,
  type Finding,
  type Hindrance,
  type UserDraft
} from 'c/externalUserRules';
import type { PlanOutcome } from '../store/planRows.ts';
import { draftRow, withKind, type DraftSources, type RowRefusal } from './draftRow.ts';
import type { Wishes } from './rowOverrides.ts';
import type { Words } from './sentences.ts';

/** What is known of a row before names and seats are given out. */
export interface Decision {
  readonly outcome: PlanOutcome;
  readonly code: string;
  readonly sentence: string;
  readonly draft: UserDraft | null;
  readonly profile: ExternalProfile | undefined;
  /** Of the contact; empty for none. */
  readonly accountId: string;
  readonly userId: string | null;
}

export interface RowFacts {
  readonly contactId: string;
  readonly contact: ContactFacts | undefined;
  readonly user: Fact<ExistingUser | null>;
  readonly wishes: Wishes;
}

/** Object reference, User: lengths of its fields. */
const LIMITS = {
  Username: 80,
  Email: 80,
  Alias: 8,
  CommunityNickname: 40,
  FirstName: 40,
  LastName: 80
};

/** Decides a row by the rules, and puts the decision in words of a file and in the outcomes of a plan. */
export function decideRow(
  { contactId, contact, user, wishes }: RowFacts,
  sources: DraftSources,
  words: Words
): Decision {
  if (contact === undefined) {
    const sentence = `There is no contact ${contactId} that you can see. Check the id, and that it is of this org.`;
    return { ...NOTHING, code: 'contactMissing', sentence };
  }
  const { org, options } = sources;
  const decision = decideContact({
    contact: { ...contact, email: wishes.Email === '' ? contact.email : wishes.Email },
    user,
    org: withKind(org.facts, options.kind),
    limits: LIMITS,
    choose: (suggested) => draftRow(suggested, wishes, sources),
    removes: options.enablesPartnerAccounts ? ['partnerAccountNotEnabled'] : []
  });
  const base = { ...NOTHING, code: codeOf(decision), accountId: valueOr(contact.account, null)?.id ?? '' };
  switch (decision.outcome) {
    case 'already':
      return holderRow(base, decision, sources, words);
    case 'blocked': {
      const profile = org.profiles.get(decision.draft?.profileId ?? '');
      return { ...base, profile, sentence: sentenceOfHindrance(decision.hindrance, words) };
    }
    case 'enable': {
      const { draft, removed, remarks } = decision;
      const profile = org.profiles.get(draft.profileId);
      const sentences = [...removed.map(sentenceOfRemoved), ...remarks.map((remark) => words.sentenceOf(remark))];
      return { ...base, outcome: 'enable', draft, profile, sentence: sentences.join(' ') };
    }
  }
}

const NOTHING: Decision = {
  outcome: 'blocked',
  code: '',
  sentence: '',
  draft: null,
  profile: undefined,
  accountId: '',
  userId: null
};

function sentenceOfHindrance(hindrance: Hindrance<RowRefusal>, words: Words): string {
  switch (hindrance.kind) {
    case 'finding':
      return words.sentenceOf(hindrance.finding);
    case 'problem':
      return words.sentenceOfProblem(hindrance.problem);
    case 'refusal':
      return hindrance.refusal.sentence;
  }
}

/** The account is the one thing that a run changes before it creates users. */
function sentenceOfRemoved({ words: [account = ''] }: Finding): string {
  return `${account} is made a partner account first.`;
}

/** A user who holds the contact already is left alone, unless inactive ones are to be made active again. */
function holderRow(
  base: Decision,
  { user, finding, forbidden }: Extract<RulesDecision<RowRefusal>, { outcome: 'already' }>,
  { org, options }: DraftSources,
  words: Words
): Decision {
  const held = { ...base, userId: user.id, sentence: words.sentenceOf(finding) };
  const profile = org.profiles.get(user.profileId ?? '');
  if (user.isActive) return { ...held, profile, outcome: 'already' };
  if (!options.reactivate) return { ...held, profile, outcome: 'skip' };
  return forbidden === undefined
    ? { ...held, profile, outcome: 'reactivate', sentence: `The user ${user.username} is made active again.` }
    : { ...held, code: forbidden.code, sentence: words.sentenceOf(forbidden) };
}
