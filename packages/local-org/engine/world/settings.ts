import type { LimitName } from './usage.ts';

export interface OrgSettings {
  /** `CommunitiesSettings.enableOotbProfExtUserOpsEnable`: may standard external profiles be given to new users? */
  readonly standardExternalProfiles: boolean;
  /** `CommunitiesSettings.enableUsernameUniqForOrgPref`: external usernames need to be unique in this org only. */
  readonly usernameUniquenessInOrg: boolean;
  /** Setup → User Management Settings → Profile Filtering: others' profile names need View All Profiles. */
  readonly profileFiltering: boolean;
  /** Setup → Deliverability, "Access to send email"; `all` where an org says nothing. */
  readonly emailDeliverability?: 'all' | 'system' | 'none';
  /**
   * Objects of which UI API serves no record, no object info, no GraphQL query and no span from `records`; a GraphQL span stays
   * (`User { Profile { Name } }` was seen in use). No document says whether such an org exists [F-016].
   */
  readonly uiApiWithout?: readonly string[];
  /** Objects that UI API serves beyond the list of supported objects, which "might not reflect the latest". */
  readonly uiApiAlsoServes?: readonly string[];
  /** `LanguageSettings.enableTranslationWorkbench`; on where an org says nothing. */
  readonly translationWorkbench?: boolean;
  /** Setup → Sharing Settings → User, Default Internal Access; `publicRead` where an org says nothing, as orgs come. */
  readonly userSharing?: 'publicRead' | 'private';
  /** Where the org's allocations are not those of a Developer Edition org. */
  readonly allocations?: Readonly<Partial<Record<LimitName, number>>>;
}
