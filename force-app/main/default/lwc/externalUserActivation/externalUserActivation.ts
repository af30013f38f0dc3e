import { api, LightningElement } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import type { Question } from 'c/externalUserConfirm';
import { fill, fixLabelFor, sentenceFor, statusLabels as labels } from 'c/externalUserLabels';
import { changeUser, renewRecords } from 'c/externalUserOrg';
import {
  isUnclear,
  seatsLeft,
  valueOr,
  type ExistingUser,
  type Fact,
  type Failure,
  type Finding,
  type License,
  type OrgFacts
} from 'c/externalUserRules';

/** Detail of `userchange`: the parent reads the contact's user again and passes that reading to `waitFor`. */
export interface UserChange {
  readonly waitFor: (reading: Promise<Fact<unknown>>) => void;
}

/**
 * Deactivates an active user or reactivates an inactive one, after a question (`ask`). Undo is a button here, because the
 * link of a toast opens an address only [F-132].
 */
export default class ExternalUserActivation extends LightningElement {
  @api user: ExistingUser | undefined;
  @api contactId: string | undefined;
  /** Undefined if it can't be read; then the org decides whether a seat is free. */
  @api license: License | undefined;
  /** The org with all its profiles, where a seat can be freed for a reactivation. */
  @api org: OrgFacts | undefined;
  /** What else stands in the way of making the user active again. */
  @api blockers: readonly Finding[] = [];
  /** Whether the current user may see Company Information. */
  @api viewsSetup = false;

  isBusy = false;
  private failure: Failure | undefined;
  private wantsActive = false;
  private wasReadAgain = false;
  /** The id of the user whose change can be undone. */
  private changedId: string | undefined;
  private focuses: 'change' | 'undo' | undefined;

  get heading(): string {
    return this.isActive ? labels.deactivateTitle : labels.reactivateTitle;
  }

  get text(): string {
    return this.isActive ? labels.deactivateText : labels.reactivateText;
  }

  get changeLabel(): string {
    return this.isActive ? labels.deactivate : labels.reactivate;
  }

  get isDisabled(): boolean {
    return this.isBusy || this.noSeat !== undefined || this.obstacles.length > 0;
  }

  /** What is done, or was done at last; read aloud. */
  get progress(): string {
    if (this.isBusy) {
      return fill(labels.changingUser, [this.name]);
    }
    if (this.changedAfterAll !== '') {
      return this.changedAfterAll;
    }
    return this.canUndo ? fill(this.isActive ? labels.reactivated : labels.deactivated, [this.name]) : '';
  }

  get undoLabel(): string | undefined {
    return this.canUndo && !this.isBusy ? labels.undo : undefined;
  }

  // — why the user can't be reactivated —

  get noSeat(): string | undefined {
    const { license } = this;
    return !this.isActive && license !== undefined && valueOr(seatsLeft(license), null) === 0
      ? sentenceFor(this.seatsTaken)
      : undefined;
  }

  /** Why an inactive user can't be made active, besides the seats. */
  get obstacles(): readonly string[] {
    return this.isActive ? [] : this.blockers.filter(({ check }) => check !== 'seats').map(sentenceFor);
  }

  get licensesLabel(): string | null {
    return this.viewsSetup ? fixLabelFor(this.seatsTaken) : null;
  }

  // — the result of the last attempt —

  get shownFailure(): Failure | undefined {
    return this.changedAfterAll === '' ? this.failure : undefined;
  }

  get failureHeading(): string {
    return fill(this.isUnclear && !this.wasReadAgain ? labels.changeUnknown : labels.userUnchanged, [this.name]);
  }

  get failureNames() {
    return { license: this.license?.name };
  }

  /** The message when no clear answer came but the user has the requested status. */
  get changedAfterAll(): string {
    const { isActive, wantsActive } = this;
    return this.isUnclear && isActive === wantsActive
      ? fill(labels.changedAfterAll, [this.name, isActive ? labels.active : labels.inactive])
      : '';
  }

  override renderedCallback(): void {
    this.moveFocus();
  }

  // — what a person does —

  handleAsk(): void {
    const { user } = this;
    if (user === undefined) {
      return;
    }
    const isActive = !user.isActive;
    this.failure = undefined;
    this.changedId = undefined;
    const detail: Question = {
      sentence: fill(isActive ? labels.askReactivate : labels.askDeactivate, [user.name]),
      body: fill(isActive ? labels.reactivateMeans : labels.deactivateMeans, [user.name, user.username]),
      confirmLabel: isActive ? labels.reactivateShort : labels.deactivateShort,
      isDestructive: !isActive,
      confirm: () => this.change(user, isActive),
      returnFocus: () => {
        this.focuses = this.canUndo ? 'undo' : 'change';
        this.moveFocus();
      }
    };
    this.dispatchEvent(new CustomEvent<Question>('ask', { detail, bubbles: true, composed: true }));
  }

  handleUndo(): void {
    if (this.user !== undefined && !this.isBusy) {
      void this.change(this.user, !this.user.isActive);
    }
  }

  /** A button that is not there yet gets the focus when it is. */
  private moveFocus(): void {
    const { focuses } = this;
    const button = focuses === undefined ? null : this.template?.querySelector<HTMLElement>(`.${focuses}`);
    if (button) {
      this.focuses = undefined;
      button.focus();
    }
  }

  private async change({ id, isActive: wasActive, profileId }: ExistingUser, isActive: boolean): Promise<void> {
    // A question that no longer fits, because the user or its status changed meanwhile, does nothing.
    if (this.isBusy || this.user?.id !== id || this.user.isActive !== wasActive) {
      return;
    }
    const isUndone = this.changedId === id;
    this.isBusy = true;
    this.wantsActive = isActive;
    this.failure = undefined;
    const failure = await changeUser(id, isActive);
    this.wasReadAgain = await this.readAgain();
    this.failure = failure;
    this.changedId = failure === undefined && !isUndone ? id : undefined;
    this.isBusy = false;
    this.focuses = isUndone ? 'change' : undefined;
    // The rest of the page still shows the old user and seats.
    void renewRecords([this.contactId, profileId].filter((one) => typeof one === 'string'));
    this.dispatchEvent(new RefreshEvent());
  }

  /** Asks the parent to read the user again and returns whether that worked. */
  private async readAgain(): Promise<boolean> {
    let reading: Promise<Fact<unknown>> | undefined;
    const detail: UserChange = {
      waitFor: (started) => {
        reading = started;
      }
    };
    this.dispatchEvent(new CustomEvent('userchange', { detail, bubbles: true, composed: true }));
    try {
      return (await reading)?.kind === 'known';
    } catch {
      // The heading of the failure says that the status is unknown.
      return false;
    }
  }

  /** Nothing is undone that a reading of the user doesn't show. */
  private get canUndo(): boolean {
    return this.changedId !== undefined && this.changedId === this.user?.id && this.isActive === this.wantsActive;
  }

  private get name(): string {
    return this.user?.name ?? '';
  }

  private get isActive(): boolean {
    return this.user?.isActive === true;
  }

  private get isUnclear(): boolean {
    return this.failure !== undefined && isUnclear(this.failure);
  }

  private get seatsTaken(): Finding {
    const words = [this.license?.name ?? ''];
    return { check: 'seats', code: 'seatsTaken', status: 'blocked', record: null, words, fix: 'setUpLicenses' };
  }
}
