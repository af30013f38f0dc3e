import {
  defaultDraft,
  findChoiceFindings,
  findDraftProblems,
  findPrerequisites,
  findReactivationFindings,
  unknown,
  valueOr,
  type Check,
  type ContactFacts,
  type DraftField,
  type DraftProblem,
  type ExistingUser,
  type ExternalUserKind,
  type Facts,
  type FieldLimits,
  type Finding,
  type FindingCode,
  type ReactivationFindings,
  type UserDraft
} from 'c/externalUserRules';

/** The user that the surface asks for, or why it can't ask for one. */
export type Chosen<Refusal> = { readonly draft: UserDraft } | { readonly refusal: Refusal };

/** One contact among many, and what the surface adds: values and options, never rules. */
export interface DecisionRequest<Refusal> extends Facts {
  readonly contact: ContactFacts;
  readonly limits: FieldLimits;
  /** Turns the suggested user into the one that the surface asks for. */
  readonly choose: (suggested: UserDraft) => Chosen<Refusal>;
  /** Fields that are chosen once for all contacts; the surface shows their problems beside that choice. */
  readonly sharedFields?: readonly DraftField[];
  /** Blockers that the surface removes before it creates the user. */
  readonly removes?: readonly FindingCode[];
}

/** The reason why no user can be created. */
export type Blocker<Refusal> =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'problem'; readonly problem: DraftProblem }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

export type Decision<Refusal> =
  | {
      readonly outcome: 'enable';
      readonly draft: UserDraft;
      /** Blockers that the surface has to remove first. */
      readonly removed: readonly Finding[];
      /** Findings that a person should look at: warnings, then facts that can't be read. */
      readonly remarks: readonly Finding[];
    }
  | {
      readonly outcome: 'already';
      readonly user: ExistingUser;
      readonly finding: Finding;
      /** What matters for making an inactive user active again; empty for an active one. */
      readonly reactivation: ReactivationFindings;
    }
  | {
      readonly outcome: 'blocked';
      readonly blocker: Blocker<Refusal>;
      /** What would stand in the way next. */
      readonly others: readonly Finding[];
      /** Null if the contact or the org blocks every user, so that no choice matters. */
      readonly draft: UserDraft | null;
    };

/** Usernames and nicknames are assigned later, for many contacts at once. */
const NAMES_UNCHECKED = { usernames: unknown('pending'), nicknames: unknown('pending') };

/**
 * Decides on one contact by the rules of the quick action: prerequisites, email, draft, problems, choices, warnings.
 * A contact that has a user keeps it; otherwise the first blocker counts, in the order in which a person would clear them,
 * and the others about the contact are told besides.
 * A fact that can't be read doesn't block: the org decides at the creation, and a remark says so.
 */
export function decideContact<Refusal>(request: DecisionRequest<Refusal>): Decision<Refusal> {
  const { contact, user, org, limits, choose, sharedFields = [], removes = [] } = request;
  const findings = findPrerequisites({ contact, user, org });
  const blockers = findings.filter(isBlocking);
  const held = blockers.find(({ check }) => check === 'user');
  const holder = valueOr(user, null);
  if (held !== undefined && holder !== null) {
    const reactivation = holder.isActive ? NOTHING_FOUND : findReactivationFindings(contact, holder, org);
    return { outcome: 'already', user: holder, finding: held, reactivation };
  }
  const inOrder = [...blockers, ...findings.filter(({ code }) => code === 'emailMissing')];
  const [blocker] = inOrder;
  if (blocker !== undefined && blocker.check !== 'seats') {
    return blockedBy(blocker, null, inOrder);
  }
  const chosen = choose(defaultDraft(contact, org));
  if (blocker !== undefined) {
    // The draft stays, because a plan counts the missing seats by profile.
    return blockedBy(blocker, 'draft' in chosen ? chosen.draft : null, inOrder);
  }
  if ('refusal' in chosen) {
    return { outcome: 'blocked', blocker: { kind: 'refusal', ...chosen }, others: [], draft: null };
  }
  const { draft } = chosen;
  const problem = firstProblem(findDraftProblems(draft, limits).filter(({ field }) => !sharedFields.includes(field)));
  if (problem !== undefined) {
    return { outcome: 'blocked', blocker: { kind: 'problem', problem }, others: [], draft };
  }
  const choices = findChoiceFindings({ draft, contact, org, names: NAMES_UNCHECKED });
  const blockingChoices = choices.filter(isBlocking);
  const inTheWay = blockingChoices.find(({ code }) => !removes.includes(code));
  return inTheWay === undefined
    ? {
        outcome: 'enable',
        draft,
        removed: blockingChoices,
        remarks: [
          ...findRemarks(findings, draft.kind),
          ...choices.filter(({ code }) => USERNAME_REMARKS.includes(code))
        ]
      }
    : blockedBy(inTheWay, draft, choices.filter(isInTheWay));
}

