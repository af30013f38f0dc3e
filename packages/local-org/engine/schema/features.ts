/** What is switched on in an org. Objects and fields of a feature that is off do not exist there. */
export interface Features {
  readonly digitalExperiences: boolean;
  readonly partnerAccounts: boolean;
  readonly personAccounts: boolean;
  /** Setup → Dev Hub: the org makes scratch orgs. Off where an org says nothing. */
  readonly devHub?: boolean;
  /** Changes of metadata are counted, as in scratch orgs. Off where an org says nothing. */
  readonly sourceTracking?: boolean;
}
