import { fieldLabels, fill, fixLabelFor, massLabels, sentenceFor, sentenceForProblem } from 'c/externalUserLabels';
import type { CommonChoices } from 'c/externalUserChoices';
import type { PlanRow } from 'c/externalUserPlan';
import {
  codeOf,
  decideContact,
  known,
  userAsSeen,
  valueOr,
  type ContactFacts,
  type ExistingUser,
  type Fact,
  type Facts,
  type FieldLimits,
  type Finding,
  type Blocker,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import type { SelectionReading } from 'c/externalUserSelectionFacts';
import { withChoices } from './choices.ts';

/** A row of the plan, and the user that would be sent. */
export interface PlannedRow extends PlanRow {
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
  const org = withChoices(facts.org, choices);
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
      return { ...row, ...reasonOf(remarks), code: remarks[0]?.code ?? '', state: 'enable', draft };
    }
    case 'already':
      return { ...row, ...reasonOf([decision.finding, ...decision.reactivation.blockers]), state: 'already' };
    case 'blocked':
      return { ...row, ...withOthers(blockerOf(decision.blocker, contact), decision.others, contact) };
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
  return { ...EMPTY, contact, id, name, accountName, accountId, url: urlOf('Contact', id) };
}

const EMPTY = {
  contact: undefined,
  accountId: '',
  accountName: '',
  url: null,
  user: null,
  code: '',
  reason: '',
  fixUrl: null,
  fixLabel: null,
  state: 'blocked',
  draft: null,
  deviations: []
} as const;

function absent(id: string, code: string, sentence: string): PlannedRow {
  return { ...EMPTY, id, name: id, code, reason: fill(sentence, [id]) };
}

function blockerOf(blocker: Blocker<never>, { name }: ContactFacts) {
  switch (blocker.kind) {
    case 'finding':
      // The file of the bulk command has a column for the email; here only the contact has one.
      return blocker.finding.code === 'emailMissing'
        ? { reason: fill(massLabels.noEmail, [name]) }
        : reasonOf([blocker.finding]);
    case 'problem':
      return { reason: `${fieldLabels[blocker.problem.field]}: ${sentenceForProblem(blocker.problem)}` };
    case 'refusal':
      return blocker.refusal;
  }
}

function withOthers<Row extends { readonly reason: string }>(
  row: Row,
  others: readonly Finding[],
  { name }: ContactFacts
): Row {
  const sentences = others.map((other) => {
    return other.code === 'emailMissing' ? fill(massLabels.noEmail, [name]) : sentenceFor(other);
  });
  return { ...row, reason: [row.reason, ...sentences].join(' ') };
}

/** The sentences of all findings, and the page that fixes the first one. */
function reasonOf(findings: readonly Finding[]) {
  const { fix, record, words } = findings[0] ?? { fix: null, record: null, words: [] };
  const page = fix === 'enablePartnerAccount' ? 'openAccount' : fix;
  const object = page === null ? undefined : OBJECTS[page];
  return {
    reason: findings.map(sentenceFor).join(' '),
    ...(object === undefined || record === null
      ? {}
      : { fixUrl: urlOf(object, record.id), fixLabel: fixLabelFor({ fix: page, words }) })
  };
}

/** The object of the record that a fix opens; contact and user are linked elsewhere in the row. */
const OBJECTS: Readonly<Partial<Record<NonNullable<Finding['fix']>, string>>> = {
  openAccount: 'Account',
  changeOwner: 'Account',
  giveRole: 'User'
};

/** LWC Developer Guide, PageReference Types, Record Page: its URL format. A link, so that it opens beside the flow. */
export function urlOf(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}
