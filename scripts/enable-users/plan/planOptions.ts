import type { ExternalUserKind } from 'c/externalUserRules';

/** What the flags ask of a plan. */
export interface PlanOptions {
  /** The kind of user of rows for which no profile is named; null for the org's own default. */
  readonly kind: ExternalUserKind | null;
  /** Id or name of a profile, for rows that name none. */
  readonly profile: string | null;
  /** Makes inactive users of the contacts active again; otherwise their rows are skipped. */
  readonly reactivate: boolean;
  /** Makes the accounts of partner users partner accounts first. */
  readonly enablesPartnerAccounts: boolean;
  /** Names, labels or ids, for all new users. */
  readonly permissionSets: readonly string[];
}
