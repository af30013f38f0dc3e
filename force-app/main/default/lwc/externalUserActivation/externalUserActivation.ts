import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { updateRecord } from 'lightning/uiRecordApi';
import type { Question } from 'c/externalUserConfirm';
import { fill, fixLabelFor, sentenceFor, statusLabels as labels } from 'c/externalUserLabels';
import { renewRecords } from 'c/externalUserOrg';
import {
  explainFailure,
  isUnclear,
  seatsLeft,
  valueOr,
  type ExistingUser,
  type Fact,
  type Failure,
  type Finding,
  type License
} from 'c/externalUserRules';

/** Detail of `userchange`: the parent reads the contact's user again and passes that reading to `waitFor`. */
export interface UserChange {
  readonly waitFor: (reading: Promise<Fact<unknown>>) => void;
}

/** Deactivates an active user or reactivates an inactive one, after a question that explains the consequence. */
export default class ExternalUserActivation extends LightningElement {
  @api user: ExistingUser | undefined;
  @api contactId: string | undefined;
  /** Undefined if it can't be read; then the org decides whether a seat is free. */
  @api license: License | undefined;
  /** What else stands in the way of making the user active again. */
  @api blockers: readonly Finding[] = [];
  /** Whether the current user may see Company Information. */
  @api viewsSetup = false;

  isBusy = false;
  private failure: Failure | undefined;
  /** The user that the open question is about. */
  private askedId: string | undefined;
  private wantsActive = false;
  private wasReadAgain = false;
  private focusesButton = false;

  /** A question that no longer fits, because the user or its status changed meanwhile, disappears. */
  get isAsking(): boolean {
    const { user, askedId, isBusy, wantsActive } = this;
    return askedId !== undefined && askedId === user?.id && (isBusy || user.isActive !== wantsActive);
  }

  get changeLabel(): string {
    return this.activates ? labels.reactivate : labels.deactivate;
  }

  get question(): Question {
    const { activates, name, user, wantsActive } = this;
    return {
      sentence: fill(activates ? labels.askReactivate : labels.askDeactivate, [name]),
      body: fill(activates ? labels.reactivateMeans : labels.deactivateMeans, [name, user?.username ?? '']),
      confirmLabel: this.changeLabel,
      isDestructive: !activates,
      confirm: () => (user === undefined ? Promise.resolve() : this.changeUser(user, wantsActive))
    };
  }

  get progress(): string {
    return this.isBusy ? fill(labels.changingUser, [this.name]) : '';
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

  get isImpossible(): boolean {
    return this.noSeat !== undefined || this.obstacles.length > 0;
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
    const button = this.focusesButton ? this.template?.querySelector<HTMLElement>('.change') : null;
    if (button) {
      this.focusesButton = false;
      button.focus();
    }
  }

  handleAsk(): void {
    this.failure = undefined;
    this.askedId = this.user?.id;
    this.wantsActive = !this.isActive;
  }

  handleAnswered(): void {
    this.askedId = undefined;
    this.focusesButton = true;
  }

  private async changeUser({ id: Id, name, profileId }: ExistingUser, IsActive: boolean): Promise<void> {
    this.isBusy = true;
    let failure: Failure | undefined;
    try {
      await updateRecord({ fields: { Id, IsActive } });
    } catch (rejection) {
      failure = explainFailure(rejection);
    }
    this.wasReadAgain = await this.readAgain();
    this.failure = failure;
    this.isBusy = false;
    this.handleAnswered();
    if (failure === undefined) {
      const title = fill(IsActive ? labels.reactivated : labels.deactivated, [name]);
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }
    // The rest of the page still shows the old user and seats.
    void renewRecords([this.contactId, profileId].filter((id) => typeof id === 'string'));
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

  private get name(): string {
    return this.user?.name ?? '';
  }

  private get isActive(): boolean {
    return this.user?.isActive === true;
  }

  /** Whether the button or the open question is about reactivating. */
  private get activates(): boolean {
    return this.isAsking ? this.wantsActive : !this.isActive;
  }

  private get isUnclear(): boolean {
    return this.failure !== undefined && isUnclear(this.failure);
  }

  private get seatsTaken(): Finding {
    const words = [this.license?.name ?? ''];
    return { check: 'seats', code: 'seatsTaken', status: 'blocked', record: null, words, fix: 'setUpLicenses' };
  }
}
