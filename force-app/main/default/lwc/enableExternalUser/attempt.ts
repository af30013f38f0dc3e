import { createOnce, type NextName, type OpenSends } from 'c/externalUserCreation';
import { labels, sentenceForRetry, type FailureNames } from 'c/externalUserLabels';
import { createUser, currentUserId, renewRecords } from 'c/externalUserOrg';
import type { ExistingUser, Fact, TakenNames, UserDraft } from 'c/externalUserRules';
import { ownUserId, type AttemptEnd } from './ends.ts';
import { numberedNames } from './names.ts';
import { assignPermissionSets } from './orgChanges.ts';

/** An open window, which shows the attempt and can ask the org. */
export interface Watcher {
  readonly findUser: () => Promise<Fact<ExistingUser | null>>;
  readonly handleAttempt: (attempt: Attempt) => void;
}

export interface AttemptRequest {
  readonly contactId: string;
  readonly draft: UserDraft;
  readonly mayBeHidden: boolean;
  /** Undefined if a nickname that is taken must not be numbered. */
  readonly nicknameAfter: NextName | undefined;
  readonly takenNicknames: TakenNames;
  /** Names for the sentences of failures. */
  readonly names: FailureNames;
}

/**
 * What was sent for each contact and not shown yet. A module keeps its state when the window of the action closes, and
 * loses it when the page is loaded anew (LWC Developer Guide, "Communicate Across the DOM" [F-101]).
 */
export const attempts = new Map<string, Attempt>();

/** Requests without a clear answer, by contact: the next attempt looks the user up before it sends anything. */
export const openSends = new Map<string, OpenSends>();

/**
 * One attempt to create a contact's user and to assign its permission sets. It goes on when the window closes; only a
 * look-up waits until a window is open again, because the wires of a closed one get no answers.
 */
export class Attempt {
  readonly request: AttemptRequest;
  progress = labels.creating;
  end: AttemptEnd | undefined;
  /** Each with the function that tells a look-up that the window was closed. */
  private readonly watchers = new Map<Watcher, () => void>();
  private isWatched: Promise<void> = Promise.resolve();
  private open: () => void = () => undefined;

  constructor(request: AttemptRequest) {
    this.request = request;
    this.awaitWatcher();
  }

  watch(watcher: Watcher): void {
    if (!this.watchers.has(watcher)) {
      this.watchers.set(watcher, () => undefined);
      this.open();
      watcher.handleAttempt(this);
    }
  }

  unwatch(watcher: Watcher): void {
    const leave = this.watchers.get(watcher);
    this.watchers.delete(watcher);
    if (this.watchers.size === 0) {
      this.awaitWatcher();
    }
    leave?.();
  }

  async run(): Promise<void> {
    const { contactId, draft, mayBeHidden, nicknameAfter, takenNicknames, names } = this.request;
    const outcome = await createOnce({
      draft,
      create: (next) => createUser(next, contactId),
      whenAskable: () => this.isWatched,
      findUser: () => this.askWatcher(),
      senderId: currentUserId,
      earlier: openSends.get(contactId) ?? null,
      looksFirst: !mayBeHidden,
      mayBeHidden,
      nicknameAfter,
      readsBack: false,
      onRetry: (attempt, of, failure) => {
        this.progress = sentenceForRetry(failure, names, attempt, of);
        this.tell();
      }
    });
    if (outcome.kind === 'refused' && outcome.open !== null) {
      openSends.set(contactId, outcome.open);
    } else {
      openSends.delete(contactId);
    }
    const userId = ownUserId(outcome);
    const assignmentFailures = userId === null ? [] : await assignPermissionSets(userId, draft.permissionSetIds);
    const numbered =
      userId === null && outcome.kind !== 'created' ? [] : numberedNames(draft, outcome.draft, takenNicknames);
    this.end = { outcome, assignmentFailures, numbered, names };
    // The page's own components and the seats of the profile were read before this user existed.
    void renewRecords([contactId, draft.profileId]);
    this.tell();
  }

  /** Interrupted if the window is closed meanwhile: what its wires last got may be from before the request. */
  private askWatcher(): Promise<Fact<ExistingUser | null> | 'interrupted'> {
    const [watcher] = this.watchers.keys();
    if (watcher === undefined) {
      return Promise.resolve('interrupted');
    }
    const closed = new Promise<'interrupted'>((resolve) => {
      this.watchers.set(watcher, () => {
        resolve('interrupted');
      });
    });
    return Promise.race([closed, watcher.findUser()]);
  }

  private tell(): void {
    for (const watcher of [...this.watchers.keys()]) {
      watcher.handleAttempt(this);
    }
  }

  private awaitWatcher(): void {
    this.isWatched = new Promise((resolve) => {
      this.open = resolve;
    });
  }
}

/** Starts an attempt. While another one is under way or not shown yet, it returns that one, so that nothing is sent twice. */
export function startAttempt(request: AttemptRequest): Attempt {
  const running = attempts.get(request.contactId);
  if (running !== undefined) {
    return running;
  }
  const attempt = new Attempt(request);
  attempts.set(request.contactId, attempt);
  void attempt.run();
  return attempt;
}
