import { api } from 'lwc';
import { FlowAttributeChangeEvent, FlowNavigationFinishEvent, FlowNavigationNextEvent } from 'lightning/flowSupport';
import type { CommonChoices } from 'c/externalUserChoices';
import { realTime, withinTime } from 'c/externalUserCreation';
import { fill, labels, massLabels, withCounts } from 'c/externalUserLabels';
import { renewRecords } from 'c/externalUserOrg';
import type { Tick } from 'c/externalUserPlan';
import { seesExternalUsers, valueOr } from 'c/externalUserRules';
import type { Ending, RunOrder, RunResult, Task } from 'c/externalUserRun';
import ExternalUserSelection, { MOST_CONTACTS, type NameGiver, type PlannedRow } from 'c/externalUserSelection';
import { download, toCsv } from './csv.ts';
import {
  countOutcomes,
  outcomeOf,
  toCsvLines,
  toResultRows,
  userIdOf,
  type EndedRow,
  type Outcome
} from './outcomes.ts';

/** How more than that are enabled. */
const BULK_COMMAND = 'npm run enable-users';

/** Milliseconds after which a look-up is taken for lost, so that the next one doesn't wait for it. */
const LOOK_UP_TIME = 20_000;

type Stage = 'plan' | 'run' | 'result';

/** The screen of the flow Enable External Users: a plan for the selected contacts, a run through UI API, and its result. */
export default class EnableExternalUsers extends ExternalUserSelection {
  /** The selected contacts, as the list button hands them to the flow. */
  @api override contactIds: readonly string[] | null | undefined = undefined;
  /** Which ways out of the screen there are. */
  @api availableActions: readonly string[] = [];

  // — outputs: the flow is told of them by events —

  @api get createdCount(): number {
    return this.countOf('created');
  }

  @api get failedCount(): number {
    return this.countOf('failed', 'unclear');
  }

  @api get createdUserIds(): readonly string[] {
    return this.endedRows.flatMap((ended) => (ended.outcome === 'created' ? userIdOf(ended) || [] : []));
  }

  /** Asked by the flow before it leaves the screen. */
  @api validate(): { readonly isValid: boolean; readonly errorMessage: string } {
    const isValid = this.stage !== 'run';
    return { isValid, errorMessage: isValid ? '' : massLabels.cannotLeave };
  }

  stage: Stage = 'plan';
  labels = { ...labels, ...massLabels };

  /** The run that is under way. */
  order: RunOrder | undefined;
  /** By contact, of all runs since the screen was opened. */
  endings: ReadonlyMap<string, Ending> = new Map();
  cause = '';
  /** The plan as it was when the run began; the facts change under it. */
  private startedRows: readonly PlannedRow[] = [];

  // `#` keeps them out of what rendering watches.
  #names: NameGiver | undefined;
  #lookUps: Promise<unknown> = Promise.resolve();
  #focusesHeading = false;

  // — what is on screen —

  get isEmpty(): boolean {
    return this.selectedCount === 0;
  }

  get tooMany(): string {
    const { selectedCount } = this;
    const words = [String(selectedCount), String(MOST_CONTACTS), BULK_COMMAND];
    return selectedCount > MOST_CONTACTS ? fill(massLabels.tooMany, words) : '';
  }

  get isPlan(): boolean {
    const isUsable = !this.isEmpty && this.tooMany === '' && !this.isContactUnreadable;
    return this.stage === 'plan' && isUsable && this.isReady;
  }

  get isRun(): boolean {
    return this.stage === 'run';
  }

  get isResult(): boolean {
    return this.stage === 'result';
  }

  get hasActions(): boolean {
    return !this.isRun;
  }

  get summary(): string {
    const { rows } = this.plan;
    const count = (state: PlannedRow['state']): number => rows.filter((row) => row.state === state).length;
    return this.isResult
      ? withCounts(countOutcomes(this.endedRows))
      : withCounts([
          [massLabels.toEnable, this.chosen.length],
          [massLabels.leftOut, count('enable') - this.chosen.length],
          [massLabels.blocked, count('blocked')],
          [massLabels.already, count('already')]
        ]);
  }

  // — the plan —

  get enableLabel(): string {
    const { length } = this.chosen;
    return length === 1 ? massLabels.enableOne : fill(massLabels.enableMany, [String(length)]);
  }

  // — the result —

  get endedRows(): readonly EndedRow[] {
    const users = valueOr(this.users, new Map<string, never>());
    return this.startedRows.map((row) => {
      const ending = this.endings.get(row.id);
      const outcome = outcomeOf(row, ending, !this.unticked.includes(row.id));
      return { row, ending, outcome, user: users.get(row.id) };
    });
  }

  get resultRows() {
    return toResultRows(this.endedRows, this.profile);
  }

  get retryLabel(): string {
    return this.buttonFor(massLabels.retry, this.failedCount);
  }

  get restLabel(): string {
    return this.buttonFor(massLabels.rest, this.countOf('notStarted'));
  }

