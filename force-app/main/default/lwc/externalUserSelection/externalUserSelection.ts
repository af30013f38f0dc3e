import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import type { CommonChoices } from 'c/externalUserChoices';
import type { Question } from 'c/externalUserConfirm';
import { fill, forCount, formLabels, labels, sentenceFor, sentenceForContact } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { NAMES_TAKEN_QUERY, toNamesTaken } from 'c/externalUserListOrg';
import { toFieldLimits } from 'c/externalUserOrg';
import {
  kindsOffered,
  profilesOfKind,
  summarizeChecks,
  type CheckSummary,
  type ExternalProfile,
  type Finding,
  type RunningUser
} from 'c/externalUserRules';
import type { RowTab, Tick } from 'c/externalUserRows';
import { MOST_CONTACTS, pendingSelection, type SelectionReading } from 'c/externalUserSelectionFacts';
import { changeChoices, defaultChoices, isPatternUsable, isProfileChosen, withChoices } from './choices.ts';
import { asksForAll, namesToAsk, type NameGiver } from './names.ts';
import { findOrgFindings } from './orgFindings.ts';
import { isTicked, Kept, makePlan, type Plan, type Ticks } from './plan.ts';
import type { PlannedRow } from './planRows.ts';
import { mailSentence } from './question.ts';
import { seatsShort } from './seats.ts';
import { toTabs } from './tabs.ts';

export { linksFor } from './links.ts';
export type { Deviation, PlannedRow } from './planRows.ts';
export type { NameGiver } from './names.ts';
export { mailSentence } from './question.ts';
export { toRow } from './tabs.ts';

/** Enables more contacts than the screen. */
const BULK_COMMAND = 'npm run enable-users';

/** Milliseconds after the last key before a query is sent. */
const TYPING_PAUSE = 400;

/** Usernames that are shown for the pattern. */
const EXAMPLES = 3;

/** The detail of `start`: the plan at the moment when a person says yes. Later facts do not change it. */
export interface StartedPlan {
  readonly rows: readonly PlannedRow[];
  /** The rows whose users are to be created. */
  readonly chosen: readonly PlannedRow[];
  readonly names: NameGiver;
  /** Undefined where profiles can't be read. */
  readonly profile: ExternalProfile | undefined;
  readonly profileId: string;
  readonly runningUser: RunningUser;
}

/**
 * The plan for selected contacts: what all of them have in common, and the outcome of each. `start` asks the component
 * around it to create the users, `recheck` to read the facts anew, `close` to leave the screen.
 */
export default class ExternalUserSelection extends LightningElement {
  @api facts: SelectionReading = pendingSelection;
  /** Choices and ticks are kept while it is hidden. */
  @api isShown = false;

  @wire(getObjectInfo, { objectApiName: 'User' })
  userObjectInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(graphql, { query: '$namesQuery', variables: '$namesVariables' })
  namesResult: GraphQLResult = {};

  namesVariables: ReturnType<typeof namesToAsk> | undefined;
  ticks: Ticks = new Map();
  isAsked = false;
  labels = { ...labels, ...massLabels };
  private changedChoices: CommonChoices | undefined;

  // `#` fields are not reactive, so they cause no rendering.
  readonly #plan = new Kept<Plan>();
  readonly #tabs = new Kept<readonly RowTab[]>();
  #focusesCreate = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  // — what the wires ask —

  get namesQuery(): GraphQLDocument | undefined {
    return this.namesVariables && NAMES_TAKEN_QUERY;
  }

  // — what is known —

  get choices(): CommonChoices {
    return this.changedChoices ?? defaultChoices(this.facts.org);
  }

