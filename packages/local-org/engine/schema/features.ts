/** The features of an org. If a feature is off, its objects and fields do not exist in the org. */
export interface Features {
  readonly digitalExperiences: boolean;
  readonly partnerAccounts: boolean;
  readonly personAccounts: boolean;
  /** Setup → Dev Hub: the org can create scratch orgs. Off by default. */
  readonly devHub?: boolean;
  /** The org tracks changes of metadata, as scratch orgs do. Off by default. */
  readonly sourceTracking?: boolean;
}
