import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import {
  getFieldValue,
  getRecord,
  getRecords,
  type RecordRepresentation,
  type WireResult
} from 'lightning/uiRecordApi';
import CONTACT_NAME from '@salesforce/schema/Contact.Name';
import type { UserChange } from 'c/externalUserActivation';
import type { Question } from 'c/externalUserConfirm';
import { fill, labels as screenLabels, sentenceForContact, statusLabels as labels } from 'c/externalUserLabels';
import {
  CONTACT_FIELDS,
  CONTACT_OPTIONAL_FIELDS,
  EXISTING_USER_QUERY,
  SETTINGS_QUERY,
  SITES_QUERY,
  currentUserId,
  licenseOf,
  licenseRequest,
  siteSettingsOf,
  toContactFacts,
  toContactProblem,
  toOrgFacts,
  toUserOfContact,
  type LicenseAnswer
} from 'c/externalUserOrg';
import {
  findReactivationFindings,
  isPending,
  known,
  valueOr,
  type ExistingUser,
  type Fact,
  type Finding,
  type OrgFacts,
  type RecordReference
} from 'c/externalUserRules';
import type { StatusFacts } from 'c/externalUserStatus';

/** Shows the external user of a contact on its record page. */
export default class ExternalUserCard extends LightningElement {
  @api get recordId(): string | undefined {
    return this.contactId;
  }
  set recordId(id: string | undefined) {
    this.contactId = id;
    this.changedUser = undefined;
  }
  /** App Builder sets these three and gives each its default. */
  @api cardTitle = '';
  @api showSites = false;
  @api showActions = false;

  @wire(getRecord, { recordId: '$recordId', fields: [CONTACT_NAME] })
  contactRecord: WireResult<RecordRepresentation> = {};

  @wire(graphql, { query: '$userQuery', variables: '$userVariables' })
  userResult: GraphQLResult = {};

  /** Sites and license are requested only for a contact with a user, because most contacts have none. */
  @wire(graphql, { query: '$sitesQuery' })
  sitesResult: GraphQLResult = {};

  @wire(graphql, { query: '$settingsQuery', variables: { userId: currentUserId } })
  settingsResult: GraphQLResult = {};

  @wire(getRecords, { records: '$licenseRequest' })
  licenseRecords: LicenseAnswer = {};

  /** Account and owner are requested only for a user that can be made active again. */
  @wire(getRecord, {
    recordId: '$inactiveContactId',
    fields: CONTACT_FIELDS,
    optionalFields: CONTACT_OPTIONAL_FIELDS
  })
  accountRecord: WireResult<RecordRepresentation> = {};

  loading = screenLabels.loading;
  /** The question that is asked in place, because a card has no footer. */
  question: Question | undefined;
  private refreshHandler: number | undefined;
  /** The user before a change; the card keeps showing it if reading the user again fails. */
  private changedUser: ExistingUser | undefined;
  private contactId: string | undefined;

  // — what the wires ask —

  get userQuery(): GraphQLDocument | undefined {
    return this.recordId === undefined ? undefined : EXISTING_USER_QUERY;
  }

  get userVariables() {
    return { contactId: this.recordId };
  }

  get sitesQuery(): GraphQLDocument | undefined {
    return this.user === undefined ? undefined : SITES_QUERY;
  }

  get settingsQuery(): GraphQLDocument | undefined {
    return this.user === undefined ? undefined : SETTINGS_QUERY;
  }

  get licenseRequest() {
    return this.profileId === undefined ? undefined : licenseRequest([this.profileId]);
  }

  get inactiveContactId(): string | undefined {
    return this.showActions && this.user?.isActive === false ? this.recordId : undefined;
  }

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, async () => (await this.findUser()).kind === 'known');
  }

  override disconnectedCallback(): void {
    if (this.refreshHandler !== undefined) {
      unregisterRefreshHandler(this.refreshHandler);
    }
  }

  // — what is known —

  get heading(): string {
    return this.cardTitle || labels.cardTitle;
  }

  get user(): ExistingUser | undefined {
    return valueOr(this.existingUser, this.changedUser ?? null) ?? undefined;
  }

  get contact(): RecordReference {
    const name = getFieldValue(this.contactRecord.data, CONTACT_NAME);
    return { id: this.recordId ?? '', name: typeof name === 'string' ? name : '' };
  }

  get org(): StatusFacts {
    const { profileId, user } = this;
    const license = licenseOf(profileId ?? '', this.licenseRecords);
    const reference = { id: profileId ?? '', name: user?.profileName ?? '' };
    const profile = { ...reference, license, ...siteSettingsOf(this.settingsResult, reference) };
    return { ...this.facts, profiles: known(profileId === undefined ? [] : [profile]) };
  }

  /** What stands in the way of making the user active again; a missing seat is told where the seats are. */
  get blockers(): readonly Finding[] {
    const { accountRecord, user, facts } = this;
    return user === undefined || this.inactiveContactId === undefined
      ? []
      : findReactivationFindings(toContactFacts(accountRecord), user, facts).blockers;
  }

  get isLoading(): boolean {
    const { existingUser, facts, accountRecord } = this;
    // A user that was changed here stays on screen, because its change is still being told.
    const isAccountAsked = this.inactiveContactId !== undefined && this.changedUser === undefined;
    const isAccountPending = isAccountAsked && accountRecord.data === undefined && accountRecord.error === undefined;
    const isNamePending = this.contactRecord.data === undefined && this.contactRecord.error === undefined;
    const isLicensePending = this.profileId !== undefined && isPending(licenseOf(this.profileId, this.licenseRecords));
    return (
      isNamePending ||
      isAccountPending ||
      isPending(existingUser) ||
      (this.user !== undefined && (isPending(facts.sites) || isPending(facts.settings) || isLicensePending))
    );
  }

  get hidesSites(): boolean {
    return !this.showSites;
  }

  /** The sentence for a contact without a visible user. */
  get sentence(): string {
    const problem = toContactProblem(this.contactRecord);
    if (problem !== null) {
      return sentenceForContact(problem);
    }
    const words = [this.contact.name, screenLabels.title];
    return fill(this.existingUser.kind === 'known' ? labels.cardNoUser : labels.cardHidden, words);
  }

  handleAsk(event: CustomEvent<Question>): void {
    event.stopPropagation();
    this.question = event.detail;
  }

  handleAnswered(): void {
    const { question } = this;
    this.question = undefined;
    question?.returnFocus?.();
  }

  handleUserChange({ detail }: CustomEvent<UserChange>): void {
    this.changedUser = this.user;
    detail.waitFor(this.findUser());
  }

  private async findUser(): Promise<Fact<ExistingUser | null>> {
    await this.userResult.refresh?.();
    return this.existingUser;
  }

  /** Depends on this answer only: a wire whose request depends on its own answer repeats without end. */
  private get existingUser(): Fact<ExistingUser | null> {
    return toUserOfContact(this.userResult);
  }

  private get profileId(): string | undefined {
    return this.user?.profileId ?? undefined;
  }

  /** The card needs no profiles or users, so it requests none. */
  private get facts(): OrgFacts {
    const unasked: GraphQLResult = {};
    return toOrgFacts({
      organization: this.userResult,
      sites: this.sitesResult,
      licenses: this.licenseRecords,
      profiles: unasked,
      settings: this.settingsResult,
      users: unasked
    });
  }
}
