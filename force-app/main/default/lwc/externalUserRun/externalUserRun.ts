import { api, LightningElement } from 'lwc';
import { fill, sentenceForFailure, sentenceForSeats, type FailureNames } from 'c/externalUserLabels';
import { massLabels } from 'c/externalUserListLabels';
import { createUser, currentUserId } from 'c/externalUserOrg';
import { known, type ExistingUser, type Failure, type License } from 'c/externalUserRules';
import { heldEnding, startRun, type Ending, type Run, type RunRequest, type Task } from './run.ts';

export type { Ending, Task } from './run.ts';

export interface RunOrder extends Pick<
  RunRequest,
  'tasks' | 'isRoleBased' | 'mayBeHidden' | 'findUser' | 'nicknameAfter' | 'usernameAfter'
> {
  /** Reads the users that contacts got since the plan was made, by contact; none where they can't be read. */
  readonly findHolders: () => Promise<ReadonlyMap<string, ExistingUser>>;
  /** As it was before the run; undefined where it can't be read. */
  readonly license: License | undefined;
  /** Names for the sentences of failures. */
  readonly words: FailureNames;
}

/** The detail of `progress`. */
export interface RunProgress {
  /** By contact; a contact that was not sent has no ending. */
  readonly endings: ReadonlyMap<string, Ending>;
  /** The contacts whose requests have no answer yet. */
  readonly inFlight: ReadonlySet<string>;
}

/** The detail of `ended`. */
export interface RunResult extends Pick<RunProgress, 'endings'> {
  /** Why the run had paused by itself before it was stopped; empty where it had not. */
  readonly cause: string;
}

/** A screen reader announces the progress at each quarter. */
const ANNOUNCEMENTS = 4;

/**
 * Creates users from the moment it appears until `ended`, and shows the progress; `progress` says what became of each
 * contact so far. Requests in flight end after a stop too.
 */
export default class ExternalUserRun extends LightningElement {
  @api order: RunOrder | undefined;

  labels = massLabels;
  endings: ReadonlyMap<string, Ending> = new Map();
  inFlight: ReadonlySet<string> = new Set();
  /** Says the same as `sentence`, at each quarter and when the run pauses; empty in between. */
  announcement = '';
  isPaused = false;
  isStopped = false;
  failure: Failure | undefined;

  // `#` fields are not reactive, so they cause no rendering.
  #run: Run | undefined;
  #focuses: 'button' | 'sentence' | undefined;

  /** The number is that of the rows that have ended. */
  get sentence(): string {
    const isRunning = !this.isPaused && !this.isStopped;
    const label = isRunning ? massLabels.running : this.inFlight.size > 0 ? massLabels.waiting : massLabels.paused;
    return fill(label, [this.done, this.total].map(String));
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

  /** The seats of the license, less those of the users that this run created. */
  get seats(): string {
    const license = this.order?.license;
    if (license?.used.kind !== 'known') {
      return '';
    }
    const created = [...this.endings.values()].filter(({ outcome }) => outcome === 'created').length;
    return sentenceForSeats({ ...license, used: known(license.used.value + created) });
  }

  get filled(): string {
    return `width: ${String(this.total === 0 ? 0 : Math.round((100 * this.done) / this.total))}%`;
  }

  get canPause(): boolean {
    return !this.isPaused && !this.isStopped;
  }

  get canResume(): boolean {
    return this.isPaused && !this.isStopped;
  }

  override connectedCallback(): void {
    this.announce();
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
    this.announce();
  }

  handleResume(): void {
    this.isPaused = false;
    this.failure = undefined;
    this.#focuses = 'button';
    this.#run?.resume();
    this.announce();
  }

  handleStop(): void {
    this.isStopped = true;
    this.#focuses = 'sentence';
    this.#run?.stop();
    this.announce();
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
      onStart: ({ contactId }) => {
        this.inFlight = new Set([...this.inFlight, contactId]);
        this.tell();
      },
      onEnd: ({ contactId }, ending) => {
        const { quarter } = this;
        this.inFlight = new Set([...this.inFlight].filter((id) => id !== contactId));
        this.endings = new Map([...this.endings, [contactId, ending]]);
        this.tell();
        if (quarter !== this.quarter || this.isPaused || this.isStopped) {
          this.announce();
        } else {
          this.announcement = '';
        }
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
    this.tell();
    return this.isStopped ? [] : tasks.filter((task) => holderOf(task) === undefined);
  }

  private tell(): void {
    const { endings, inFlight } = this;
    this.dispatchEvent(new CustomEvent<RunProgress>('progress', { detail: { endings, inFlight } }));
  }

  private announce(): void {
    this.announcement = [this.sentence, this.cause].join(' ').trim();
  }

  private get quarter(): number {
    return Math.floor((ANNOUNCEMENTS * this.done) / Math.max(1, this.total));
  }
}
