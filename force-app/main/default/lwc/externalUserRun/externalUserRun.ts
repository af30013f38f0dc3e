import { api, LightningElement } from 'lwc';
import { fill, massLabels, sentenceForFailure, withCounts, type FailureNames } from 'c/externalUserLabels';
import { createUser, currentUserId } from 'c/externalUserOrg';
import type { ExistingUser, Failure } from 'c/externalUserRules';
import { heldEnding, startRun, type Ending, type Run, type RunRequest, type Task } from './run.ts';

export type { Ending, Task } from './run.ts';

export interface RunOrder extends Pick<
  RunRequest,
  'tasks' | 'isRoleBased' | 'mayBeHidden' | 'findUser' | 'nicknameAfter' | 'usernameAfter'
> {
  /** Reads the users that contacts got since the plan was made, by contact; none where they can't be read. */
  readonly findHolders: () => Promise<ReadonlyMap<string, ExistingUser>>;
  /** Names for the sentences of failures. */
  readonly words: FailureNames;
}

export interface RunResult {
  /** By contact; a contact that was not sent has no ending. */
  readonly endings: ReadonlyMap<string, Ending>;
  /** Why the run had paused by itself before it was stopped; empty where it had not. */
  readonly cause: string;
}

/** A screen reader announces the progress at each quarter. */
const ANNOUNCEMENTS = 4;

/** Creates users from the moment it appears until `ended`, and shows the progress. Requests in flight end after a stop too. */
export default class ExternalUserRun extends LightningElement {
  @api order: RunOrder | undefined;

  labels = massLabels;
  endings: ReadonlyMap<string, Ending> = new Map();
  inFlight = 0;
  isPaused = false;
  isStopped = false;
  failure: Failure | undefined;

  // `#` fields are not reactive, so they cause no rendering.
  #run: Run | undefined;
  #focuses: 'button' | 'sentence' | undefined;

  get sentence(): string {
    if (!this.isPaused && !this.isStopped) {
      return massLabels.running;
    }
    return this.inFlight > 0 ? massLabels.waiting : massLabels.paused;
  }

  /** Why it paused by itself. */
  get cause(): string {
    return this.failure === undefined ? '' : sentenceForFailure(this.failure, this.order?.words);
  }

  get total(): number {
    return this.order?.tasks.length ?? 0;
  }

  get done(): number {
    return this.endings.size;
  }

  get progress(): string {
    return this.progressAt(this.done);
  }

  get counts(): string {
    const count = (outcome: Ending['outcome']): number =>
      [...this.endings.values()].filter((ending) => ending.outcome === outcome).length;
    return withCounts([
      [massLabels.created, count('created')],
      [massLabels.already, count('already')],
      [massLabels.failed, count('failed')],
      [massLabels.unclear, count('unclear')]
    ]);
  }

  get filled(): string {
    return `width: ${String(this.total === 0 ? 0 : Math.round((100 * this.done) / this.total))}%`;
  }

  get announcement(): string {
    const reached = Math.floor((ANNOUNCEMENTS * this.done) / Math.max(1, this.total));
    return [this.sentence, this.cause, this.progressAt(Math.floor((reached * this.total) / ANNOUNCEMENTS))].join(' ');
  }

  get canPause(): boolean {
    return !this.isPaused && !this.isStopped;
  }

  get canResume(): boolean {
    return this.isPaused && !this.isStopped;
  }

  override connectedCallback(): void {
    if (this.order !== undefined) {
      void this.run(this.order);
    }
  }

  /** The run must not continue without a screen. */
  override disconnectedCallback(): void {
    this.#run?.stop();
  }

  /** The button that had the focus is gone or disabled. */
  override renderedCallback(): void {
    const selector = this.#focuses === 'button' ? 'lightning-button' : '.sentence';
    if (this.#focuses !== undefined) {
      this.#focuses = undefined;
      this.template?.querySelector<HTMLElement>(selector)?.focus();
    }
  }

  handlePause(): void {
    this.isPaused = true;
    this.#focuses = 'button';
    this.#run?.pause();
  }

  handleResume(): void {
    this.isPaused = false;
    this.failure = undefined;
    this.#focuses = 'button';
    this.#run?.resume();
  }

  handleStop(): void {
    this.isStopped = true;
    this.#focuses = 'sentence';
    this.#run?.stop();
  }

  private async run(order: RunOrder): Promise<void> {
    const tasks = await this.withoutHolders(order);
    if (!this.isConnected) {
      return;
    }
    const run = startRun({
      ...order,
      tasks,
      senderId: currentUserId,
      create: ({ contactId }, draft) => createUser(draft, contactId),
      onFlight: (count) => {
        this.inFlight = count;
      },
      onEnd: ({ contactId }, ending) => {
        this.endings = new Map([...this.endings, [contactId, ending]]);
      },
      onHold: (failure) => {
        this.isPaused = true;
        this.failure = failure;
      }
    });
    this.#run = run;
    if (this.isPaused && tasks.length > 0) {
      run.pause();
    }
    await run.ended;
    const detail = { endings: this.endings, cause: this.cause };
    this.dispatchEvent(new CustomEvent<RunResult>('ended', { detail }));
  }

  /** Contacts that got a user meanwhile are not sent; after Stop nothing is. An open request is looked up by itself. */
  private async withoutHolders({ tasks, findHolders }: RunOrder): Promise<RunOrder['tasks']> {
    const holders = await findHolders();
    const holderOf = ({ contactId, earlier }: Task): ExistingUser | undefined => {
      return earlier === null ? holders.get(contactId) : undefined;
    };
    this.endings = new Map(
      tasks.flatMap((task) => {
        const user = holderOf(task);
        return user === undefined ? [] : [[task.contactId, heldEnding(task, user)]];
      })
    );
    return this.isStopped ? [] : tasks.filter((task) => holderOf(task) === undefined);
  }

  private progressAt(done: number): string {
    return fill(massLabels.progress, [done, this.total].map(String));
  }
}
