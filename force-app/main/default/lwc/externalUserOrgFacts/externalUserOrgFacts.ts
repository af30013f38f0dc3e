import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getRecord, getRecords, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import {
  CONTACT_FIELDS,
  CONTACT_OPTIONAL_FIELDS,
  EXISTING_USER_QUERY,
  PROFILES_QUERY,
  SETTINGS_QUERY,
  SITES_QUERY,
  USERS_BY_PROFILE_QUERY,
  isAnswered,
  needsSettings,
  needsUsers,
  readRecordIds,
  renewRecords,
  toContactFacts,
  toLicenseRequest,
  toOrgFacts,
  toUserOfContact,
  type LicenseAnswer,
  type OrgAnswers
} from 'c/externalUserOrg';
import { unknown, type ContactFacts, type ExistingUser, type Fact, type OrgFacts } from 'c/externalUserRules';

/**
 * What a component that enables a contact knows: four requests in one round trip, and what hangs on their answers.
 * A component extends it and declares `@api recordId`.
 */
export default class ExternalUserFacts extends LightningElement {
  /** The contact. The platform sets it after connectedCallback; the wires wait for it. */
  recordId: string | undefined;

  @wire(getRecord, { recordId: '$recordId', fields: CONTACT_FIELDS, optionalFields: CONTACT_OPTIONAL_FIELDS })
  contactRecord: WireResult<RecordRepresentation> = {};

  @wire(graphql, { query: '$userQuery', variables: '$userVariables' })
  userResult: GraphQLResult = {};

  @wire(graphql, { query: PROFILES_QUERY })
  profilesResult: GraphQLResult = {};

  @wire(graphql, { query: SITES_QUERY })
  sitesResult: GraphQLResult = {};

  // — what hangs on those answers, and what the first screen doesn't wait for —

  @wire(getRecords, { records: '$licenseRequest' })
  licenseRecords: LicenseAnswer = {};

  @wire(graphql, { query: '$settingsQuery', variables: { userId } })
  settingsResult: GraphQLResult = {};

  @wire(graphql, { query: '$usersQuery' })
  usersResult: GraphQLResult = {};

  // `#` keeps it out of what rendering watches.
  #known: { readonly answers: OrgAnswers; readonly facts: OrgFacts } | undefined;

  get userQuery(): GraphQLDocument | undefined {
    return this.recordId === undefined ? undefined : EXISTING_USER_QUERY;
  }

  get userVariables(): Readonly<Record<string, unknown>> {
    return { contactId: this.recordId };
  }

  get licenseRequest() {
    return toLicenseRequest(this.profilesResult);
  }

  // What a wire asks must not hang on its own answer: each answer would ask anew.

  get settingsQuery(): GraphQLDocument | undefined {
    const { userResult: organization, profilesResult: profiles, sitesResult: sites } = this;
    return needsSettings({ organization, profiles, sites }) ? SETTINGS_QUERY : undefined;
  }

  get usersQuery(): GraphQLDocument | undefined {
    const { profilesResult: profiles, licenseRecords: licenses } = this;
    return needsUsers({ profiles, licenses }) ? USERS_BY_PROFILE_QUERY : undefined;
  }

  // — what is known —

  /** Undefined until the contact is read, and where it can't be. */
  get contact(): ContactFacts | undefined {
    return toContactFacts(this.contactRecord);
  }

  /** The same facts until an answer changes: a rendering asks for them a dozen times, and hands them to children. */
  get org(): OrgFacts {
    const { answers } = this;
    if (this.#known === undefined || !areSame(this.#known.answers, answers)) {
      this.#known = { answers, facts: toOrgFacts(answers) };
    }
    return this.#known.facts;
  }

  get existingUser(): Fact<ExistingUser | null> {
    return toUserOfContact(this.userResult);
  }

  get isContactUnreadable(): boolean {
    return this.contactRecord.error !== undefined;
  }

  get isReady(): boolean {
    return this.contact !== undefined && isAnswered(this.existingUser, this.org);
  }

  /** Asks the org anew who holds the contact, past every cache. */
  protected async findUser(): Promise<Fact<ExistingUser | null>> {
    if (this.userResult.refresh === undefined) {
      return unknown('failed');
    }
    await this.userResult.refresh();
    return this.existingUser;
  }

  /** Reads everything but the settings anew. What can't be read stays as it was, or says so by itself. */
  protected renewFacts(): void {
    void renewRecords(readRecordIds(this.recordId, this.contact, this.org));
    for (const { refresh } of [this.userResult, this.profilesResult, this.sitesResult, this.usersResult]) {
      void refresh?.();
    }
  }

  private get answers(): OrgAnswers {
    return {
      organization: this.userResult,
      profiles: this.profilesResult,
      sites: this.sitesResult,
      licenses: this.licenseRecords,
      settings: this.settingsResult,
      users: this.usersResult
    };
  }
}

function areSame(one: OrgAnswers, other: OrgAnswers): boolean {
  const others = Object.values(other);
  return Object.values(one).every((answer, index) => answer === others[index]);
}
