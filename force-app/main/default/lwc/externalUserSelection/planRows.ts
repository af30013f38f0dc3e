import { fieldLabels, fill, fixLabelFor, massLabels, sentenceFor, sentenceForProblem } from 'c/externalUserLabels';
import type { CommonChoices } from 'c/externalUserChoices';
import type { PlanRow } from 'c/externalUserPlan';
import {
  defaultDraft,
  findChoiceFindings,
  findDraftProblems,
  findPrerequisites,
  known,
  unknown,
  userAsSeen,
  valueOr,
  type Check,
  type ContactFacts,
  type ExistingUser,
  type Fact,
  type FieldLimits,
  type Finding,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import { withChoices } from './choices.ts';
import type { Selection } from './selection.ts';

export interface Sources {
  readonly selection: Selection;
  readonly contacts: ReadonlyMap<string, ContactFacts>;
  readonly users: Fact<ReadonlyMap<string, ExistingUser>>;
  readonly org: OrgFacts;
  readonly choices: CommonChoices;
  readonly limits: FieldLimits;
}

/** A row of the plan, and the user that would be sent. */
export interface PlannedRow extends PlanRow {
  readonly contact: ContactFacts | undefined;
  readonly draft: UserDraft | null;
}

/** What the contact itself decides; the rest holds for the whole org, and is said once. */
const OF_THE_CONTACT: readonly Check[] = ['user', 'account', 'owner', 'email', 'privacy'];
const NOT_ASKED_YET = { usernames: unknown('pending'), nicknames: unknown('pending') };

/** By the rules of the quick action: the first thing that stands in the way is what becomes of the contact. */
export function planRows({ selection, ...sources }: Sources): readonly PlannedRow[] {
  const others = selection.others.map((id) => absent(id, 'notContact', massLabels.notContact));
  const rows = selection.contactIds.map((id) => {
    const contact = sources.contacts.get(id);
    return contact === undefined ? absent(id, 'contactMissing', massLabels.unseen) : planRow(contact, sources);
  });
  return [...rows, ...others];
}

function planRow(contact: ContactFacts, sources: Omit<Sources, 'selection'>): PlannedRow {
  const { users, choices, limits } = sources;
  const { kind, profileId } = choices;
  const org = withChoices(sources.org, choices);
  const holder = userOf(contact, users, org);
  const user = valueOr(holder, null);
  const row = { ...base(contact), user };
  const findings = findPrerequisites({ contact, user: holder, org }).filter(({ check }) =>
    OF_THE_CONTACT.includes(check)
  );
  const blocker = findings.find(({ status }) => status === 'blocked');
  if (blocker !== undefined) {
    return { ...row, ...reasonOf(blocker), state: user === null ? 'blocked' : 'already' };
  }
  if (contact.email === null) {
    return { ...row, code: 'emailMissing', reason: fill(massLabels.noEmail, [contact.name]) };
  }
  const draft: UserDraft = { ...defaultDraft(contact, org), kind, profileId };
  const [problem] = findDraftProblems(draft, limits).filter(({ field }) => field !== 'profileId');
  if (problem !== undefined) {
    const reason = `${fieldLabels[problem.field]}: ${sentenceForProblem(problem)}`;
    return { ...row, code: problem.code, reason };
  }
  const inTheWay = findChoiceFindings({ draft, contact, org, names: NOT_ASKED_YET }).find(
    ({ status, check }) => status === 'blocked' && check !== 'seats'
  );
  if (inTheWay !== undefined) {
    return { ...row, ...reasonOf(inTheWay) };
  }
  const worthALook = findings.find(
    ({ status, check }) => status === 'warning' || (status === 'unknown' && check !== 'user' && check !== 'privacy')
  );
  return {
    ...row,
    ...(worthALook === undefined ? { code: '', reason: '' } : reasonOf(worthALook)),
    state: 'enable',
    draft
  };
}

function userOf({ id }: ContactFacts, users: Sources['users'], { runningUser }: OrgFacts): Fact<ExistingUser | null> {
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
  draft: null
} as const;

function absent(id: string, code: string, sentence: string): PlannedRow {
  return { ...EMPTY, id, name: id, code, reason: fill(sentence, [id]) };
}

function reasonOf(finding: Finding) {
  const { code, fix, record } = finding;
  const page = fix === 'enablePartnerAccount' ? 'openAccount' : fix;
  const object = page === null ? undefined : OBJECTS[page];
  return {
    code,
    reason: sentenceFor(finding),
    ...(object === undefined || record === null
      ? {}
      : { fixUrl: urlOf(object, record.id), fixLabel: fixLabelFor({ fix: page, words: [] }) })
  };
}

/** The record behind a fix; contact and user have links of their own. */
const OBJECTS: Readonly<Partial<Record<NonNullable<Finding['fix']>, string>>> = {
  openAccount: 'Account',
  openOwner: 'User'
};

/** LWC Developer Guide, PageReference Types, Record Page: its URL format. A link, so that it opens beside the flow. */
export function urlOf(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}
