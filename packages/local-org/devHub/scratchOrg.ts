import { readStartingOrg, type StartingOrg } from '../engine/startingOrg/startingOrg.ts';
import { textOf, type StoredRecord } from '../engine/storage/record.ts';
import type { StartingRecord } from '../engine/startingOrg/treeFile.ts';

/** The starting org that lends its licenses, standard profiles and their grants. */
const MODEL = 'ready';

/**
 * A fresh scratch org for a ScratchOrgInfo: licenses, standard profiles, one administrator without a role, no data.
 * The CLI deploys the settings of the definition file afterwards.
 * Source: Salesforce DX Developer Guide, "Scratch Org Definition File".
 */
export function scratchStartingOrg(request: StoredRecord, username: string): StartingOrg {
  const model = readStartingOrg(MODEL);
  const isKept = ({ object, reference }: StartingRecord): boolean =>
    object === 'UserLicense' || (object === 'Profile' && model.standardProfiles.includes(reference));
  const profiles = new Set(model.standardProfiles);
  return {
    ...model,
    name: 'scratch',
    title: 'Scratch org',
    why: 'A scratch org of a Dev Hub.',
    steps: [],
    defaultContact: '',
    createdBy: 'admin',
    features: { digitalExperiences: false, partnerAccounts: false, personAccounts: false, sourceTracking: true },
    settings: {
      standardExternalProfiles: false,
      usernameUniquenessInOrg: false,
      profileFiltering: false,
      translationWorkbench: false,
      ownPasswordByApi: hasFeature(request, 'EnableSetPasswordInApi'),
      // No document says whether a scratch org's mail needs a verified domain [F-151].
      substitutesUnverifiedSenders: true
    },
    customMetadataTypes: {},
    usernamesElsewhere: [],
    people: [{ label: 'System Administrator', user: 'admin' }],
    grants: Object.fromEntries(Object.entries(model.grants).filter(([holder]) => profiles.has(holder))),
    records: [organization(request), ...model.records.filter(isKept), administrator(request, username)]
  };
}

/** Whether the definition file names a feature; the CLI sends them as one text, separated by semicolons. */
function hasFeature(request: StoredRecord, feature: string): boolean {
  const named = textOf(request, 'Features').split(/[;,]/u);
  return named.some((one) => one.trim().toLowerCase() === feature.toLowerCase());
}

function organization(request: StoredRecord): StartingRecord {
  return {
    reference: 'organization',
    object: 'Organization',
    fields: {
      Name: textOf(request, 'OrgName') || 'Company',
      OrganizationType: `${textOf(request, 'Edition') || 'Developer'} Edition`,
      InstanceName: SCRATCH_INSTANCE,
      // Scratch orgs are sandboxes; the CLI recognizes one by its trial.
      IsSandbox: true,
      IsReadOnly: false,
      Country: textOf(request, 'Country') || 'US',
      TrialExpirationDate: `${textOf(request, 'ExpirationDate')}T00:00:00.000+0000`,
      DefaultLocaleSidKey: 'en_US',
      LanguageLocaleKey: textOf(request, 'Language') || 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles'
    }
  };
}

/** The instance of every scratch org. Its name ends in S, because the CLI then uses the LoginUrl. */
export const SCRATCH_INSTANCE = 'LOCAL1S';

function administrator(request: StoredRecord, username: string): StartingRecord {
  return {
    reference: 'admin',
    object: 'User',
    fields: {
      Username: username,
      FirstName: 'User',
      LastName: 'User',
      Alias: 'UUser',
      Email: textOf(request, 'SignupEmail'),
      CommunityNickname: 'User',
      ProfileId: '@systemAdministratorProfile',
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: textOf(request, 'Language') || 'en_US',
      EmailEncodingKey: 'UTF-8',
      IsActive: true
    }
  };
}
