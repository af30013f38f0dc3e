import type { LimitName } from './usage.ts';

/** The settings of an org that change how the local org answers. Each names the setting or the page in Setup. */
export interface OrgSettings {
  /** `CommunitiesSettings.enableOotbProfExtUserOpsEnable`: new users may have a standard external profile [F-011]. */
  readonly standardExternalProfiles: boolean;
  /** `CommunitiesSettings.enableUsernameUniqForOrgPref`: external usernames need to be unique in this org only [F-075]. */
  readonly usernameUniquenessInOrg: boolean;
  /** Setup → User Management Settings → Profile Filtering: to see the names of other profiles takes View All Profiles [F-087]. */
  readonly profileFiltering: boolean;
  /** Setup → Authorized Email Domains: whether the ownership of each domain is verified [F-152]. */
  readonly authorizedEmailDomains?: Readonly<Record<string, boolean>>;
  /** Setup → Deliverability, "Use a substitute email address for unverified domains"; off by default [F-151]. */
  readonly substitutesUnverifiedSenders?: boolean;
  /** Setup → Deliverability, "Access to send email"; `all` by default. */
  readonly emailDeliverability?: 'all' | 'system' | 'none';
  /**
   * Objects for which UI API serves no record, no object info, no GraphQL query and no span from `records`. GraphQL still spans
   * to them (`User { Profile { Name } }` was seen in use). No document says whether such an org exists [F-016].
   */
  readonly uiApiWithout?: readonly string[];
  /** Objects that UI API serves although its list of supported objects, which "might not reflect the latest", lacks them. */
  readonly uiApiAlsoServes?: readonly string[];
  /** `LanguageSettings.enableTranslationWorkbench`; on by default. */
  readonly translationWorkbench?: boolean;
  /**
   * `FlowSettings.enableFlowDeployAsActiveEnabled`: a flow with the status Active is active after a deploy. Only production orgs
   * have this setting, off by default [F-133].
   */
  readonly flowsDeployActive?: boolean;
  /** `FlowSettings.enableLightningRuntimeEnabled`; on by default [F-135]. */
  readonly lightningRuntimeForFlows?: boolean;
  /** User permissions that the org doesn't have, as those of external users in an org without Digital Experiences [F-138]. */
  readonly userPermissionsWithout?: readonly string[];
  /** Custom metadata types that this org plays without, although the project has them: nothing is deployed yet. */
  readonly customMetadataTypesWithout?: readonly string[];
  /**
   * Setup → Password Policies, "Allow use of setPassword() API for self-resets"; on by default, in a scratch org by the feature
   * EnableSetPasswordInApi [F-159].
   */
  readonly ownPasswordByApi?: boolean;
  /** Who isn't an administrator assigns only the profiles that a delegated administration group lists [F-136]. */
  readonly delegatedAdministration?: boolean;
  /** Setup → Sharing Settings → User, Default Internal Access; `publicRead` by default, as in new orgs. */
  readonly userSharing?: 'publicRead' | 'private';
  /** `SharingSettings.enableAccountRoleOptimization`: the only role-based user of an account has a shared role [F-150]. */
  readonly accountRoleOptimization?: boolean;
  /** Allocations that differ from those of a Developer Edition org. */
  readonly allocations?: Readonly<Partial<Record<LimitName, number>>>;
}
