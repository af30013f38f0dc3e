import type { ExternalUserKind } from 'c/externalUserRules';

/** What a plan is asked for beside its rows. */
export interface PlanOptions {
  /** Where neither the row nor the flag names a profile; null for the org's own default. */
  readonly kind: ExternalUserKind | null;
  /** Id or name of a profile, for rows that name none. */
  readonly profile: string | null;
  /** Inactive users of a contact are made active again; else their rows are skipped. */
  readonly reactivate: boolean;
  /** Accounts of partner users are made partner accounts first. */
  readonly enablesPartnerAccounts: boolean;
  /** Names, labels or ids, for all new users. */
  readonly permissionSets: readonly string[];
}
