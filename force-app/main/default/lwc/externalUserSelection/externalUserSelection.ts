import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import type { CommonChoices } from 'c/externalUserChoices';
import { fill, labels, massLabels, withCounts, sentenceForContact } from 'c/externalUserLabels';
import { NAMES_TAKEN_QUERY, toFieldLimits, toNamesTaken } from 'c/externalUserOrg';
import type { Tick } from 'c/externalUserPlan';
import {
  isBlocked,
  kindsOffered,
  profilesOfKind,
  type ExternalProfile,
  type Finding,
  type RunningUser
} from 'c/externalUserRules';
import { MOST_CONTACTS, pendingSelection, type SelectionReading } from 'c/externalUserSelectionFacts';
import { changeChoices, defaultChoices, isPatternUsable, isProfileChosen, withChoices } from './choices.ts';
import { asksForAll, namesToAsk, type NameGiver } from './names.ts';
import { findOrgFindings } from './orgFindings.ts';
import { Kept, makePlan, type Plan } from './plan.ts';
import type { PlannedRow } from './planRows.ts';
import { hasSeats, seatsNeeded } from './seats.ts';

export { urlOf, type Deviation, type PlannedRow } from './planRows.ts';
export type { NameGiver } from './names.ts';

/** Enables more contacts than the screen. */
const BULK_COMMAND = 'npm run enable-users';

/** Milliseconds after the last key before a query is sent. */
const TYPING_PAUSE = 400;

/** Usernames that are shown for the pattern. */
const EXAMPLES = 3;

/** The detail of `start`: the plan at the moment when a person presses Enable. Later facts do not change it. */
export interface StartedPlan {
  readonly rows: readonly PlannedRow[];
  /** The rows that are to be enabled. */
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
  unticked: readonly string[] = [];
  labels = { ...labels, ...massLabels };
  private changedChoices: CommonChoices | undefined;

  // `#` fields are not reactive, so they cause no rendering.
  readonly #plan = new Kept<Plan>();
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

  /** The rows that are to be enabled. */
  get chosen(): readonly PlannedRow[] {
    return this.plan.rows.filter(({ id, state }) => state === 'enable' && !this.unticked.includes(id));
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

  get summary(): string {
    const count = (state: PlannedRow['state']): number => this.plan.rows.filter((row) => row.state === state).length;
    return withCounts([
      [massLabels.toEnable, this.chosen.length],
      [massLabels.leftOut, count('enable') - this.chosen.length],
      [massLabels.blocked, count('blocked')],
      [massLabels.already, count('already')]
    ]);
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

  get seatsNeeded(): number {
    return seatsNeeded(this.plan.rows, this.unticked);
  }

  get isPatternUsable(): boolean {
    return isPatternUsable(this.choices, this.facts.org);
  }

  get examples(): readonly string[] {
    return this.isPatternUsable ? this.chosen.slice(0, EXAMPLES).flatMap(({ draft }) => draft?.username ?? []) : [];
  }

  get enableLabel(): string {
    const { length } = this.chosen;
    return length === 1 ? massLabels.enableOne : fill(massLabels.enableMany, [String(length)]);
  }

  get cannotEnable(): boolean {
    const { chosen, choices, profile } = this;
    return (
      chosen.length === 0 ||
      !isProfileChosen(choices) ||
      !this.isPatternUsable ||
      !hasSeats(profile, chosen.length) ||
      isBlocked(this.orgFindings)
    );
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#typing);
  }

  override renderedCallback(): void {
    if (this.isShown && this.isPlan) {
      this.askForNames();
    }
  }

  // — what a person does —

  handleChoiceChange({ detail }: CustomEvent<CommonChoices>): void {
    this.changedChoices = changeChoices(this.choices, detail, this.facts.org);
  }

  handleTick({ detail: { ids, isTicked } }: CustomEvent<Tick>): void {
    const others = this.unticked.filter((id) => !ids.includes(id));
    this.unticked = isTicked ? others : [...others, ...ids];
  }

  handleSelectFirst({ detail }: CustomEvent<number>): void {
    this.unticked = [...this.unticked, ...this.chosen.slice(detail).map(({ id }) => id)];
  }

  handleRecheck(): void {
    this.dispatchEvent(new CustomEvent('recheck'));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleEnable(): void {
    if (!this.cannotEnable) {
      const { plan, chosen, profile, choices, facts } = this;
      const { rows, names } = plan;
      const { runningUser } = facts.org;
      const detail = { rows, chosen, names, profile, profileId: choices.profileId, runningUser };
      this.dispatchEvent(new CustomEvent<StartedPlan>('start', { detail }));
    }
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
