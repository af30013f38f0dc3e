import { api, LightningElement, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import {
  createRecord,
  getRecord,
  getRecords,
  updateRecord,
  type BatchResult,
  type RecordRepresentation,
  type WireResult
} from 'lightning/uiRecordApi';
import { fill, labels } from 'c/externalUserLabels';
import {
  CONTACT_FIELDS,
  CONTACT_OPTIONAL_FIELDS,
  EXISTING_USER_QUERY,
  PROFILES_QUERY,
  SITES_QUERY,
  isAnswered,
  readRecordIds,
  renewRecords,
  toContactFacts,
  toLicenseRequest,
  toOrgDefaults,
  toOrgFacts
} from 'c/externalUserOrg';
import {
  defaultDraft,
  explainFailure,
  findPrerequisites,
  isBlocked,
  toUserFields,
  unknown,
  valueOr,
  type ExistingUser,
  type Failure,
  type Finding,
  type OrgFacts,
  type RecordReference,
  type UserDraft
} from 'c/externalUserRules';
import { createOnce, type LookUp } from './createOnce.ts';
import { fixPage } from './fixPage.ts';
import { headingOf, steps, type Stage } from './steps.ts';
import { summaryOf } from './summary.ts';

interface Details extends HTMLElement {
  confirmDraft(): boolean;
  focusRefusal(): void;
}

/** The quick action: prerequisites, details, creation through UI API, outcome. Rules say what holds, labels say it in words. */
export default class EnableExternalUser extends NavigationMixin(LightningElement) {
  /** Set by the platform after connectedCallback; the wires wait for it. */
  @api recordId: string | undefined;

  @wire(getRecord, { recordId: '$recordId', fields: CONTACT_FIELDS, optionalFields: CONTACT_OPTIONAL_FIELDS })
  contactRecord: WireResult<RecordRepresentation> = {};

  @wire(graphql, { query: '$userQuery', variables: '$userVariables' })
  userResult: GraphQLResult = {};

  @wire(graphql, { query: PROFILES_QUERY })
  profilesResult: GraphQLResult = {};

  @wire(graphql, { query: SITES_QUERY })
  sitesResult: GraphQLResult = {};

  @wire(getRecords, { records: '$licenseRequest' })
  licenseRecords: WireResult<{ readonly results: readonly BatchResult[] }> = {};

  stage: Stage = 'prerequisites';
  draft: UserDraft | undefined;
  failure: Failure | undefined;
  accountFailure: Failure | undefined;
  isEnablingPartner = false;
  wasFoundLater = false;
  labels = labels;
  steps = steps;

  /** What is known of a user after an unclear answer; it outlives the message, so that nothing is created on a guess. */
  lookUp: LookUp = 'none';
  private focusAfterRender: 'heading' | 'refusal' | undefined;

  // — what the wires ask —

  get userQuery(): GraphQLDocument | undefined {
    return this.recordId === undefined ? undefined : EXISTING_USER_QUERY;
  }

  get userVariables() {
    return { contactId: this.recordId };
  }

  /** Licences hang on profiles, so they come second; the first screen doesn't wait for them. */
  get licenseRequest() {
    return toLicenseRequest(this.profilesResult);
  }

  // — what is known —

  get contact() {
    return toContactFacts(this.contactRecord);
  }

  get org(): OrgFacts {
    return toOrgFacts({
      user: this.userResult,
      profiles: this.profilesResult,
      licenses: this.licenseRecords,
      sites: this.sitesResult
    });
  }

  get findings(): readonly Finding[] {
    return this.contact === undefined ? [] : findPrerequisites(this.contact, this.org);
  }

  get isReady(): boolean {
    return this.contact !== undefined && isAnswered(this.org);
  }

  get isContactUnreadable(): boolean {
    return this.contactRecord.error !== undefined;
  }

  get createdUser(): ExistingUser | undefined {
    return valueOr(this.org.existingUser, null) ?? undefined;
  }

  get createdLicense() {
    const profileId = this.createdUser?.profileId ?? this.draft?.profileId;
    return valueOr(this.org.profiles, []).find(({ id }) => id === profileId)?.license;
  }

  // — what is on screen —

  get stepHeading(): string {
    return headingOf(this.stage);
  }

  get isPrerequisites(): boolean {
    return this.stage === 'prerequisites';
  }

  get isDetails(): boolean {
    return this.stage === 'details' && this.draft !== undefined;
  }

  get isCreating(): boolean {
    return this.stage === 'creating';
  }

  get isOutcome(): boolean {
    return this.stage === 'outcome';
  }

  get summary(): string {
    return this.isReady ? summaryOf(this.findings) : labels.loading;
  }

  get cannotContinue(): boolean {
    return !this.isReady || isBlocked(this.findings) || this.isEnablingPartner;
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
    if (this.contact !== undefined && !this.cannotContinue) {
      this.draft ??= defaultDraft(this.contact, this.org, toOrgDefaults(this.userResult));
      this.goTo('details');
    }
  }

  handleBack(): void {
    this.failure = undefined;
    this.goTo('prerequisites');
  }

  handleRecheck(): void {
    void renewRecords(readRecordIds(this.recordId, this.contact, this.org));
    for (const { refresh } of [this.userResult, this.profilesResult, this.sitesResult]) {
      void refresh?.();
    }
  }

  handleDraftChange({ detail }: CustomEvent<UserDraft>): void {
    const field = this.failure?.field ?? null;
    // A refused field that changes is no longer the refused one.
    if (field !== null && this.draft?.[field] !== detail[field]) {
      this.failure = undefined;
    }
    this.draft = detail;
  }

  handleFix({ detail: { fix, record } }: CustomEvent<Finding>): void {
    if (fix === null || record === null) {
      return;
    }
    if (fix === 'enablePartnerAccount') {
      void this.enablePartnerAccount(record);
    } else {
      this[NavigationMixin.Navigate](fixPage(fix, record.id));
    }
  }

  handleCreate(): void {
    const { stage, draft, recordId } = this;
    // The stage changes with the first click, so a second one finds nothing to do.
    if (stage === 'details' && draft !== undefined && recordId !== undefined && this.details?.confirmDraft() === true) {
      void this.createUser(draft, recordId);
    }
  }

  handleOpenUser(): void {
    if (this.createdUser !== undefined) {
      this[NavigationMixin.Navigate](fixPage('openUser', this.createdUser.id));
    }
  }

  handleClose(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }

  // — what the org is told to do —

  private async createUser(draft: UserDraft, contactId: string): Promise<void> {
    this.failure = undefined;
    this.goTo('creating');
    const outcome = await createOnce({
      draft,
      create: (next) => createRecord({ apiName: 'User', fields: toUserFields(next, contactId) }),
      findUser: () => this.findUser(),
      // A look-up that failed leaves open whether the last attempt made a user.
      lookUpFirst: this.lookUp === 'failed'
    });
    this.draft = outcome.draft;
    if (outcome.kind === 'refused') {
      this.failure = outcome.failure;
      this.lookUp = outcome.lookUp;
      this.goTo('details');
      this.focusAfterRender = outcome.failure.field === null ? 'heading' : 'refusal';
      return;
    }
    this.wasFoundLater = outcome.kind === 'found';
    this.goTo('outcome');
    // The page's own components, and the seats of the profile, are older than this user.
    await renewRecords([contactId, draft.profileId]);
    this.dispatchEvent(new RefreshEvent());
  }

  /** Asks the org anew who holds the contact. */
  private async findUser(): Promise<OrgFacts['existingUser']> {
    if (this.userResult.refresh === undefined) {
      return unknown('failed');
    }
    await this.userResult.refresh();
    return this.org.existingUser;
  }

  private async enablePartnerAccount({ id: accountId, name: accountName }: RecordReference): Promise<void> {
    this.accountFailure = undefined;
    this.isEnablingPartner = true;
    try {
      await updateRecord({ fields: { Id: accountId, IsPartner: true } });
      await renewRecords([accountId, this.recordId ?? accountId]);
      const message = fill(labels.partnerEnabled, [accountName]);
      this.dispatchEvent(new ShowToastEvent({ title: labels.partnerEnabledTitle, message, variant: 'success' }));
    } catch (rejection) {
      this.accountFailure = explainFailure(rejection);
    } finally {
      this.isEnablingPartner = false;
    }
  }

  private get details(): Details | null {
    return this.template?.querySelector<Details>('c-external-user-details') ?? null;
  }

  private goTo(stage: Stage): void {
    this.stage = stage;
    this.accountFailure = undefined;
    this.focusAfterRender = 'heading';
  }
}