  override renderedCallback(): void {
    if (this.isPlan) {
      this.askForNames();
    }
    if (this.#focusesHeading) {
      this.#focusesHeading = false;
      this.template?.querySelector<HTMLElement>('h2')?.focus();
    }
  }

  // — what a person does —

  handleChoiceChange({ detail }: CustomEvent<CommonChoices>): void {
    this.setChoices(detail);
  }

  handleTick({ detail: { ids, isTicked } }: CustomEvent<Tick>): void {
    this.setTicks(ids, isTicked);
  }

  handleSelectFirst({ detail }: CustomEvent<number>): void {
    const rest = this.chosen.slice(detail).map(({ id }) => id);
    this.setTicks(rest, false);
  }

  handleRecheck(): void {
    this.renewFacts();
  }

  handleEnable(): void {
    if (this.stage === 'plan' && !this.cannotEnable) {
      const { rows, names } = this.plan;
      this.startedRows = rows;
      this.#names = names;
      this.run(this.chosen.flatMap((row) => toTask(row, undefined)));
    }
  }

  handleRetry(): void {
    this.runAgain('failed', 'unclear');
  }

  handleRest(): void {
    this.runAgain('notStarted');
  }

  handleEnded({ detail: { endings, cause } }: CustomEvent<RunResult>): void {
    // A second run knows better than the first what became of its contacts.
    const sent = this.order?.tasks.map(({ contactId }) => contactId) ?? [];
    this.endings = new Map([...[...this.endings].filter(([id]) => !sent.includes(id)), ...endings]);
    this.cause = cause;
    this.goTo('result');
    this.tellFlow();
    void this.readBack();
  }

  handleDownload(): void {
    download(toCsv(toCsvLines(this.endedRows, this.profile)), 'external-users.csv');
  }

  handleBack(): void {
    this.renewFacts();
    this.goTo('plan');
  }

  handleFinish(): void {
    if (this.availableActions.includes('FINISH')) {
      this.dispatchEvent(new FlowNavigationFinishEvent());
    } else if (this.availableActions.includes('NEXT')) {
      this.dispatchEvent(new FlowNavigationNextEvent());
    }
  }

  // — what the org is told to do —

  private runAgain(...outcomes: readonly Outcome[]): void {
    if (this.stage === 'result') {
      const rows = this.endedRows.filter(({ outcome }) => outcomes.includes(outcome));
      this.run(rows.flatMap(({ row, ending }) => toTask(row, ending)));
    }
  }

  private run(tasks: readonly Task[]): void {
    const { profile } = this;
    const names = this.#names;
    const license = profile === undefined ? '' : (valueOr(profile.license, null)?.name ?? '');
    this.order = {
      tasks,
      // A profile that can't be read may have roles.
      isRoleBased: profile?.isRoleBased ?? true,
      mayBeHidden: !seesExternalUsers(this.org.runningUser),
      findUser: (contactId) => this.lookUp(contactId),
      nicknameAfter: (nickname) => names?.nickname(nickname) ?? nickname,
      usernameAfter: (username) => names?.username(username) ?? username,
      words: { profile: profile?.name ?? '', license }
    };
    this.goTo('run');
  }

  /** One after the other: a look-up that began before a request was sent knows nothing of it. */
  private lookUp(contactId: string): ReturnType<ExternalUserSelection['findUserOf']> {
    const asked = this.#lookUps.then(() => this.findUserOf(contactId));
    this.#lookUps = withinTime(asked, LOOK_UP_TIME, realTime).catch(() => undefined);
    return asked;
  }

  /** All new users in one request, with their ids and names as the org has them. */
  private async readBack(): Promise<void> {
    try {
      await this.findUser();
      await renewRecords([this.choices.profileId]);
    } catch {
      // What was answered at the creation is shown all the same.
    }
    this.tellFlow();
  }

  private tellFlow(): void {
    for (const name of ['createdCount', 'failedCount', 'createdUserIds'] as const) {
      this.dispatchEvent(new FlowAttributeChangeEvent(name, this[name]));
    }
  }

  private countOf(...outcomes: readonly Outcome[]): number {
    return this.endedRows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  }

  private get selectedCount(): number {
    const { contactIds, others } = this.selection;
    return contactIds.length + others.length;
  }

  private buttonFor(label: string, count: number): string {
    return this.isResult && count > 0 ? fill(label, [String(count)]) : '';
  }

  private goTo(stage: Stage): void {
    this.stage = stage;
    this.#focusesHeading = true;
  }
}

/** A second run goes on where the first one ended: with its names, and with a look-up where anything was left open. */
function toTask({ id, accountId, draft }: PlannedRow, ending: Ending | undefined): Task | [] {
  const sent = ending?.draft ?? draft;
  return sent === null
    ? []
    : { contactId: id, accountId, draft: sent, lookUpFirst: ending !== undefined && ending.lookUp !== 'none' };
}
