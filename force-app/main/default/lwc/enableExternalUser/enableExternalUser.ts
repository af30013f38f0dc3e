import { api, LightningElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import type { UserChange } from 'c/externalUserActivation';
import { pendingReading, type ContactFactsElement, type ContactReading } from 'c/externalUserContactFacts';
import { fill, labels, sentenceForContact } from 'c/externalUserLabels';
import { isPending } from 'c/externalUserOrg';
import {
  defaultDraft,
  findPrerequisites,
  isBlocked,
  seesExternalUsers,
  unknown,
  valueOr,
  type ExistingUser,
  type Fact,
  type Failure,
  type Finding,
  type RecordReference,
  type UserDraft
} from 'c/externalUserRules';
import { showEnd, type AttemptEnd } from './ends.ts';
import { fixPage } from './fixPage.ts';
import { Follower } from './follower.ts';
import { failureNames, seatsUsed } from './names.ts';
import { enablePartnerAccount } from './orgChanges.ts';
import { headingOf, partsAt, stepsAt, summaryOf, type Stage } from './steps.ts';

interface Details extends HTMLElement {
  confirmDraft(): boolean;
  focusRefusal(): void;
}

/** The quick action: prerequisites, details, creation through UI API, outcome. Rules decide, labels hold the words. */
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
  stage: Stage = 'prerequisites';
  failure: Failure | undefined;
  accountFailure: Failure | undefined;
  /** The account that a person is asked about, before it is enabled as a partner account. */
  accountToEnable: RecordReference | undefined;
  isEnablingPartner = false;
  progress = labels.creating;
  labels = labels;
  /** How the last attempt ended, and the seats that were used before it. */
  private end: AttemptEnd | undefined;
  usedBefore: number | undefined;
  private contactId: string | undefined;
  private typedDraft: UserDraft | undefined;
  /** The user that is being changed; it stays on screen where reading it again fails. */
  private changedUser: ExistingUser | undefined;
  private focusAfterRender: 'heading' | 'refusal' | undefined;
  /** The attempt that is shown; it was started here, or in a window that was closed. */
  readonly #follower = new Follower({
    isOpen: () => this.isConnected,
    canAsk: () => this.stage === 'creating' && !isPending(this.facts.user),
    findUser: () => this.findUser(),
    showAttempt: ({ request }) => {
      this.typedDraft = request.draft;
      this.usedBefore = request.usedBefore;
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

  get findings(): readonly Finding[] {
    return findPrerequisites(this.facts);
  }

  get user(): ExistingUser | undefined {
    return valueOr(this.facts.user, this.changedUser ?? null) ?? undefined;
  }

  /** What was typed, or what the facts suggest until then. */
  get draft(): UserDraft | undefined {
    const { contact, org } = this.facts;
    return (
      this.typedDraft ?? (contact === undefined || isPending(org.settings) ? undefined : defaultDraft(contact, org))
    );
  }

  /** Names for the sentences of failures. */
  get names() {
    return failureNames(this.facts.contact, this.facts.org, this.draft);
  }

  // — what is on screen —

  get stepHeading(): string {
    return this.shows.status ? fill(labels.hasUser, [this.facts.contact?.name ?? '']) : headingOf(this.stage);
  }

  get steps() {
    return stepsAt(this.stage);
  }

  /** Which parts of the screen are shown. */
  get shows() {
    return partsAt(this.stage, this.user !== undefined);
  }

  get summary(): string {
    const { contactProblem, isReady } = this.facts;
    return sentenceForContact(contactProblem) || (isReady ? summaryOf(this.findings) : labels.loading);
  }

  get cannotContinue(): boolean {
    return !this.facts.isReady || isBlocked(this.findings) || this.isEnablingPartner;
  }

  get cannotCreate(): boolean {
    return this.draft === undefined || this.isEnablingPartner;
  }

  get shownEnd() {
    return showEnd(this.end, this.facts.contact?.name ?? '');
  }

  get partnerQuestion(): string {
    return fill(labels.partnerQuestion, [this.accountToEnable?.name ?? '']);
  }

  override connectedCallback(): void {
    this.#follower.resume(this.contactId);
  }

  /** When the action is closed in the middle, the next opening must not show facts from before the user was sent. */
  override disconnectedCallback(): void {
    this.#follower.leave();
    if (this.stage === 'creating') {
      this.findUser().catch(() => undefined);
    }
  }

  override renderedCallback(): void {
    const focus = this.focusAfterRender;
    this.focusAfterRender = undefined;
    if (focus === 'heading') {
      this.template?.querySelector<HTMLElement>('h2')?.focus();
    } else if (focus === 'refusal') {
      this.details?.focusRefusal();
    }
  }

  // — what a person does —

  handleNext(): void {
    if (!this.cannotContinue) {
      this.goTo('details');
    }
  }

  handleBack(): void {
    this.failure = undefined;
    this.goTo('prerequisites');
  }

  handleFactsChange({ detail }: CustomEvent<ContactReading>): void {
    this.facts = detail;
    this.#follower.watch();
  }

  handleRecheck(): void {
    this.reader?.renew();
  }

  handleDraftChange({ detail }: CustomEvent<UserDraft>): void {
    const field = this.failure?.field ?? null;
    // The refusal no longer applies once its field changes.
    if (field !== null && this.draft?.[field] !== detail[field]) {
      this.failure = undefined;
    }
    this.typedDraft = detail;
  }

  handleFix({ detail }: CustomEvent<Finding>): void {
    const page = fixPage(detail);
    if (page !== null) {
      this[NavigationMixin.Navigate](page);
    } else if (detail.fix === 'enablePartnerAccount' && detail.record !== null) {
      this.accountToEnable = detail.record;
    }
  }

  handlePartnerCancel(): void {
    this.accountToEnable = undefined;
    this.focusAfterRender = 'heading';
  }

  handlePartnerConfirm(): void {
    if (this.accountToEnable !== undefined && !this.isEnablingPartner) {
      void this.makePartnerAccount(this.accountToEnable);
    }
  }

  handleCreate(): void {
    const { stage, draft, recordId } = this;
    // The stage changes with the first click, so a second click does nothing.
    if (stage === 'details' && draft !== undefined && recordId !== undefined && this.details?.confirmDraft() === true) {
      this.sendUser(draft, recordId);
    }
  }

  handleUserChange({ detail }: CustomEvent<UserChange>): void {
    this.changedUser = this.user;
    detail.waitFor(this.findUser());
  }

  handleOpenUser(): void {
    const page = fixPage({ fix: 'openUser', record: this.user ?? null });
    if (page !== null) {
      this[NavigationMixin.Navigate](page);
    }
  }

  handleClose(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }

  // — what changes the org —

  private sendUser(draft: UserDraft, contactId: string): void {
    const { names, facts } = this;
    const mayBeHidden = !seesExternalUsers(facts.org.runningUser);
    const usedBefore = seatsUsed(facts.org, draft.profileId);
    this.#follower.send({ contactId, draft, mayBeHidden, usedBefore, names });
  }

  private handleEnd(end: AttemptEnd): void {
    const { outcome } = end;
    this.end = end;
    this.typedDraft = outcome.draft;
    switch (outcome.kind) {
      case 'refused':
        this.failure = outcome.failure;
        this.goTo('details');
        this.focusAfterRender = outcome.failure.field === null ? 'heading' : 'refusal';
        return;
      case 'created':
      case 'found':
        this.goTo('outcome');
        break;
      default:
        this.goTo('prerequisites');
    }
    this.dispatchEvent(new RefreshEvent());
  }

  private async makePartnerAccount({ id, name }: RecordReference): Promise<void> {
    this.accountFailure = undefined;
    this.isEnablingPartner = true;
    this.accountFailure = await enablePartnerAccount(id, this.recordId ?? id);
    if (this.accountFailure === undefined) {
      const message = fill(labels.partnerEnabled, [name]);
      this.dispatchEvent(new ShowToastEvent({ title: labels.partnerEnabledTitle, message, variant: 'success' }));
    }
    this.isEnablingPartner = false;
    this.accountToEnable = undefined;
    this.focusAfterRender = 'heading';
  }

  private async findUser(): Promise<Fact<ExistingUser | null>> {
    return (await this.reader?.findUser()) ?? unknown('failed');
  }

  private get reader(): ContactFactsElement | null {
    return this.template?.querySelector<ContactFactsElement>('c-external-user-contact-facts') ?? null;
  }

  private get details(): Details | null {
    return this.template?.querySelector<Details>('c-external-user-details') ?? null;
  }

  private goTo(stage: Stage): void {
    this.stage = stage;
    this.accountFailure = undefined;
    this.accountToEnable = undefined;
    this.focusAfterRender = 'heading';
  }
}
