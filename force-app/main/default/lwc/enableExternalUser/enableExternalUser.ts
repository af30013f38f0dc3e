import { api, LightningElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import type { UserChange } from 'c/externalUserActivation';
import { pendingReading, type ContactFactsElement, type ContactReading } from 'c/externalUserContactFacts';
import { createOnce, type LookUp } from 'c/externalUserCreation';
import { fill, labels, sentenceForRetry } from 'c/externalUserLabels';
import { createUser, isPending, renewRecords } from 'c/externalUserOrg';
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
import { fixPage } from './fixPage.ts';
import { failureNames, seatsUsed } from './names.ts';
import { assignPermissionSets, enablePartnerAccount } from './orgChanges.ts';
import { headingOf, stepsAt, summaryOf, type Stage } from './steps.ts';

interface Details extends HTMLElement {
  confirmDraft(): boolean;
  focusRefusal(): void;
}

/** The quick action: prerequisites, details, creation through UI API, outcome. Rules decide, labels hold the words. */
export default class EnableExternalUser extends NavigationMixin(LightningElement) {
  /** The contact. The platform sets it after connectedCallback. */
  @api recordId: string | undefined;

  /** As `c-external-user-contact-facts` reads them. */
  facts: ContactReading = pendingReading;
  stage: Stage = 'prerequisites';
  failure: Failure | undefined;
  accountFailure: Failure | undefined;
  assignmentFailures: readonly Failure[] = [];
  /** The new user's id is not known, so the chosen permission sets could not be assigned. */
  areSetsUnassigned = false;
  /** The account that a person is asked about, before it is enabled as a partner account. */
  accountToEnable: RecordReference | undefined;
  isEnablingPartner = false;
  wasFoundLater = false;
  progress = labels.creating;
  labels = labels;

  /** The last look-up after an unclear answer; it is kept after the message, so that no second user is created. */
  lookUp: LookUp = 'none';
  usedBefore: number | undefined;
  private typedDraft: UserDraft | undefined;
  /** The user that is being changed; it stays on screen where reading it again fails. */
  private changedUser: ExistingUser | undefined;
  private focusAfterRender: 'heading' | 'refusal' | undefined;

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
    return this.isStatus ? fill(labels.hasUser, [this.facts.contact?.name ?? '']) : headingOf(this.stage);
  }

  get steps() {
    return stepsAt(this.stage);
  }

  get hasSteps(): boolean {
    return !this.isStatus;
  }

  /** A contact that already has a user is not enabled; the screen shows that user. */
  get isStatus(): boolean {
    return this.stage === 'prerequisites' && this.user !== undefined;
  }

  get isPrerequisites(): boolean {
    return this.stage === 'prerequisites' && this.user === undefined;
  }

  get isFirstStage(): boolean {
    return this.stage === 'prerequisites';
  }

  get isDetails(): boolean {
    return this.stage === 'details';
  }

  get isCreating(): boolean {
    return this.stage === 'creating';
  }

  get isOutcome(): boolean {
    return this.stage === 'outcome';
  }

  get summary(): string {
    return this.facts.isReady ? summaryOf(this.findings) : labels.loading;
  }

  get cannotContinue(): boolean {
    return !this.facts.isReady || isBlocked(this.findings) || this.isEnablingPartner;
  }

  get cannotCreate(): boolean {
    return this.draft === undefined || this.isEnablingPartner;
  }

  get partnerQuestion(): string {
    return fill(labels.partnerQuestion, [this.accountToEnable?.name ?? '']);
  }

  /** When the action is closed in the middle, the next opening must not show facts from before the user was sent. */
  override disconnectedCallback(): void {
    if (this.isCreating) {
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
      void this.sendUser(draft, recordId);
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

  private async sendUser(draft: UserDraft, contactId: string): Promise<void> {
    this.failure = undefined;
    this.progress = labels.creating;
    this.usedBefore = seatsUsed(this.facts.org, draft.profileId);
    this.goTo('creating');
    const mayBeHidden = !seesExternalUsers(this.facts.org.runningUser);
    const outcome = await createOnce({
      draft,
      create: (next) => createUser(next, contactId),
      findUser: () => this.findUser(),
      // After an unclear answer a user may appear that no look-up has shown yet.
      lookUpFirst: this.lookUp !== 'none' && !mayBeHidden,
      mayBeHidden,
      onRetry: (attempt, of, failure) => {
        this.progress = sentenceForRetry(failure, this.names, attempt, of);
      }
    });
    this.typedDraft = outcome.draft;
    if (outcome.kind === 'refused') {
      this.failure = outcome.failure;
      this.lookUp = outcome.lookUp;
      this.goTo('details');
      this.focusAfterRender = outcome.failure.field === null ? 'heading' : 'refusal';
      return;
    }
    this.wasFoundLater = outcome.kind === 'found';
    this.goTo('outcome');
    const newUserId = outcome.kind === 'found' ? outcome.user.id : outcome.userId;
    this.areSetsUnassigned = newUserId === null && draft.permissionSetIds.length > 0;
    this.assignmentFailures = newUserId === null ? [] : await assignPermissionSets(newUserId, draft.permissionSetIds);
    // The page's own components and the seats of the profile were read before this user existed.
    await renewRecords([contactId, draft.profileId]);
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
