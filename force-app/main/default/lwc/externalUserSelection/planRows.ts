import { fieldLabels, fill, sentenceFor, sentenceForProblem } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import type { CommonChoices } from 'c/externalUserChoices';
import { recordUrl } from 'c/externalUserOrg';
import { codeOf, decideContact, needsDecision, type Blocker } from 'c/externalUserListRules';
import {
  known,
  userAsSeen,
  valueOr,
  type ContactFacts,
  type ExistingUser,
  type Fact,
  type Facts,
  type FieldLimits,
  type Finding,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import type { SelectionReading } from 'c/externalUserSelectionFacts';
import type { RowLink } from 'c/externalUserRows';
import { withChoices } from './choices.ts';
import { linksFor } from './links.ts';
import { withoutSeats } from './seats.ts';

/** `decision`: a person has to tick it; `already`: it has a user, active or not. */
export type PlanState = 'ready' | 'decision' | 'blocked' | 'already';

/** The plan for one contact, and the user that would be sent. */
export interface PlannedRow {
  /** The contact's id, or the given value that is no contact id. */
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  /** The address of the contact's page; null if the id belongs to no contact. */
  readonly url: string | null;
  readonly state: PlanState;
  readonly user: ExistingUser | null;
  /** The reason or remark: a code for files and a sentence for the screen. */
  readonly code: string;
  readonly reason: string;
  /** What a person should know of the username. */
  readonly remark: string;
  readonly links: readonly RowLink[];
  readonly contact: ContactFacts | undefined;
  readonly draft: UserDraft | null;
  /** What the user does not get as the pattern says. */
  readonly deviations: readonly Deviation[];
}

/** Names that are numbered: a code for files and a sentence for the screen. */
export interface Deviation {
  readonly code: string;
  readonly sentence: string;
}

interface ContactOfPlan extends Facts {
  readonly contact: ContactFacts;
}

/** The rules' decision on each selected contact, in words. */
export function planRows(facts: SelectionReading, choices: CommonChoices, limits: FieldLimits): readonly PlannedRow[] {
  const { selection, contacts, users } = facts;
  // Seats are judged for all of them together.
  const org = withoutSeats(withChoices(facts.org, choices));
  const rows = selection.contactIds.map((id) => {
    const contact = valueOr(contacts, undefined)?.get(id);
    return contact === undefined
      ? absent(id, 'contactMissing', massLabels.unseen)
      : planRow({ contact, user: userOf(contact, users, org), org }, choices, limits);
  });
  return [...rows, ...selection.others.map((id) => absent(id, 'notContact', massLabels.notContact))];
}

function planRow(facts: ContactOfPlan, { kind, profileId }: CommonChoices, limits: FieldLimits): PlannedRow {
  const { contact, user } = facts;
  const decision = decideContact<never>({
    ...facts,
    limits,
    choose: (suggested) => ({ draft: { ...suggested, kind, profileId } }),
    sharedFields: ['profileId']
  });
  const row = { ...base(contact), user: valueOr(user, null), code: codeOf(decision) };
  switch (decision.outcome) {
    case 'enable': {
      const { draft, remarks } = decision;
      const state = needsDecision(remarks) ? 'decision' : 'ready';
      return { ...row, ...reasonOf(remarks, contact), code: remarks[0]?.code ?? '', state, draft };
    }
    case 'already':
      return { ...row, ...reasonOf([decision.finding, ...decision.reactivation.blockers], contact), state: 'already' };
    case 'blocked':
      return { ...row, ...blockerOf(decision.blocker, decision.others, contact) };
  }
}

function userOf(
  { id }: ContactFacts,
  users: SelectionReading['users'],
  { runningUser }: OrgFacts
): Fact<ExistingUser | null> {
  return users.kind === 'unknown' ? users : userAsSeen(known(users.value.get(id) ?? null), runningUser);
}

function base(contact: ContactFacts): PlannedRow {
  const { id, name, account } = contact;
  const { name: accountName = '', id: accountId = '' } = valueOr(account, null) ?? {};
  return { ...EMPTY, contact, id, name, accountName, accountId, url: recordUrl('Contact', id) };
}

const EMPTY = {
  contact: undefined,
  accountId: '',
  accountName: '',
  url: null,
  user: null,
  code: '',
  reason: '',
  remark: '',
  links: [],
  state: 'blocked',
  draft: null,
  deviations: []
} as const;

function absent(id: string, code: string, sentence: string): PlannedRow {
  return { ...EMPTY, id, name: id, code, reason: fill(sentence, [id]) };
}

function blockerOf(blocker: Blocker<never>, others: readonly Finding[], contact: ContactFacts) {
  switch (blocker.kind) {
    case 'finding':
      return reasonOf([blocker.finding, ...others], contact);
    case 'problem': {
      const { field } = blocker.problem;
      const rest = reasonOf(others, contact);
      return { ...rest, reason: `${fieldLabels[field]}: ${sentenceForProblem(blocker.problem)} ${rest.reason}`.trim() };
    }
    case 'refusal':
      return blocker.refusal;
  }
}

/** The sentences of all findings, and the pages that fix them. */
function reasonOf(findings: readonly Finding[], contact: ContactFacts) {
  // The quick action's form takes another email; here only the contact has one.
  const sentences = findings.map((finding) => {
    return finding.code === 'emailMissing' ? fill(massLabels.noEmail, [contact.name]) : sentenceFor(finding);
  });
  return { reason: sentences.join(' '), links: linksFor(findings) };
}
