import { execFileSync } from 'node:child_process';
import { inTemporaryFolder } from '../../shared/temporaryFolder.ts';
import { startingOrgNames } from 'sfdx-local-org';

type Status = 'pass' | 'warning' | 'blocked' | 'unknown';
/** null is a check that isn't made. */
type Differences = Readonly<Record<string, Status | null>>;

/** What the doctor says of the org `ready` to its administrator, in the order of the table. */
const READY: Readonly<Record<string, Status>> = {
  experiences: 'pass',
  sites: 'pass',
  siteMembers: 'pass',
  welcomeMail: 'pass',
  sender: 'pass',
  deliverability: 'unknown',
  selfRegistration: 'pass',
  licenses: 'pass',
  profiles: 'pass',
  // Refused for new users, but there are others.
  standardProfiles: 'pass',
  // No group lists a profile.
  delegatedAdministration: 'unknown',
  permissions: 'pass',
  visibility: 'pass',
  role: 'pass',
  // Dana has no role, and Piotr is inactive.
  accountOwners: 'warning',
  accountRoles: 'pass',
  // Nothing was deployed.
  component: 'blocked',
  quickAction: 'blocked',
  permissionSet: 'pass',
  partnerPermissionSet: 'pass',
  settings: 'pass',
  userFields: 'pass',
  userPicklists: 'pass',
  licenseSpan: 'pass',
  graphqlProfile: 'pass',
  graphqlUser: 'pass',
  graphqlNetwork: 'pass',
  graphqlMetadata: 'pass',
  graphqlUserLicense: 'pass',
  assignmentObject: 'pass'
};

const WITHOUT_PROFILE: Differences = { licenseSpan: 'warning', graphqlProfile: 'warning' };
/** Who sees no site by membership is told nothing of sites, and who has no Modify Metadata nothing of settings. */
const NO_ADMINISTRATOR: Differences = {
  sites: 'unknown',
  siteMembers: 'unknown',
  welcomeMail: 'unknown',
  sender: 'unknown',
  selfRegistration: 'unknown',
  standardProfiles: 'unknown',
  accountRoles: 'unknown'
};
/** Deployed components are for those with View Setup and Configuration. */
const WITHOUT_SETUP: Differences = {
  ...NO_ADMINISTRATOR,
  licenses: 'unknown',
  role: 'unknown',
  accountOwners: 'unknown',
  component: 'unknown',
  quickAction: 'unknown',
  flows: 'unknown',
  permissionSet: 'unknown',
  partnerPermissionSet: 'unknown',
  userFields: 'warning',
  licenseSpan: 'unknown'
};

const WITHOUT_EXPERIENCES: Differences = {
  experiences: 'blocked',
  sites: null,
  siteMembers: null,
  welcomeMail: null,
  sender: null,
  deliverability: null,
  selfRegistration: null,
  licenses: null,
  standardProfiles: null,
  delegatedAdministration: null,
  accountRoles: null,
  userFields: 'unknown',
  partnerPermissionSet: null,
  graphqlUser: 'unknown',
  graphqlNetwork: 'unknown'
};

/** Each starting org as its administrator has it examined; a hindrance of one contact is none of the org's. */
const OF_ADMINISTRATOR: Readonly<Record<string, Differences>> = {
  ready: {},
  'allow-list': WITHOUT_PROFILE,
  automation: {},
  // Nothing of the product was deployed.
  bare: { permissionSet: 'warning', partnerPermissionSet: 'warning', settings: 'unknown', graphqlMetadata: 'unknown' },
  'contact-without-account': {},
  delegated: {},
  'dont-process': {},
  'hidden-setup': {},
  'inactive-user': {},
  'inactive-user-no-seat': {},
  'nickname-taken': {},
  'no-allow-list': WITHOUT_PROFILE,
  'no-digital-experiences': WITHOUT_EXPERIENCES,
  'no-experiences': WITHOUT_EXPERIENCES,
  'no-live-site': { sites: 'warning', siteMembers: 'warning', welcomeMail: 'warning', sender: null },
  list: {},
  'login-license-full': { licenses: 'blocked' },
  'no-partner-accounts': { partnerPermissionSet: null },
  'no-seats': { licenses: 'blocked' },
  'not-a-partner-account': {},
  'owner-without-role': {},
  'permission-set-assignments': {},
  'person-account': {},
  'private-users': {},
  production: {},
  'right-to-left': {},
  'self-registration': {},
  'sender-unverified': { sender: 'warning' },
  'standard-profile-only': {},
  'user-exists': {},
  'username-taken': {},
  'welcome-mail-off': { welcomeMail: 'warning' }
};

const OF_OTHERS: readonly (readonly [org: string, who: string, differences: Differences])[] = [
  ['ready', 'Sales Ops', NO_ADMINISTRATOR],
  [
    'ready',
    'Without permission',
    {
      ...WITHOUT_SETUP,
      permissions: 'blocked',
      visibility: 'unknown',
      settings: 'unknown',
      graphqlMetadata: 'unknown'
    }
  ],
  [
    'hidden-setup',
    'Sales Ops',
    {
      ...WITHOUT_SETUP,
      profiles: 'unknown',
      standardProfiles: null,
      permissions: 'warning'
    }
  ],
  ['private-users', 'Sales Ops', { ...NO_ADMINISTRATOR, permissions: 'warning', visibility: 'unknown' }]
];

const cases = [
  ...Object.entries(OF_ADMINISTRATOR).map(([org, differences]) => [org, 'System Administrator', differences] as const),
  ...OF_OTHERS
];

describe('the doctor in a starting org', () => {
  let examined: readonly Readonly<Record<string, Status>>[] = [];

  beforeAll(async () => {
    examined = await inTemporaryFolder((home) => Promise.resolve(examine(home)));
  }, 120_000);

  it('is tried in each of them', () => {
    expect(Object.keys(OF_ADMINISTRATOR).sort()).toEqual([...startingOrgNames()].sort());
  });

  it.each(cases.map(([org, who, differences], index) => ({ org, who, differences, index })))(
    'finds in $org, for $who, what is there',
    ({ differences, index }) => {
      const expected = Object.entries({ ...READY, ...differences }).filter(([, status]) => status !== null);
      expect(examined[index]).toEqual(Object.fromEntries(expected));
    }
  );
});

function examine(home: string): readonly Readonly<Record<string, Status>>[] {
  const output = execFileSync(
    process.execPath,
    ['--import', './scripts/shared/startUp.js', 'scripts/check/doctor/examineOrgs.ts'],
    {
      input: JSON.stringify(cases.map(([org, who]) => [org, who])),
      encoding: 'utf8',
      env: { ...process.env, HOME: home, SF_DISABLE_TELEMETRY: 'true', SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' },
      stdio: ['pipe', 'pipe', 'ignore']
    }
  );
  return JSON.parse(output) as Readonly<Record<string, Status>>[];
}
