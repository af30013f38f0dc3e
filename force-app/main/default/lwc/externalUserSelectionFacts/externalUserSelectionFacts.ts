import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { SELECTED_CONTACTS_QUERY, USERS_OF_CONTACTS_QUERY, toContacts, toUsersOfContacts } from 'c/externalUserListOrg';
import {
  EXTERNALLY_OWNED_QUERY,
  accountsToCheck,
  isAnswered,
  pendingOrg,
  withExternallyOwned
} from 'c/externalUserOrg';
import type { OrgFactsElement } from 'c/externalUserOrgFacts';
import {
  isPending,
  known,
  unknown,
  valueOr,
  type ContactFacts,
  type ExistingUser,
  type Fact,
  type OrgFacts
} from 'c/externalUserRules';
import { MOST_CONTACTS, toSelection, type Selection } from './selection.ts';

export { MOST_CONTACTS, type Selection } from './selection.ts';

/** By contact id. */
export type ContactsById = ReadonlyMap<string, ContactFacts>;
export type UsersById = ReadonlyMap<string, ExistingUser>;

/** What `factschange` hands out. */
export interface SelectionReading {
  readonly selection: Selection;
  readonly contacts: Fact<ContactsById>;
  /** Users who hold one of the contacts. */
  readonly users: Fact<UsersById>;
  readonly org: OrgFacts;
  /** Everything that a plan needs has been answered. */
  readonly isReady: boolean;
}

/** The element, for the component around it. */
export interface SelectionFactsElement extends HTMLElement {
  findUsers(): Promise<Fact<UsersById>>;
  renew(): void;
}

/** The facts before anything is answered. */
export const pendingSelection: SelectionReading = {
  selection: toSelection([]),
  contacts: unknown('pending'),
  users: unknown('pending'),
  org: pendingOrg,
  isReady: false
};

/**
 * Reads the facts about many contacts for the component around it, with the org's part in it, and shows nothing: a few
 * requests, however many contacts. `factschange` hands out the facts after each answer.
 */
export default class ExternalUserSelectionFacts extends LightningElement {
  /** Null where nothing is selected. */
  @api get contactIds(): readonly string[] | null | undefined {
    return this.givenIds;
  }
  set contactIds(ids: readonly string[] | null | undefined) {
    this.givenIds = ids;
    this.selection = toSelection(ids ?? []);
    this.publish();
  }

  /** Asks the org anew who holds the contacts, past every cache. May reject. */
  @api async findUsers(): Promise<Fact<UsersById>> {
    await this.usersResult.refresh?.();
    return toUsersOfContacts(this.usersResult);
  }

  /** Reads everything but the settings anew. */
  @api renew(): void {
    void this.contactsResult.refresh?.();
    void this.usersResult.refresh?.();
    void this.ownersResult.refresh?.();
    this.template?.querySelector<OrgFactsElement>('c-external-user-org-facts')?.renew();
  }

  @wire(graphql, { query: '$contactsQuery', variables: '$variables' })
  receiveContacts(result: GraphQLResult): void {
    this.contactsResult = result;
    this.contacts = toContacts(result);
    this.publish();
  }

  @wire(graphql, { query: '$usersQuery', variables: '$variables' })
  receiveUsers(result: GraphQLResult): void {
    this.usersResult = result;
    this.publish();
  }

  /** Requested only for accounts that are no partner accounts. */
  @wire(graphql, { query: '$ownersQuery', variables: '$ownersVariables' })
  receiveOwners(result: GraphQLResult): void {
    this.ownersResult = result;
    this.publish();
  }

  usersResult: GraphQLResult = {};
  private ownersResult: GraphQLResult = {};
  private contactsResult: GraphQLResult = {};
  private givenIds: readonly string[] | null | undefined;
  private selection: Selection = pendingSelection.selection;
  private contacts: Fact<ContactsById> = unknown('pending');
  private org: OrgFacts = pendingOrg;

  get contactsQuery(): GraphQLDocument | undefined {
    return this.isAskable ? SELECTED_CONTACTS_QUERY : undefined;
  }

  get usersQuery(): GraphQLDocument | undefined {
    return this.isAskable ? USERS_OF_CONTACTS_QUERY : undefined;
  }

  get variables() {
    return { contactIds: this.selection.contactIds };
  }

  get ownersQuery(): GraphQLDocument | undefined {
    return this.ownersVariables.accountIds.length === 0 ? undefined : EXTERNALLY_OWNED_QUERY;
  }

  get ownersVariables() {
    return { accountIds: accountsToCheck(valueOr(this.contacts, new Map<string, ContactFacts>()).values()) };
  }

  handleOrgChange({ detail }: CustomEvent<OrgFacts>): void {
    this.org = detail;
    this.publish();
  }

  private get isAskable(): boolean {
    const { length } = this.selection.contactIds;
    return length > 0 && length <= MOST_CONTACTS;
  }

  private get contactsWithOwners(): Fact<ContactsById> {
    const { contacts, ownersResult } = this;
    return contacts.kind === 'unknown'
      ? contacts
      : known(new Map([...contacts.value].map(([id, contact]) => [id, withExternallyOwned(contact, ownersResult)])));
  }

  /** Without contacts nothing is asked, so the facts are ready. */
  private get reading(): SelectionReading {
    const { selection, org } = this;
    if (selection.contactIds.length === 0) {
      return { selection, contacts: known(new Map()), users: known(new Map()), org, isReady: true };
    }
    const contacts = this.contactsWithOwners;
    const users = toUsersOfContacts(this.usersResult);
    const isReady = contacts.kind === 'known' && isAnswered(users, org) && !isPending(org.settings);
    return { selection, contacts, users, org, isReady };
  }

  private publish(): void {
    if (this.isConnected) {
      this.dispatchEvent(new CustomEvent<SelectionReading>('factschange', { detail: this.reading }));
    }
  }
}
