import { LOOK_UP_TIME, realTime, withinTime } from 'c/externalUserCreation';
import { labels } from 'c/externalUserLabels';
import type { ExistingUser, Fact } from 'c/externalUserRules';
import { attempts, startAttempt, type Attempt, type AttemptRequest, type Watcher } from './attempt.ts';
import type { AttemptEnd } from './ends.ts';

/** The window that shows an attempt. */
export interface AttemptWindow {
  readonly isOpen: () => boolean;
  /** Whether the contact's user was read, so that the window can read it again. */
  readonly canAsk: () => boolean;
  readonly findUser: () => Promise<Fact<ExistingUser | null>>;
  readonly showAttempt: (attempt: Attempt) => void;
  readonly showProgress: (sentence: string) => void;
  readonly showEnd: (end: AttemptEnd) => void;
}

/** Follows one attempt for one window: that of a closed window of the same contact, or a new one. */
export class Follower implements Watcher {
  private readonly window: AttemptWindow;
  private attempt: Attempt | undefined;

  constructor(window: AttemptWindow) {
    this.window = window;
  }

  readonly findUser = (): Promise<Fact<ExistingUser | null>> => this.window.findUser();

  readonly handleAttempt = (attempt: Attempt): void => {
    if (attempt.end !== undefined) {
      void this.showEnd(attempt, attempt.end);
    } else if (attempt.progress !== labels.creating) {
      this.window.showProgress(attempt.progress);
    }
  };

  /** Shows what another window sent for this contact. */
  resume(contactId: string | undefined): boolean {
    const attempt = attempts.get(contactId ?? '');
    if (attempt === undefined || !this.window.isOpen()) {
      return false;
    }
    this.follow(attempt, labels.sentEarlier);
    return true;
  }

  send(request: AttemptRequest): void {
    if (!this.resume(request.contactId)) {
      this.follow(startAttempt(request), labels.creating);
    }
  }

  /** Before the contact's user is read, the window can't answer a look-up. */
  watch(): void {
    if (this.window.canAsk()) {
      this.attempt?.watch(this);
    }
  }

  leave(): void {
    this.attempt?.unwatch(this);
    this.attempt = undefined;
  }

  private follow(attempt: Attempt, sentence: string): void {
    this.attempt = attempt;
    this.window.showAttempt(attempt);
    this.window.showProgress(sentence);
    this.watch();
  }

  private async showEnd(attempt: Attempt, end: AttemptEnd): Promise<void> {
    if (end.outcome.kind !== 'refused') {
      await this.readBack();
    }
    // A window that was closed meanwhile has shown nothing, so the next one shows it.
    if (this.window.isOpen() && this.attempt === attempt) {
      this.leave();
      attempts.delete(attempt.request.contactId);
      this.window.showEnd(end);
    }
  }

  /** A user that can't be read back is shown without its data. */
  private async readBack(): Promise<void> {
    await withinTime(this.findUser(), LOOK_UP_TIME, realTime).catch(() => undefined);
  }
}
