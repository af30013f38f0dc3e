import { api, LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getRecords } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import {
  PROFILES_QUERY,
  SETTINGS_QUERY,
  SITES_QUERY,
  USERS_BY_PROFILE_QUERY,
  needsUsers,
  renewRecords,
  toLicenseRequest,
  toOrgFacts,
  type LicenseAnswer
} from 'c/externalUserOrg';
import { valueOr, type OrgFacts } from 'c/externalUserRules';

/** The element, for the component around it. */
export interface OrgFactsElement extends HTMLElement {
  renew(): void;
}

/**
 * Reads the org's part of the facts for the component around it, and shows nothing. `orgchange` hands out the facts each
 * time that an answer changes them, and the same facts until then.
 */
export default class ExternalUserOrgFacts extends LightningElement {
  /** The answer about the contact's user, which has the Organization in it. */
  @api get organization(): GraphQLResult {
    return this.organizationResult;
  }
  set organization(result: GraphQLResult) {
    this.organizationResult = result;
    this.publish();
  }

  /** Reads everything but the settings anew. What can't be read stays as it was, or says so by itself. */
  @api renew(): void {
    void renewRecords(valueOr(this.facts.profiles, []).map(({ id }) => id));
    for (const { refresh } of [this.profilesResult, this.sitesResult, this.usersResult]) {
      void refresh?.();
    }
  }

  @wire(graphql, { query: PROFILES_QUERY })
  receiveProfiles(result: GraphQLResult): void {
    this.profilesResult = result;
    this.publish();
  }

  @wire(graphql, { query: SITES_QUERY })
  receiveSites(result: GraphQLResult): void {
    this.sitesResult = result;
    this.publish();
  }

  @wire(graphql, { query: SETTINGS_QUERY, variables: { userId } })
  receiveSettings(result: GraphQLResult): void {
    this.settingsResult = result;
    this.publish();
  }

  // — requests that depend on those answers; the first screen does not wait for them —

  @wire(getRecords, { records: '$licenseRequest' })
  receiveLicenses(result: LicenseAnswer): void {
    this.licenseRecords = result;
    this.publish();
  }

  @wire(graphql, { query: '$usersQuery' })
  receiveUsers(result: GraphQLResult): void {
    this.usersResult = result;
    this.publish();
  }

  private organizationResult: GraphQLResult = {};
  private profilesResult: GraphQLResult = {};
  private sitesResult: GraphQLResult = {};
  private licenseRecords: LicenseAnswer = {};
  private settingsResult: GraphQLResult = {};
  private usersResult: GraphQLResult = {};

  // What a wire asks must not hang on its own answer: each answer would ask anew.

  get licenseRequest() {
    return toLicenseRequest(this.profilesResult);
  }

  get usersQuery(): GraphQLDocument | undefined {
    const { profilesResult: profiles, licenseRecords: licenses } = this;
    return needsUsers({ profiles, licenses }) ? USERS_BY_PROFILE_QUERY : undefined;
  }

  /** Wires may answer before the component is connected; these answers are published now. */
  override connectedCallback(): void {
    this.publish();
  }

  private publish(): void {
    if (this.isConnected) {
      this.dispatchEvent(new CustomEvent<OrgFacts>('orgchange', { detail: this.facts }));
    }
  }

  private get facts(): OrgFacts {
    return toOrgFacts({
      organization: this.organizationResult,
      profiles: this.profilesResult,
      sites: this.sitesResult,
      licenses: this.licenseRecords,
      settings: this.settingsResult,
      users: this.usersResult
    });
  }
}
