import { api, LightningElement } from 'lwc';
import { FlowAttributeChangeEvent, FlowNavigationFinishEvent, FlowNavigationNextEvent } from 'lightning/flowSupport';
import { LOOK_UP_TIME, realTime, withinTime } from 'c/externalUserCreation';
import { fill, labels } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { renewRecords } from 'c/externalUserOrg';
import {
  known,
  seesExternalUsers,
  unknown,
  userAsSeen,
  valueOr,
  type ExistingUser,
  type Fact
} from 'c/externalUserRules';
import type { RowTab } from 'c/externalUserRows';
import type { Ending, RunOrder, RunProgress, RunResult, Task } from 'c/externalUserRun';
import type { StartedPlan } from 'c/externalUserSelection';
import {
  pendingSelection,
  type SelectionFactsElement,
  type SelectionReading,
  type UsersById
} from 'c/externalUserSelectionFacts';
import { download, toCsv } from './csv.ts';
import {
  firstTab,
  outcomeOf,
  toCsvLines,
  toLiveTab,
  toResultTabs,
  userIdOf,
  type EndedRow,
  type Outcome,
  type Words
} from './outcomes.ts';
import { summarize, type Summary } from './summary.ts';
import { toTask } from './task.ts';

type Stage = 'plan' | 'run' | 'result';

const NO_PROGRESS: RunProgress = { endings: new Map(), inFlight: new Set() };

/** The screen of the flow Enable External Users: a plan for the selected contacts, a run through UI API, and its result. */
export default class EnableExternalUsers extends LightningElement {
  /** The selected contacts, as the list button hands them to the flow. */
  @api contactIds: readonly string[] | null | undefined = undefined;
  /** The navigation actions that the flow offers. */
  @api availableActions: readonly string[] = [];

  // — outputs: events report them to the flow —

  @api get createdCount(): number {
    return this.countOf('created');
  }

  @api get failedCount(): number {
    return this.countOf('failed', 'unclear');
  }

  @api get createdUserIds(): readonly string[] {
    return this.endedRows.flatMap((ended) => (ended.outcome === 'created' ? userIdOf(ended) || [] : []));
  }

  /** The flow calls it before it leaves the screen. */
  @api validate(): { readonly isValid: boolean; readonly errorMessage: string } {
    const isValid = this.stage !== 'run';
    return { isValid, errorMessage: isValid ? '' : massLabels.cannotLeave };
  }

  /** As `c-external-user-selection-facts` reads them. */
  facts: SelectionReading = pendingSelection;
  stage: Stage = 'plan';
  labels = { ...labels, ...massLabels };

  /** The run in progress. */
  order: RunOrder | undefined;
  /** By contact, of all runs since the screen was opened. */
  endings: ReadonlyMap<string, Ending> = new Map();
  /** Of the run in progress only. */
  progress: RunProgress = NO_PROGRESS;
  cause = '';
  private started: StartedPlan | undefined;

  // `#` fields are not reactive, so they cause no rendering.
  #lookUps: Promise<unknown> = Promise.resolve();
  #focusesHeading = false;

  // — what is on screen —

  get isPlan(): boolean {
    return this.stage === 'plan';
  }

  get isRun(): boolean {
    return this.stage === 'run';
  }

  get isResult(): boolean {
    return this.stage === 'result';
  }

  /** One table of the contacts in their places while it runs, then the tabs of what became of them. */
  get tabs(): readonly RowTab[] {
    const { words, order, endedRows, progress } = this;
    return this.isResult ? toResultTabs(endedRows, words) : [toLiveTab(endedRows, order?.tasks ?? [], progress, words)];
  }

  get firstTab(): string {
    return firstTab(this.tabs);
  }

  get summary(): Summary {
    return summarize(this.endedRows, this.started?.profile, this.facts.org);
  }

  get endedRows(): readonly EndedRow[] {
    const { rows = [], chosen = [] } = this.started ?? {};
    const users = valueOr(this.facts.users, undefined);
    return rows.map((row) => {
      const ending = this.endings.get(row.id);
      const user = users?.get(row.id) ?? ending?.user ?? undefined;
      return { row, ending, user, outcome: outcomeOf(row, ending, user, chosen.includes(row)) };
    });
  }

  get retryLabel(): string {
    return this.buttonFor(massLabels.retry, this.rowsLeft('failed', 'unclear').length);
  }

  get restLabel(): string {
    return this.buttonFor(massLabels.rest, this.countOf('notStarted'));
  }

  override renderedCallback(): void {
    if (this.#focusesHeading) {
      this.#focusesHeading = false;
      this.template?.querySelector<HTMLElement>('h2')?.focus();
    }
  }

  // — what a person does —

  handleFactsChange({ detail }: CustomEvent<SelectionReading>): void {
    this.facts = detail;
  }

  handleRecheck(): void {
    this.reader?.renew();
  }

  handleStart({ detail }: CustomEvent<StartedPlan>): void {
    if (this.stage === 'plan') {
      this.started = detail;
      this.run(
        detail,
        detail.chosen.flatMap((row) => toTask(row, undefined))
      );
    }
  }