  /** The same object until an answer or a choice changes. */
  get plan(): Plan {
    const { facts, userObjectInfo, namesResult, choices } = this;
    const { kind, profileId, pattern } = choices;
    return this.#plan.get([facts, userObjectInfo, namesResult, kind, profileId, pattern], () =>
      makePlan(facts, choices, toFieldLimits(userObjectInfo.data), toNamesTaken(namesResult))
    );
  }

  /** The rows whose users are to be created. */
  get chosen(): readonly PlannedRow[] {
    return this.plan.rows.filter((row) => isTicked(row, this.ticks));
  }

  get orgFindings(): readonly Finding[] {
    return findOrgFindings(withChoices(this.facts.org, this.choices), this.facts.users, this.plan.unnamed);
  }

  // — what is on screen —

  get isEmpty(): boolean {
    return this.selectedCount === 0;
  }

  get tooMany(): string {
    const { selectedCount } = this;
    const words = [String(selectedCount), String(MOST_CONTACTS), BULK_COMMAND];
    return selectedCount > MOST_CONTACTS ? fill(massLabels.tooMany, words) : '';
  }

  get contactProblem(): string {
    const { contacts } = this.facts;
    if (contacts.kind === 'known' || contacts.reason === 'pending') {
      return '';
    }
    return sentenceForContact(contacts.reason === 'failed' ? 'unanswered' : 'gone');
  }

  get isPlan(): boolean {
    return this.facts.isReady && !this.isEmpty && this.tooMany === '';
  }

  get tabs(): readonly RowTab[] {
    return this.#tabs.get([this.plan, this.ticks], () => toTabs(this.plan.rows, this.ticks));
  }

  get checks(): CheckSummary {
    return summarizeChecks(this.orgFindings);
  }

  get kinds() {
    return kindsOffered(this.facts.org);
  }

  /** Undefined where profiles can't be read: an id is typed then. */
  get profiles(): readonly ExternalProfile[] | undefined {
    const { org } = this.facts;
    return org.profiles.kind === 'known' ? profilesOfKind(org, this.choices.kind) : undefined;
  }

  get profile(): ExternalProfile | undefined {
    return this.profiles?.find(({ id }) => id === this.choices.profileId);
  }

  get needed(): number {
    return this.chosen.length;
  }

  get isPatternUsable(): boolean {
    return isPatternUsable(this.choices, this.facts.org);
  }

  get examples(): readonly string[] {
    return this.isPatternUsable ? this.chosen.slice(0, EXAMPLES).flatMap(({ draft }) => draft?.username ?? []) : [];
  }

  get createLabel(): string {
    return forCount(massLabels.createOne, massLabels.createMany, this.chosen.length);
  }

  /** Why no user can be created yet; empty if nothing is in the way. */
  get obstacle(): string {
    const { chosen, choices, checks, profile } = this;
    const blocker = checks.cards.find(({ status }) => status === 'blocked');
    const short = seatsShort(profile, chosen.length);
    if (blocker !== undefined) {
      return sentenceFor(blocker);
    }
    if (!isProfileChosen(choices)) {
      return formLabels.chooseProfile;
    }
    if (!this.isPatternUsable) {
      return massLabels.patternProblem;
    }
    if (short === null) {
      return labels.loading;
    }
    return short > 0 ? forCount(massLabels.shortOne, massLabels.shortMany, short) : '';
  }

  get hint(): string {
    return [fill(massLabels.selected, [String(this.chosen.length)]), this.obstacle].join(' ').trim();
  }

  get cannotCreate(): boolean {
    return this.chosen.length === 0 || this.obstacle !== '';
  }

  /** Undefined unless it is asked; it follows the facts, so that it never asks about an earlier plan. */
  get question(): Question | undefined {
    const { chosen, facts, profile, createLabel } = this;
    return !this.isAsked || this.cannotCreate
      ? undefined
      : {
          sentence: forCount(massLabels.askOne, massLabels.askMany, chosen.length),
          body: mailSentence(chosen.length, profile, facts.org),
          confirmLabel: createLabel,
          isDestructive: false,
          confirm: () => {
            this.start();
            return Promise.resolve();
          }
        };
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#typing);
  }

  override renderedCallback(): void {
    if (this.isShown && this.isPlan) {
      this.askForNames();
    }
    if (this.#focusesCreate) {
      this.#focusesCreate = false;
      this.template?.querySelector<HTMLElement>('.create')?.focus();
    }
  }

  // — what a person does —

  handleChoiceChange({ detail }: CustomEvent<CommonChoices>): void {
    this.isAsked = false;
    this.changedChoices = changeChoices(this.choices, detail, this.facts.org);
  }

  handleTick({ detail: { ids, isTicked: ticked } }: CustomEvent<Tick>): void {
    this.isAsked = false;
    this.ticks = new Map([...this.ticks, ...ids.map((id) => [id, ticked] as const)]);
  }

  handleSelectFirst({ detail }: CustomEvent<number>): void {
    this.ticks = new Map([...this.ticks, ...this.chosen.slice(detail).map(({ id }) => [id, false] as const)]);
  }

  handleRecheck(): void {
    this.dispatchEvent(new CustomEvent('recheck'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleCreate(): void {
    this.isAsked = !this.cannotCreate;
  }

  handleAnswered(): void {
    this.isAsked = false;
    this.#focusesCreate = true;
  }

  private start(): void {
    const { plan, chosen, profile, choices, facts } = this;
    const { rows, names } = plan;
    const { runningUser } = facts.org;
    const detail = { rows, chosen, names, profile, profileId: choices.profileId, runningUser };
    this.dispatchEvent(new CustomEvent<StartedPlan>('start', { detail }));
  }

  /** Asks whether the names of the plan are taken: at once the first time, later when typing pauses. */
  private askForNames(): void {
    const asked = namesToAsk(this.plan.unnamed, toNamesTaken(this.namesResult));
    if (asked.usernames.length === 0 || asksForAll(this.namesVariables, asked)) {
      return;
    }
    clearTimeout(this.#typing);
    if (this.namesVariables === undefined) {
      this.namesVariables = asked;
      return;
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asks once typing pauses; cleared with the component
    this.#typing = setTimeout(() => {
      this.namesVariables = asked;
    }, TYPING_PAUSE);
  }

  private get selectedCount(): number {
    const { contactIds, others } = this.facts.selection;
    return contactIds.length + others.length;
  }
}
