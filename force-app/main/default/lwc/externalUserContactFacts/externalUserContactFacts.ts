import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import {
  ACCOUNT_PROFILES_QUERY,
  CONTACT_FIELDS,
  CONTACT_OPTIONAL_FIELDS,
  EXISTING_USER_QUERY,
  EXTERNALLY_OWNED_QUERY,
  accountsToCheck,
  isAnswered,
  pendingOrg,
  readRecordIds,
  renewRecords,
  toContactFacts,
  toContactProblem,
  toUserOfContact,
  withAccountProfiles,
  withExternallyOwned,
  type ContactProblem
} from 'c/externalUserOrg';
import type { OrgFactsElement } from 'c/externalUserOrgFacts';
import {
  isPending,
  unknown,
  type ContactFacts,
  type ExistingUser,
  type Fact,
  type Facts,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';

/** What `factschange` hands out. */
export interface ContactReading extends Facts {
  /** Why there is no contact; null while it is read, and afterwards. */
  readonly contactProblem: ContactProblem | null;
  /** Everything that the first screen needs has been answered. */
  readonly isReady: boolean;
}

/** The element, for the component around it. */
export interface ContactFactsElement extends HTMLElement {
  findUser(): Promise<Fact<ExistingUser | null>>;
  renew(): void;
}

/** The facts before anything is answered. */
export const pendingReading: ContactReading = {
  contact: undefined,
  user: unknown('pending'),
  org: pendingOrg,
  contactProblem: null,
  isReady: false
};

/**
 * Reads the facts about one contact for the component around it, with the org's part in it, and shows nothing: six
 * requests in one round trip, then those that hang on their answers. `factschange` hands out the facts after each answer.
 */
export default class ExternalUserContactFacts extends LightningElement {
  /** The contact; the wires wait for it. */
  @api recordId: string | undefined;

  /** The user that is prepared: a partner's account may have to become a partner account first. */
  @api get draft(): UserDraft | undefined {
    return this.#draft;
  }
  set draft(draft: UserDraft | undefined) {
    this.#draft = draft;
    this.isForPartner = draft?.kind === 'partner';
  }

  /** Asks the org anew who holds the contact, past every cache. */
  @api async findUser(): Promise<Fact<ExistingUser | null>> {
    if (this.userResult.refresh === undefined) {
      return unknown('failed');
    }
    await this.userResult.refresh();
    return toUserOfContact(this.userResult);
  }

  /** Reads everything but the settings anew. What can't be read stays as it was, or says so by itself. */
  @api renew(): void {
    void renewRecords(readRecordIds(this.recordId, this.contact));
    void this.userResult.refresh?.();
    void this.ownersResult.refresh?.();
    void this.accountProfilesResult.refresh?.();
    this.template?.querySelector<OrgFactsElement>('c-external-user-org-facts')?.renew();
  }

  @wire(getRecord, { recordId: '$recordId', fields: CONTACT_FIELDS, optionalFields: CONTACT_OPTIONAL_FIELDS })
  receiveContact(result: WireResult<RecordRepresentation>): void {
    this.contact = toContactFacts(result);
    this.contactProblem = toContactProblem(result);
    this.publish();
  }

  @wire(graphql, { query: '$userQuery', variables: '$userVariables' })
  receiveUser(result: GraphQLResult): void {
    this.userResult = result;
    this.publish();
  }

  @wire(graphql, { query: '$accountProfilesQuery', variables: '$userVariables' })
  receiveAccountProfiles(result: GraphQLResult): void {
    this.accountProfilesResult = result;
    this.publish();
  }

  @wire(graphql, { query: '$ownersQuery', variables: '$ownersVariables' })
  receiveOwners(result: GraphQLResult): void {
    this.ownersResult = result;
    this.publish();
  }

  userResult: GraphQLResult = {};
  isForPartner = false;
  private ownersResult: GraphQLResult = {};
  private accountProfilesResult: GraphQLResult = {};
  // Not reactive: each rendering around it makes another draft, and a wire must not ask again because of that.
  #draft: UserDraft | undefined;
  private contact: ContactFacts | undefined;
  private contactProblem: ContactProblem | null = null;
  private org: OrgFacts = pendingOrg;

  get userQuery(): GraphQLDocument | undefined {
    return this.recordId === undefined ? undefined : EXISTING_USER_QUERY;
  }

  get accountProfilesQuery(): GraphQLDocument | undefined {
    return this.recordId === undefined ? undefined : ACCOUNT_PROFILES_QUERY;
  }

  get userVariables() {
    return { contactId: this.recordId };
  }

  /** Requested only where the account of a partner user is no partner account. */
  get ownersQuery(): GraphQLDocument | undefined {
    return this.ownersVariables.accountIds.length === 0 ? undefined : EXTERNALLY_OWNED_QUERY;
  }

  get ownersVariables() {
    const { contact, isForPartner } = this;
    return { accountIds: accountsToCheck(contact !== undefined && isForPartner ? [contact] : []) };
  }

  handleOrgChange({ detail }: CustomEvent<OrgFacts>): void {
    this.org = detail;
    this.publish();
  }

  /** Adds what is known of the account's other contacts and users. */
  private withAccount(contact: ContactFacts): ContactFacts {
    const { ownersResult, accountProfilesResult, org } = this;
    return withAccountProfiles(withExternallyOwned(contact, ownersResult), accountProfilesResult, org.runningUser);
  }

  private publish(): void {
    if (this.isConnected) {
      const { contactProblem, org } = this;
      const contact = this.contact && this.withAccount(this.contact);
      const user = toUserOfContact(this.userResult);
      // The form must not choose another profile when a late answer suggests one.
      const isSuggested = contact?.usersByProfile !== undefined && !isPending(contact.usersByProfile);
      const isReady = isSuggested && isAnswered(user, org);
      const detail = { contact, user, org, contactProblem, isReady };
      this.dispatchEvent(new CustomEvent<ContactReading>('factschange', { detail }));
    }
  }
}