  handleRetry(): void {
    this.runAgain('failed', 'unclear');
  }

  handleRest(): void {
    this.runAgain('notStarted');
  }

  handleProgress({ detail }: CustomEvent<RunProgress>): void {
    this.keep(detail.endings);
    this.progress = detail;
  }

  handleEnded({ detail: { endings, cause } }: CustomEvent<RunResult>): void {
    this.keep(endings);
    this.cause = cause;
    this.goTo('result');
    this.tellFlow();
    void this.readBack();
  }

  handleDownload(): void {
    download(toCsv(toCsvLines(this.endedRows, this.started?.profile)), 'external-users.csv');
  }

  handleBack(): void {
    this.reader?.renew();
    this.goTo('plan');
  }

  handleFinish(): void {
    if (this.availableActions.includes('FINISH')) {
      this.dispatchEvent(new FlowNavigationFinishEvent());
    } else if (this.availableActions.includes('NEXT')) {
      this.dispatchEvent(new FlowNavigationNextEvent());
    }
  }

  // — what changes the org —

  private runAgain(...outcomes: readonly Outcome[]): void {
    if (this.stage === 'result' && this.started !== undefined) {
      const tasks = this.rowsLeft(...outcomes).flatMap(({ row, ending }) => toTask(row, ending));
      this.run(this.started, tasks);
    }
  }

  private run({ names, profile, runningUser }: StartedPlan, tasks: readonly Task[]): void {
    const license = profile && valueOr(profile.license, undefined);
    this.order = {
      tasks,
      // A profile that can't be read may have roles.
      isRoleBased: profile?.isRoleBased ?? true,
      mayBeHidden: !seesExternalUsers(runningUser),
      findUser: (contactId) => this.lookUp(contactId),
      findHolders: () => this.findHolders(),
      nicknameAfter: (nickname, step) => names.next('nickname', nickname, step),
      usernameAfter: (username, step) => names.next('username', username, step),
      license,
      words: { profile: profile?.name ?? '', license: license?.name ?? '' }
    };
    this.progress = NO_PROGRESS;
    this.goTo('run');
  }

  /** The endings of a second run replace those of the first. */
  private keep(endings: RunProgress['endings']): void {
    const sent = new Set(this.order?.tasks.map(({ contactId }) => contactId));
    this.endings = new Map([...[...this.endings].filter(([id]) => !sent.has(id)), ...endings]);
  }

  private async findHolders(): Promise<UsersById> {
    const asked = this.reader?.findUsers() ?? Promise.resolve(this.facts.users);
    const users = await withinTime(asked, LOOK_UP_TIME, realTime).catch(() => unknown('failed'));
    return valueOr(users, new Map());
  }

  /** Look-ups run one after the other, because one that began before a request was sent cannot show its user. */
  private lookUp(contactId: string): Promise<Fact<ExistingUser | null>> {
    const asked = this.#lookUps.then(() => this.findUserOf(contactId));
    this.#lookUps = withinTime(asked, LOOK_UP_TIME, realTime).catch(() => undefined);
    return asked;
  }

  private async findUserOf(contactId: string): Promise<Fact<ExistingUser | null>> {
    const users = (await this.reader?.findUsers()) ?? unknown('failed');
    // The wires of a screen that was taken away answer no more; what they last got may be from before the request.
    if (!this.isConnected) {
      return unknown('failed');
    }
    return users.kind === 'known'
      ? userAsSeen(known(users.value.get(contactId) ?? null), this.facts.org.runningUser)
      : users;
  }

  /** Reads all new users in one request. */
  private async readBack(): Promise<void> {
    try {
      await this.reader?.findUsers();
      await renewRecords(this.started === undefined ? [] : [this.started.profileId]);
    } catch {
      // The answers of the creation are still shown.
    }
    this.tellFlow();
  }

  private tellFlow(): void {
    for (const name of ['createdCount', 'failedCount', 'createdUserIds'] as const) {
      this.dispatchEvent(new FlowAttributeChangeEvent(name, this[name]));
    }
  }

  /** A contact that has a user is never sent again. */
  private rowsLeft(...outcomes: readonly Outcome[]): readonly EndedRow[] {
    return this.endedRows.filter(({ outcome, user }) => user === undefined && outcomes.includes(outcome));
  }

  private countOf(...outcomes: readonly Outcome[]): number {
    return this.endedRows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  }

  private get words(): Words {
    return { profile: this.started?.profile, runningUser: this.facts.org.runningUser };
  }

  private get reader(): SelectionFactsElement | null {
    return this.template?.querySelector<SelectionFactsElement>('c-external-user-selection-facts') ?? null;
  }

  private buttonFor(label: string, count: number): string {
    return this.isResult && count > 0 ? fill(label, [String(count)]) : '';
  }

  private goTo(stage: Stage): void {
    this.stage = stage;
    this.#focusesHeading = true;
  }
}
