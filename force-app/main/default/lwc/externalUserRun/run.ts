import {
  backOff,
  createOnce,
  realTime,
  type LookUp,
  type NextName,
  type OpenSends,
  type Outcome,
  type Wait
} from 'c/externalUserCreation';
import { isBrieflyTransient, type ExistingUser, type Fact, type Failure, type UserDraft } from 'c/externalUserRules';

/** The most requests in flight. */
const AT_ONCE = 4;

/** The user to create for one contact. */
export interface Task {
  readonly contactId: string;
  /** Empty for a contact without an account. */
  readonly accountId: string;
  readonly draft: UserDraft;
  /** Requests of an earlier run that left open whether they created the user. */
  readonly earlier: OpenSends | null;
}

/** How a task ended; `unclear`: it is not known whether the user exists, or whether this run created it. */
export interface Ending {
  readonly outcome: 'created' | 'already' | 'failed' | 'unclear';
  readonly draft: UserDraft;
  /** Null where it is not known. */
  readonly userId: string | null;
  /** The contact's user, where a look-up found it. */
  readonly user: ExistingUser | null;
  readonly failure: Failure | null;
  readonly lookUp: LookUp;
  readonly open: OpenSends | null;
}

export interface RunRequest {
  readonly tasks: readonly Task[];
  /** Users of these licenses get roles of their account, and creating them locks the account. */
  readonly isRoleBased: boolean;
  readonly mayBeHidden: boolean;
  /** The id of the running user. */
  readonly senderId: string;
  /** Returns the new user's id. */
  readonly create: (task: Task, draft: UserDraft) => Promise<string>;
  /** Reads the contact's user past every cache. May reject. */
  readonly findUser: (contactId: string) => Promise<Fact<ExistingUser | null>>;
  readonly nicknameAfter: NextName;
  readonly usernameAfter: NextName;
  /** Called before a contact's first request is sent. */
  readonly onStart?: (task: Task) => void;
  readonly onEnd: (task: Task, ending: Ending) => void;
  /** Called when the run pauses by itself, because the next requests would fail like this one. */
  readonly onHold: (failure: Failure) => void;
  readonly wait?: Wait;
}

/** A run in progress. Each request in flight ends and is reported. */
export interface Run {
  readonly ended: Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
}

/**
 * Sends the users of many contacts, a few at once; those of one account one after the other where they get roles (Bulk
 * API 2.0 Developer Guide, Organize Data to Minimize Lock Contention: "Creating users"). A busy server gets fewer requests.
 */
export function startRun(request: RunRequest): Run {
  const { isRoleBased, wait = realTime } = request;
  const waiting = isRoleBased ? byAccount(request.tasks) : [...request.tasks];
  const busyAccounts = new Set<string>();
  let atOnce = AT_ONCE;
  let workers = 0;
  let isStopped = false;
  let cooling: Promise<void> = Promise.resolve();
  let pauses = 0;
  let gate: Promise<void> = Promise.resolve();
  let open = (): void => undefined;

  const pause = (): void => {
    if (pauses++ === 0) {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    }
  };
  const resume = (): void => {
    pauses = 0;
    open();
  };

  const take = (): Task | undefined => {
    const index = waiting.findIndex(({ accountId }) => !isRoleBased || !busyAccounts.has(accountId));
    return index === -1 ? undefined : waiting.splice(index, 1)[0];
  };

  const slowDown = (failure: Failure, attempt: number): void => {
    if (isBrieflyTransient(failure) && failure.code !== 'locked') {
      atOnce = Math.max(1, Math.floor(atOnce / 2));
      cooling = wait(backOff(attempt));
    }
  };

  const work = async (): Promise<void> => {
    workers++;
    while (workers <= atOnce) {
      await gate;
      await cooling;
      const task = pauses > 0 ? null : isStopped ? undefined : take();
      if (task === undefined) {
        break;
      }
      if (task !== null) {
        busyAccounts.add(task.accountId);
        request.onStart?.(task);
        const ending = await send(request, task, slowDown);
        busyAccounts.delete(task.accountId);
        if (waiting.length === 0) {
          // No request is left to hold back.
          resume();
        } else if (ending.failure !== null && isForAll(ending)) {
          pause();
          request.onHold(ending.failure);
        }
        request.onEnd(task, ending);
      }
    }
    workers--;
  };

  const ended = Promise.all(Array.from({ length: AT_ONCE }, work)).then(() => undefined);
  return {
    ended,
    pause,
    resume,
    stop: () => {
      isStopped = true;
      resume();
    }
  };
}

async function send(
  request: RunRequest,
  task: Task,
  slowDown: (failure: Failure, attempt: number) => void
): Promise<Ending> {
  const { create, findUser, mayBeHidden, senderId, nicknameAfter, usernameAfter, wait = realTime } = request;
  const outcome = await createOnce({
    draft: task.draft,
    senderId,
    earlier: mayBeHidden ? null : task.earlier,
    mayBeHidden,
    // The caller reads all users back together at the end.
    readsBack: false,
    nicknameAfter,
    usernameAfter,
    wait,
    create: (draft) => create(task, draft),
    findUser: () => findUser(task.contactId),
    onRetry: (attempt, _of, failure) => {
      slowDown(failure, attempt - 1);
    }
  });
  return toEnding(outcome);
}

/** The ending of a contact that got a user before anything was sent for it. */
export function heldEnding({ draft }: Task, user: ExistingUser): Ending {
  return { outcome: 'already', draft, userId: user.id, user, ...NOTHING_OPEN };
}

const NOTHING_OPEN = { failure: null, lookUp: 'none', open: null } as const;

function toEnding(outcome: Outcome): Ending {
  const { draft } = outcome;
  switch (outcome.kind) {
    case 'created':
      return { outcome: 'created', draft, userId: outcome.userId, user: null, ...NOTHING_OPEN };
    case 'found':
    case 'already':
    case 'unattributed': {
      const { user, kind } = outcome;
      const made = ({ found: 'created', already: 'already', unattributed: 'unclear' } as const)[kind];
      return { outcome: made, draft, userId: user.id, user, ...NOTHING_OPEN };
    }
    case 'refused': {
      const { failure, lookUp, open } = outcome;
      // A user that can't be seen is somebody else's, unless a request before had no answer.
      const isHeld = failure.code === 'userExists' && open === null;
      const isUnclear = lookUp === 'failed' || (failure.code === 'userExists' && open !== null);
      const how = isHeld ? 'already' : isUnclear ? 'unclear' : 'failed';
      return { outcome: how, draft, userId: null, user: null, failure, lookUp, open };
    }
  }
}

/** Whether the next contact would fail for the same reason: no seat, session, request or server is left. */
function isForAll({ failure, outcome }: Ending): boolean {
  return outcome === 'unclear' || ['licenseLimit', 'sessionExpired', 'busy', 'siteOff'].includes(failure?.code ?? '');
}

/** The sort is stable, so that contacts of one account keep the order of the list. */
function byAccount(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((one, other) => one.accountId.localeCompare(other.accountId));
}
