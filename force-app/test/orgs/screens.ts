import type { LocalOrg, Person } from 'sfdx-local-org';
import type * as Labels from 'c/externalUserLabels';
import {
  defaultDraft,
  findChecks,
  findChoiceFindings,
  findDraftProblems,
  freeNickname,
  kindsOffered,
  profilesOfKind,
  summarizeChecks,
  valueOr,
  type CheckSummary,
  type ContactFacts,
  type ExternalProfile,
  type FieldLimits,
  type Finding,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import type { ContactReading } from 'c/externalUserContactFacts';
import type * as Stages from '../../main/default/lwc/enableExternalUser/stages.ts';
import type * as Choices from '../../main/default/lwc/externalUserSelection/choices.ts';
import type * as OrgFindings from '../../main/default/lwc/externalUserSelection/orgFindings.ts';
import type * as PlanRows from '../../main/default/lwc/externalUserSelection/planRows.ts';
import type * as Sentences from '../../main/default/lwc/externalUserStatus/sentences.ts';
import { importFor } from './pageModules.ts';
import { createReader, permissionsOf, type Reader } from './readings.ts';

/** What the quick action shows for a contact. */
export interface ActionScreen {
  readonly facts: ContactReading;
  readonly findings: readonly Finding[];
  readonly checks: CheckSummary;
  readonly parts: ReturnType<typeof Stages.partsAt>;
  /** The forms that a person could fill in, by profile; it is `parts` that says whether they are open. */
  readonly forms: readonly Form[];
}

export interface Form {
  readonly contact: ContactFacts;
  readonly org: OrgFacts;
  readonly profile: ExternalProfile;
  readonly draft: UserDraft;
}

/** What the list screen shows: findings about the org, and a row for each contact. */
export interface ListScreen {
  readonly findings: readonly Finding[];
  readonly cards: readonly Finding[];
  readonly rows: ReadonlyMap<string, PlanRows.PlannedRow>;
  readonly contacts: ReadonlyMap<string, ContactFacts>;
}

/** The screens of one person in an org, as far as they can be made without a browser. */
export interface Screens {
  readonly reader: Reader;
  readonly limits: FieldLimits;
  readonly labels: typeof Labels;
  readonly sentences: typeof Sentences;
  readonly openAction: (contactId: string) => Promise<ActionScreen>;
  readonly openList: (contactIds: readonly string[]) => Promise<ListScreen>;
  /** The findings at the fields of a form, and the draft that would be sent; null if the form refuses to send it. */
  readonly press: (form: Form) => Promise<{ readonly notes: readonly Finding[]; readonly sent: UserDraft | null }>;
}

export async function openScreens(localOrg: LocalOrg, person: Person): Promise<Screens> {
  const permissions = permissionsOf(localOrg, person);
  const load = <Module>(path: string): Promise<Module> => importFor<Module>(permissions, path);
  const reader = await createReader(localOrg, person);
  const limits = await reader.readLimits();
  const { partsAt } = await load<typeof Stages>('enableExternalUser/stages');
  const { defaultChoices, withChoices } = await load<typeof Choices>('externalUserSelection/choices');
  const { findOrgFindings } = await load<typeof OrgFindings>('externalUserSelection/orgFindings');
  const { planRows } = await load<typeof PlanRows>('externalUserSelection/planRows');

  return {
    reader,
    limits,
    labels: await load('externalUserLabels/externalUserLabels'),
    sentences: await load('externalUserStatus/sentences'),
    openAction: async (contactId) => {
      const facts = await reader.readContact(contactId);
      const findings = findChecks(facts);
      const checks = summarizeChecks(findings);
      const user = valueOr(facts.user, null) ?? undefined;
      const draft = facts.contact && defaultDraft(facts.contact, facts.org);
      const parts = partsAt({ stage: 'form', facts, checks, failure: undefined, isDrawn: true, user, draft });
      return { facts, findings, checks, parts, forms: formsOf(facts) };
    },
    openList: async (contactIds) => {
      const facts = await reader.readSelection(contactIds);
      const choices = defaultChoices(facts.org);
      const rows = planRows(facts, choices, limits);
      const findings = findOrgFindings(withChoices(facts.org, choices), facts.users, rows);
      return {
        findings,
        cards: summarizeChecks(findings).cards,
        rows: new Map(rows.map((row) => [row.id, row])),
        contacts: valueOr(facts.contacts, new Map<string, ContactFacts>())
      };
    },
    press: async ({ contact, org, draft }) => {
      const names = await reader.readNames(draft);
      const notes = findChoiceFindings({ draft, contact, org, names });
      const isStopped = notes.some(({ status }) => status === 'blocked') || findDraftProblems(draft, limits).length > 0;
      // The creation numbers a suggested nickname that is taken.
      const isNumbered = notes.some(({ code }) => code === 'nicknameTaken');
      const nickname = isNumbered ? freeNickname(draft.nickname, valueOr(names.nicknames, new Map())) : draft.nickname;
      return { notes, sent: isStopped ? null : { ...draft, nickname } };
    }
  };
}

/** Each profile that the form offers; where profiles can't be read, a person types an id and no form is known. */
function formsOf({ contact, org }: ContactReading): readonly Form[] {
  if (contact === undefined) {
    return [];
  }
  return kindsOffered(org, contact).flatMap((kind) =>
    profilesOfKind(org, kind).map((profile) => ({
      contact,
      org,
      profile,
      draft: { ...defaultDraft(contact, org), kind, profileId: profile.id }
    }))
  );
}
