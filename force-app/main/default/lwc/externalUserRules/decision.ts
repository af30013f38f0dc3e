import { findChoiceFindings } from './choiceFindings.ts';
import { defaultDraft } from './defaults.ts';
import { unknown, valueOr } from './fact.ts';
import type { ContactFacts, ExistingUser, ExternalUserKind, Facts } from './facts.ts';
import type { Check, Finding, FindingCode } from './finding.ts';
import { findPrerequisites } from './prerequisites.ts';
import {
  findDraftProblems,
  type DraftField,
  type DraftProblem,
  type FieldLimits,
  type UserDraft
} from './userDraft.ts';

/** The user that was asked for, or why a surface can't give what was asked for. */
export type Chosen<Refusal> = { readonly draft: UserDraft } | { readonly refusal: Refusal };

/** One contact among many, and what its surface adds: values and options, but no rule of its own. */
export interface DecisionRequest<Refusal> extends Facts {
  readonly contact: ContactFacts;
  readonly limits: FieldLimits;
  /** Changes the suggested user to the one that was asked for. */
  readonly choose: (suggested: UserDraft) => Chosen<Refusal>;
  /** Fields that are chosen once for all contacts; the surface shows their problems beside that choice. */
  readonly sharedFields?: readonly DraftField[];
  /** Hindrances that the surface removes before it creates the user. */
  readonly removes?: readonly FindingCode[];
}

/** The first thing that stands in the way of a user. */
export type Hindrance<Refusal> =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'problem'; readonly problem: DraftProblem }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

export type Decision<Refusal> =
  | {
      readonly outcome: 'enable';
      readonly draft: UserDraft;
      /** Hindrances that the surface has to remove first. */
      readonly removed: readonly Finding[];
      /** What is worth a look: warnings, then what can't be read. */
      readonly remarks: readonly Finding[];
    }
  | {
      readonly outcome: 'already';
      readonly user: ExistingUser;
      readonly finding: Finding;
      /** Forbids the running user to change external users; undefined where nothing does. */
      readonly forbidden: Finding | undefined;
    }
  | {
      readonly outcome: 'blocked';
      readonly hindrance: Hindrance<Refusal>;
      /** Null where the contact or the org stands in the way, whatever is chosen. */
      readonly draft: UserDraft | null;
    };

/** Names are given out later, for many contacts at once. */
const NAMES_NOT_ASKED = { usernames: unknown('pending'), nicknames: unknown('pending') };

/**
 * Decides what becomes of one contact by the rules of the quick action: prerequisites, email, draft, problems, choices,
 * warnings. A contact that has a user keeps it; else the first hindrance counts, in the order in which a person would
 * clear them. What can't be read neither blocks nor passes: the org decides at the creation, and a remark says so.
 */
export function decideContact<Refusal>(request: DecisionRequest<Refusal>): Decision<Refusal> {
  const { contact, user, org, limits, choose, sharedFields = [], removes = [] } = request;
  const findings = findPrerequisites({ contact, user, org });
  const blockers = findings.filter(isBlocking);
  const held = blockers.find(({ check }) => check === 'user');
  const holder = valueOr(user, null);
  if (held !== undefined && holder !== null) {
    const forbidden = blockers.find(({ check }) => check === 'permission');
    return { outcome: 'already', user: holder, finding: held, forbidden };
  }
  const blocker = blockers[0] ?? findings.find(({ code }) => code === 'emailMissing');
  if (blocker !== undefined && blocker.check !== 'seats') {
    return blockedBy(blocker, null);
  }
  const chosen = choose(defaultDraft(contact, org));
  if (blocker !== undefined) {
    // A plan counts the seats that are missing by the profile that was asked for.
    return blockedBy(blocker, 'draft' in chosen ? chosen.draft : null);
  }
  if ('refusal' in chosen) {
    return { outcome: 'blocked', hindrance: { kind: 'refusal', ...chosen }, draft: null };
  }
  const { draft } = chosen;
  const problem = firstProblem(findDraftProblems(draft, limits).filter(({ field }) => !sharedFields.includes(field)));
  if (problem !== undefined) {
    return { outcome: 'blocked', hindrance: { kind: 'problem', problem }, draft };
  }
  const hindrances = findChoiceFindings({ draft, contact, org, names: NAMES_NOT_ASKED }).filter(isBlocking);
  const inTheWay = hindrances.find(({ code }) => !removes.includes(code));
  return inTheWay === undefined
    ? { outcome: 'enable', draft, removed: hindrances, remarks: findRemarks(findings, draft.kind) }
    : blockedBy(inTheWay, draft);
}

/** What files and tables call the decision. */
export function codeOf<Refusal extends { readonly code: string }>(decision: Decision<Refusal>): string {
  switch (decision.outcome) {
    case 'enable':
      return [...decision.removed, ...decision.remarks][0]?.code ?? 'ready';
    case 'already':
      return decision.finding.code;
    case 'blocked':
      return codeOfHindrance(decision.hindrance);
  }
}

function codeOfHindrance<Refusal extends { readonly code: string }>(hindrance: Hindrance<Refusal>): string {
  switch (hindrance.kind) {
    case 'finding':
      return hindrance.finding.code;
    case 'problem':
      return hindrance.problem.code;
    case 'refusal':
      return hindrance.refusal.code;
  }
}

function isBlocking({ status }: Finding): boolean {
  return status === 'blocked';
}

function blockedBy(finding: Finding, draft: UserDraft | null): Decision<never> {
  return { outcome: 'blocked', hindrance: { kind: 'finding', finding }, draft };
}

/** The username may come from the email, which is then the thing to correct. */
function firstProblem(problems: readonly DraftProblem[]): DraftProblem | undefined {
  return problems.find(({ field }) => field === 'email') ?? problems[0];
}

/** Checks whose warnings are about the contact itself. */
const WARNS: readonly Check[] = ['email', 'privacy'];
/** Checks that may be readable for one contact and hidden for the next; the others hold for the whole org. */
const HIDES: readonly Check[] = ['account', 'owner'];

/** The prerequisites that are worth a look before this kind of user is created. */
export function findRemarks(findings: readonly Finding[], kind: ExternalUserKind): readonly Finding[] {
  const hidden = kind === 'partner' ? [...HIDES, 'partner'] : HIDES;
  return [
    ...findings.filter(({ status, check }) => status === 'warning' && WARNS.includes(check)),
    ...findings.filter(({ status, check }) => status === 'unknown' && hidden.includes(check))
  ];
}
