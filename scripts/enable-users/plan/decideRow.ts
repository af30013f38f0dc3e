import {
  findChoiceFindings,
  findDraftProblems,
  findPrerequisites,
  known as fact,
  unknown,
  valueOr,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type Finding,
  type UserDraft
} from 'c/externalUserRules';
import type { PlanOutcome } from '../store/planRows.ts';
import { draftRow, type DraftSources } from './draftRow.ts';
import type { Wishes } from './wishes.ts';
import type { Words } from './words.ts';

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
  readonly user: ExistingUser | undefined;
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

/** Said once for the whole org, not of every row; seats are given out in the order of the rows. */
const OF_THE_ORG: readonly Finding['check'][] = [
  'site',
  'mail',
  'seats',
  'visibility',
  'membership',
  'standardProfile'
];

/** Only what the row's own contact says is worth a warning. */
const WORTH_A_WARNING: readonly Finding['check'][] = ['email', 'privacy'];

/** By the rules of the quick action: the first thing that stands in the way is the row's outcome. */
export function decideRow(row: RowFacts, sources: DraftSources, words: Words): Decision {
  const { contact, user, wishes } = row;
  if (contact === undefined) {
    const sentence = `There is no contact ${row.contactId} that you can see. Check the id, and that it is of this org.`;
    return { ...NOTHING, code: 'contactMissing', sentence };
  }
  const email = wishes.Email === '' ? contact.email : wishes.Email;
  const person = { ...contact, email };
  const base = { ...NOTHING, accountId: valueOr(contact.account, null)?.id ?? '' };
  const { facts } = sources.org;
  const findings = findPrerequisites({ contact: person, user: fact(user ?? null), org: facts }).filter(
    ({ check }) => !OF_THE_ORG.includes(check)
  );
  const blocked = findings.find(({ status }) => status === 'blocked');
  if (blocked !== undefined)
    return user === undefined ? say(base, blocked, words) : holder(base, user, blocked, sources, words);
  if (email === null) return say(base, emailFinding(findings), words);
  const drafted = draftRow(person, wishes, sources);
  if (drafted.kind === 'refused') return { ...base, code: drafted.code, sentence: drafted.sentence };
  const { draft, profile } = drafted;
  const problems = findDraftProblems(draft, LIMITS);
  // The username may come from the email, which is then the thing to correct.
  const problem = problems.find(({ field }) => field === 'email') ?? problems[0];
  if (problem !== undefined) {
    return { ...base, profile, code: problem.code, sentence: words.sentenceOfProblem(problem) };
  }
  const choices = findChoiceFindings({ draft, contact: person, org: facts, names: NOT_ASKED_YET });
  const inTheWay = choices.find(
    ({ status, code, check }) =>
      status === 'blocked' &&
      !OF_THE_ORG.includes(check) &&
      !(code === 'partnerAccountNotEnabled' && sources.options.enablesPartnerAccounts)
  );
  if (inTheWay !== undefined) return say({ ...base, profile }, inTheWay, words);
  if (profile.kind === 'partner' && !facts.runningUser.managesExternalUsers) {
    const sentence = words.sentenceOf({ code: 'permissionCustomersOnly', words: [] });
    return { ...base, profile, code: 'permissionCustomersOnly', sentence };
  }
  return enable({ ...base, profile, draft }, person, findings, words);
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

/** Names are given out for many rows at once, later. */
const NOT_ASKED_YET = { usernames: unknown('pending'), nicknames: unknown('pending') };

function say(base: Decision, found: Finding | undefined, words: Words): Decision {
  return found === undefined ? base : { ...base, code: found.code, sentence: words.sentenceOf(found) };
}

/** The user who holds the contact: nothing else of the row matters, except where somebody may not make users at all. */
function holder(
  base: Decision,
  user: ExistingUser,
  blocked: Finding,
  { org, options }: DraftSources,
  words: Words
): Decision {
  if (blocked.check !== 'user') return say({ ...base, userId: user.id }, blocked, words);
  const profile = org.profiles.get(user.profileId ?? '');
  const held = say({ ...base, userId: user.id, profile }, blocked, words);
  if (user.isActive) return { ...held, outcome: 'already' };
  return options.reactivate
    ? { ...held, outcome: 'reactivate', sentence: `The user ${user.username} is made active again.` }
    : { ...held, outcome: 'skip' };
}

function emailFinding(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ check }) => check === 'email');
}

function enable(base: Decision, contact: ContactFacts, findings: readonly Finding[], words: Words): Decision {
  const warnings = findings.filter(({ status, check }) => status === 'warning' && WORTH_A_WARNING.includes(check));
  const account = valueOr(contact.account, null);
  const isMadePartner = base.draft?.kind === 'partner' && !valueOr(contact.isPartnerAccount, true);
  const first = isMadePartner && account !== null ? [`${account.name} is made a partner account first.`] : [];
  return {
    ...base,
    outcome: 'enable',
    code: isMadePartner ? 'partnerAccountNotEnabled' : (warnings[0]?.code ?? 'ready'),
    sentence: [...first, ...warnings.map((warning) => words.sentenceOf(warning))].join(' ')
  };
}
