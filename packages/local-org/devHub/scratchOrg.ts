import { readStartingOrg, type StartingOrg } from '../engine/startingOrg/startingOrg.ts';
import { textOf } from '../engine/storage/values.ts';
import type { StoredRecord } from '../engine/storage/record.ts';
import type { StartingRecord } from '../engine/startingOrg/treeFile.ts';

/** What came with the org from which licences, profiles and an administrator are taken. */
const MODEL = 'ready';

/**
 * A fresh scratch org, as its ScratchOrgInfo asks for it: the licences and standard profiles of an org, one
 * administrator without a role, no data. What the definition file switches on comes with its settings, deployed later.
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
    why: 'A scratch org of a Dev Hub.',
    defaultContact: '',
    createdBy: 'admin',
    features: { digitalExperiences: false, partnerAccounts: false, personAccounts: false, sourceTracking: true },
    settings: {
      standardExternalProfiles: false,
      usernameUniquenessInOrg: false,
      profileFiltering: false,
      translationWorkbench: false
    },
    customMetadataTypes: {},
    usernamesElsewhere: [],
    people: [{ label: 'System Administrator', user: 'admin' }],
    grants: Object.fromEntries(Object.entries(model.grants).filter(([holder]) => profiles.has(holder))),
    records: [organization(request), ...model.records.filter(isKept), administrator(request, username)]
  };
}

function organization(request: StoredRecord): StartingRecord {
  return {
    reference: 'organization',
    object: 'Organization',
    fields: {
      Name: textOf(request, 'OrgName') || 'Company',
      OrganizationType: `${textOf(request, 'Edition') || 'Developer'} Edition`,
      InstanceName: SCRATCH_INSTANCE,
      // Scratch orgs say so; the CLI takes a sandbox that is in its trial for one.
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

/** The instance of every scratch org here: the CLI asks the LoginUrl of one whose name ends in S. */
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