const NOTHING_FOUND: ReactivationFindings = { blockers: [], remarks: [] };

/** The code of the decision in files and tables. */
export function codeOf<Refusal extends { readonly code: string }>(decision: Decision<Refusal>): string {
  switch (decision.outcome) {
    case 'enable':
      return [...decision.removed, ...decision.remarks][0]?.code ?? 'ready';
    case 'already':
      return decision.finding.code;
    case 'blocked':
      return codeOfBlocker(decision.blocker);
  }
}

function codeOfBlocker<Refusal extends { readonly code: string }>(blocker: Blocker<Refusal>): string {
  switch (blocker.kind) {
    case 'finding':
      return blocker.finding.code;
    case 'problem':
      return blocker.problem.code;
    case 'refusal':
      return blocker.refusal.code;
  }
}

function isBlocking({ status }: Finding): boolean {
  return status === 'blocked';
}

/** A warning is in the way of what removes a blocker: of making a partner account [F-103]. */
function isInTheWay({ status }: Finding): boolean {
  return status === 'blocked' || status === 'warning';
}

/** These are about the contact, so that they are told besides the first blocker. */
const TOLD_BESIDES: readonly Check[] = ['account', 'owner', 'contactOwners', 'email', 'partner'];

function blockedBy(finding: Finding, draft: UserDraft | null, all: readonly Finding[]): Decision<never> {
  const others = all.filter((other) => other !== finding && TOLD_BESIDES.includes(other.check));
  return { outcome: 'blocked', blocker: { kind: 'finding', finding }, others, draft };
}

/** A problem of the email comes first: the username may be made from it. */
function firstProblem(problems: readonly DraftProblem[]): DraftProblem | undefined {
  return problems.find(({ field }) => field === 'email') ?? problems[0];
}

/** Only these warnings are about the contact itself, and its account. */
const CONTACT_CHECKS: readonly Check[] = ['account', 'email', 'privacy'];
/** These facts may be readable for one contact and hidden for the next; all others are the same for the whole org. */
const HIDEABLE_CHECKS: readonly Check[] = ['user', 'owner'];

/** These remarks depend on the username that the contact gets. */
const USERNAME_REMARKS: readonly FindingCode[] = ['usernameFromEmail', 'usernameUnsettled'];

/** Whether a person has to decide on the contact first: about what can't be read the org decides. */
export function needsDecision(remarks: readonly Finding[]): boolean {
  return remarks.some(({ status, code }) => status === 'warning' && !USERNAME_REMARKS.includes(code));
}

/** The prerequisites that a person should look at before this kind of user is created. */
export function findRemarks(findings: readonly Finding[], kind: ExternalUserKind): readonly Finding[] {
  const hidden = kind === 'partner' ? [...HIDEABLE_CHECKS, 'contactOwners', 'partner'] : HIDEABLE_CHECKS;
  const warned = kind === 'partner' ? [...CONTACT_CHECKS, 'owner', 'contactOwners'] : CONTACT_CHECKS;
  return [
    ...findings.filter(({ status, check }) => status === 'warning' && warned.includes(check)),
    ...findings.filter(({ status, check }) => status === 'unknown' && hidden.includes(check))
  ];
}
