import { api, LightningElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';
import type { UserChange } from 'c/externalUserActivation';
import type { Question } from 'c/externalUserConfirm';
import { pendingReading, type ContactFactsElement, type ContactReading } from 'c/externalUserContactFacts';
import type { DetailsElement } from 'c/externalUserDetails';
import { fill, labels, type FailureNames } from 'c/externalUserLabels';
import type { Place } from 'c/externalUserPath';
import {
  isPending,
  seesExternalUsers,
  unknown,
  valueOr,
  type ExistingUser,
  type Fact,
  type Failure,
  type Finding,
  type FixOffer,
  type UserDraft
} from 'c/externalUserRules';
import { AfterFrame } from './afterFrame.ts';
import { showEnd, type AttemptEnd } from './ends.ts';
import { Follower } from './follower.ts';
import { mailOf } from './mail.ts';
import { failureNames, nicknameNumbering } from './names.ts';
import { enablePartnerAccount, partnerQuestion, partnerToast } from './orgChanges.ts';
import { blockersOf, checksOf, draftOf, pendingChecks } from './readings.ts';
import { partsAt, seatToFree, type Stage } from './stages.ts';
import { TabReturn } from './tabReturn.ts';

/** The quick action: checks, details, creation through UI API, outcome. Rules decide, labels hold the words. */
export default class EnableExternalUser extends NavigationMixin(LightningElement) {
  /** The contact. The platform sets it after connectedCallback. */
  @api get recordId(): string | undefined {
    return this.contactId;
  }
  set recordId(id: string | undefined) {
    this.contactId = id;
    this.#follower.resume(id);
  }

  /** As `c-external-user-contact-facts` reads them. */
  facts: ContactReading = pendingReading;
  /** Made once for each reading, because a rendering asks for it two dozen times. */
  checks = pendingChecks;
  stage: Stage = 'form';
  failure: Failure | undefined;
  accountFailure: Failure | undefined;
  /** Asked in the footer, in place of its buttons. */
  question: Question | undefined;
  progress = labels.creating;
  labels = labels;
  /** Whether the first frame was drawn. */
  isDrawn = false;
  /** How the last attempt ended. */
  private end: AttemptEnd | undefined;
  private contactId: string | undefined;
  private typedDraft: UserDraft | undefined;
  /** Made once for each reading, as the checks are. */
  private suggestedDraft: UserDraft | undefined;
  /** The user that is being changed; it stays on screen where reading it again fails. */
  private changedUser: ExistingUser | undefined;
  private focusAfterRender: 'heading' | 'refusal' | undefined;
  readonly #tabReturn = new TabReturn(() => {
    this.handleReturn();
  });
  readonly #firstFrame = new AfterFrame(() => {
    this.isDrawn = true;
  });
  /** The attempt that is shown; it was started here, or in a window that was closed. */
  readonly #follower = new Follower({
    isOpen: () => this.isConnected,
    canAsk: () => this.stage === 'creating' && !isPending(this.facts.user),
    findUser: () => this.findUser(),
    showAttempt: ({ request }) => {
      this.typedDraft = request.draft;
      this.failure = undefined;
      this.goTo('creating');
    },
    showProgress: (sentence) => {
      this.progress = sentence;
    },
    showEnd: (end) => {
      this.handleEnd(end);
    }
  });

  // — what is known —

  /** What stands in the way of making an inactive user active again. */
  get blockers(): readonly Finding[] {
    return blockersOf(this.user, this.facts);
  }

  get user(): ExistingUser | undefined {
    return valueOr(this.facts.user, this.changedUser ?? null) ?? undefined;
  }

  /** What was typed, or what the facts suggest until then. */
  get draft(): UserDraft | undefined {
    return this.typedDraft ?? this.suggestedDraft;
  }

  /** Names for the sentences of failures. */
  get names(): FailureNames {
    return failureNames(this.facts, this.draft, this.end?.names);
  }

  // — what is on screen —

  get header(): string {
    const name = this.shows.enables ? this.facts.contact?.name : undefined;
    return name === undefined ? labels.title : fill(labels.titleNamed, [name]);
  }

  /** Which parts of the screen are shown. Worked out at each read: to remember it would cost as much. */
  get shows() {
    return partsAt(this);
  }

  /** What the left part of the footer says. */
  get footerText(): string {
    const { shows, facts, draft } = this;
    return shows.creating ? this.progress : shows.form ? mailOf(facts.org, draft) : '';
  }

  get freeSeat() {
    return seatToFree(this.shows, this.checks.cards, this.draft);
  }

  get shownEnd() {
    return showEnd(this.end, this.names);
  }

  override connectedCallback(): void {
    this.#tabReturn.watch();
    this.#follower.resume(this.contactId);
    this.#firstFrame.start();
  }

  /** When the action is closed in the middle, the next opening must not show facts from before the user was sent. */
  override disconnectedCallback(): void {
    this.#follower.leave();
    this.#tabReturn.leave();
    this.#firstFrame.cancel();
    if (this.stage === 'creating') {
      this.findUser().catch(() => undefined);
    }
  }

  override renderedCallback(): void {
    // A template can't have this attribute (LWC1057).
    this.template?.querySelector('.form')?.toggleAttribute('inert', this.shows.inert);
    const focus = this.focusAfterRender;
    this.focusAfterRender = undefined;
    if (focus === 'heading') {
      const place = this.stage === 'creating' ? '.said' : '.heading';
      this.template?.querySelector<HTMLElement>(`${place}, c-external-user-status`)?.focus();
    } else if (focus === 'refusal') {
      this.details?.focusRefusal();
    }
  }

  // — what a person does —

  /** The path and the banner name the place; the button Next leads to the form. */
  handleMove({ detail }: CustomEvent<Place>): void {
    this.failure = undefined;
    this.goTo(detail === 'check' ? 'checks' : 'form');
  }

  handleFactsChange({ detail }: CustomEvent<ContactReading>): void {
    this.facts = detail;
    this.checks = checksOf(detail, this.checks);
    this.suggestedDraft = draftOf(detail);
    this.#follower.watch();
  }

  handleRecheck(): void {
    this.reader?.renew();
  }

  /** Nothing changes under the hands of a person who types, answers a question or waits for the user. */
  handleReturn(): void {
    const isBusy = this.question !== undefined || this.stage === 'creating' || this.stage === 'done';
    if (!isBusy && this.typedDraft === undefined) this.handleRecheck();
  }

  handleDraftChange({ detail }: CustomEvent<UserDraft>): void {
    const field = this.failure?.field ?? null;
    // The refusal no longer applies once its field changes.
    if (field !== null && this.draft?.[field] !== detail[field]) {
      this.failure = undefined;
    }
    this.typedDraft = detail;
  }

  handleFix({ detail }: CustomEvent<FixOffer>): void {
    if (detail.fix === 'enablePartnerAccount' && detail.record !== null) {
      const { id, name } = detail.record;
      this.question = partnerQuestion(name, async () => {
        this.accountFailure = await enablePartnerAccount(id, this.recordId ?? id);
        if (this.accountFailure === undefined) {
          this.dispatchEvent(partnerToast(name));
        }
      });
    }
  }

  handleAsk(event: CustomEvent<Question>): void {
    event.stopPropagation();
    this.question = event.detail;
  }

  handleAnswered(): void {
    const { question } = this;
    this.question = undefined;
    if (question?.returnFocus) question.returnFocus();
    else this.focusAfterRender = 'heading';
  }

  handleCreate(): void {
    const { stage, draft, recordId } = this;
    // The stage changes with the first click, so a second click does nothing.
    if (stage === 'form' && draft !== undefined && recordId !== undefined && this.details?.confirmDraft() === true) {
      this.sendUser(draft, recordId);
    }
  }

  handleUserChange({ detail }: CustomEvent<UserChange>): void {
    this.changedUser = this.user;
    detail.waitFor(this.findUser());
  }

  handleOpenUser(): void {
    const { id: recordId } = this.user ?? {};
    if (recordId === undefined) return;
    const attributes = { recordId, objectApiName: 'User', actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }

  handleClose(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }

  // — what changes the org —

  private sendUser(draft: UserDraft, contactId: string): void {
    const { names, facts } = this;
    const mayBeHidden = !seesExternalUsers(facts.org.runningUser);
    const numbering = nicknameNumbering(facts, draft, this.details?.takenNicknames);
    this.#follower.send({ contactId, draft, mayBeHidden, ...numbering, names });
  }

  private handleEnd(end: AttemptEnd): void {
    const { outcome } = end;
    this.end = end;
    this.typedDraft = outcome.draft;
    switch (outcome.kind) {
      case 'refused':
        this.failure = outcome.failure;
        this.goTo('form');
        this.focusAfterRender = outcome.failure.field === null ? 'heading' : 'refusal';
        return;
      case 'created':
      case 'found':
        this.goTo('done');
        break;
      default:
        this.goTo('form');
    }
    this.dispatchEvent(new RefreshEvent());
  }

  private async findUser(): Promise<Fact<ExistingUser | null>> {
    return (await this.reader?.findUser()) ?? unknown('failed');
  }

  private get reader(): ContactFactsElement | null {
    return this.template?.querySelector<ContactFactsElement>('c-external-user-contact-facts') ?? null;
  }

  private get details(): DetailsElement | null {
    return this.template?.querySelector<DetailsElement>('c-external-user-details') ?? null;
  }

  private goTo(stage: Stage): void {
    this.stage = stage;
    this.accountFailure = undefined;
    this.question = undefined;
    this.focusAfterRender = 'heading';
  }
}
