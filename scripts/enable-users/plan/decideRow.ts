import { codeOf, decideContact, type Decision, type Blocker } from 'c/externalUserListRules';
import {
  displayText,
  USER_FIELD_LENGTHS,
  valueOr,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type Fact,
  type Finding,
  type NameField,
  type UserDraft
} from 'c/externalUserRules';
import type { DeletedContact } from '../facts/otherIds.ts';
import type { Deviation } from '../store/deviations.ts';
import type { UserFieldValues } from '../store/inputRows.ts';
import type { PlanOutcome } from '../store/planRows.ts';
import { heldUserDeviations, roleLevelDeviations } from './deviations.ts';
import { draftRow, findProfile, type DraftSources } from './draftRow.ts';
import type { RowOverrides } from './rowOverrides.ts';
import type { RowRefusal } from './rowValues.ts';
import type { Sentences } from './sentences.ts';

/** What is decided of a row before it gets its names and its seat. */
export interface RowDecision {
  readonly outcome: PlanOutcome;
  readonly code: string;
  readonly sentence: string;
  readonly draft: UserDraft | null;
  readonly profile: ExternalProfile | undefined;
  /** Empty where it can't be read, as that of its account. */
  readonly contactName: string;
  readonly accountName: string;
  /** Of the contact; empty where it has no account, or none that can be read. */
  readonly accountId: string;
  readonly userId: string | null;
  /** Of the user that holds the contact; empty where there is none. */
  readonly holderUsername: string;
  /** Names that the row gives itself. */
  readonly givenNames: readonly NameField[];
  readonly deviations: readonly Deviation[];
}

export interface RowFacts {
  readonly contactId: string;
  readonly contact: ContactFacts | undefined;
  readonly user: Fact<ExistingUser | null>;
  /** Undefined where the contact isn't known to be deleted. */
  readonly deleted: DeletedContact | undefined;
  readonly overrides: RowOverrides;
  /** Values of further fields of the user. */
  readonly fields: UserFieldValues;
}

/** Decides a row by the rules, and says the decision with a plan's outcomes and in a file's sentences. */
export function decideRow(
  { contactId, contact, user, deleted, overrides, fields }: RowFacts,
  sources: DraftSources,
  sentences: Sentences
): RowDecision {
  if (contact === undefined) return { ...NOTHING, ...absentContact(contactId, deleted) };
  const { org, options } = sources;
  const decision = decideContact({
    contact: { ...contact, email: overrides.Email === '' ? contact.email : overrides.Email },
    user,
    org: org.facts,
    limits: USER_FIELD_LENGTHS,
    choose: (suggested) => draftRow(suggested, overrides, sources),
    removes: options.enablesPartnerAccounts ? ['partnerAccountNotEnabled'] : []
  });
  const base = {
    ...NOTHING,
    code: codeOf(decision),
    contactName: contact.name,
    accountName: valueOr(contact.account, null)?.name ?? '',
    accountId: valueOr(contact.account, null)?.id ?? '',
    givenNames: givenNamesOf(overrides)
  };
  switch (decision.outcome) {
    case 'already':
      return told(
        holderRow(base, decision, sources, sentences),
        heldUserDeviations(overrides, fields, decision.user, askedProfile(overrides, sources))
      );
    case 'blocked': {
      const profile = org.profiles.get(decision.draft?.profileId ?? '');
      const others = decision.others.map((other) => sentences.ofFinding(other));
      return { ...base, profile, sentence: [sentenceOfBlocker(decision.blocker, sentences), ...others].join(' ') };
    }
    case 'enable': {
      const { draft, removed, remarks } = decision;
      const profile = org.profiles.get(draft.profileId);
      const remarked = remarks.map((remark) => sentences.ofFinding(remark));
      const sentence = [...removed.map(sentenceOfRemoved), ...remarked].join(' ');
      const enabled = { ...base, outcome: 'enable', draft, profile, sentence } as const;
      return told(enabled, roleLevelDeviations(overrides, draft, profile));
    }
  }
}

function absentContact(
  contactId: string,
  deleted: DeletedContact | undefined
): { readonly code: string; readonly sentence: string } {
  if (deleted === undefined) {
    const sentence = `There is no contact ${contactId} that you can see. Check the id, and that it is of this org.`;
    return { code: 'contactMissing', sentence };
  }
  return deleted.mergedInto === ''
    ? {
        code: 'contactDeleted',
        sentence: `The contact ${contactId} was deleted. Restore it from the recycle bin, or leave the row out.`
      }
    : {
        code: 'contactMerged',
        sentence: `The contact ${contactId} was merged into ${deleted.mergedInto}. Give that id instead.`
      };
}

function told(decision: RowDecision, deviations: readonly Deviation[]): RowDecision {
  const sentences = [decision.sentence, ...deviations.map(({ sentence }) => sentence)];
  return { ...decision, deviations, sentence: sentences.filter((part) => part !== '').join(' ') };
}

function givenNamesOf({ Username, Nickname }: RowOverrides): readonly NameField[] {
  return [...(Username === '' ? [] : ['username' as const]), ...(Nickname === '' ? [] : ['nickname' as const])];
}

function askedProfile(
  { Profile }: RowOverrides,
  { org, options }: DraftSources
): { readonly isAsked: boolean; readonly id: string | undefined } {
  const asked = Profile || (options.profile ?? '');
  return { isAsked: asked !== '', id: findProfile(org, asked)?.id };
}

/** A row that is blocked, without a user and without names. */
export const NOTHING: RowDecision = {
  outcome: 'blocked',
  code: '',
  sentence: '',
  draft: null,
  profile: undefined,
  contactName: '',
  accountName: '',
  accountId: '',
  userId: null,
  holderUsername: '',
  givenNames: [],
  deviations: []
};

function sentenceOfBlocker(blocker: Blocker<RowRefusal>, sentences: Sentences): string {
  switch (blocker.kind) {
    case 'finding':
      return sentences.ofFinding(blocker.finding);
    case 'problem':
      return sentences.ofProblem(blocker.problem);
    case 'refusal':
      return blocker.refusal.sentence;
  }
}

/** Only one blocker can be removed by a run: an account that is no partner account. */
function sentenceOfRemoved({ words: [account = ''] }: Finding): string {
  return `${displayText(account)} is made a partner account first.`;
}

/** The user of a contact stays as it is, except where the plan makes inactive users active again. */
function holderRow(
  base: RowDecision,
  { user, finding, reactivation }: Extract<Decision<RowRefusal>, { outcome: 'already' }>,
  { org, options }: DraftSources,
  sentences: Sentences
): RowDecision {
  const profile = org.profiles.get(user.profileId ?? '');
  const { blockers, remarks } = reactivation;
  const held = { ...base, profile, userId: user.id, holderUsername: user.username };
  const inTheWay = blockers.map((blocker) => sentences.ofFinding(blocker));
  if (user.isActive) return { ...held, outcome: 'already', sentence: sentences.ofFinding(finding) };
  if (!options.reactivate) {
    return { ...held, outcome: 'skip', sentence: [sentences.ofFinding(finding), ...inTheWay].join(' ') };
  }
  const [blocker] = blockers;
  if (blocker !== undefined) return { ...held, code: blocker.code, sentence: inTheWay.join(' ') };
  const remarked = remarks.map((remark) => sentences.ofFinding(remark));
  return {
    ...held,
    outcome: 'reactivate',
    code: remarks[0]?.code ?? base.code,
    sentence: [`The user ${displayText(user.username)} is made active again.`, ...remarked].join(' ')
  };
}
