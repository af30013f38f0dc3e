import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { createLocalOrg } from 'sfdx-local-org';

const FILE = 'force-app/main/default/permissionsets/External_User_Enabler.permissionset-meta.xml';
const PARTNER_FILE = 'force-app/partner/default/permissionsets/External_User_Partner_Accounts.permissionset-meta.xml';

/** Permissions of User that a person may hold here; names as in the Metadata API. */
const USER_PERMISSIONS = [
  'ManagePartners',
  'ManageCssUsers',
  'ManageInternalUsers',
  'ManageUsers',
  'ModifyAllData',
  'ResetPasswords',
  'ViewAllData',
  'ViewAllProfiles',
  'ViewAllUsers',
  'ViewRoles',
  'ViewSetup'
];

type Granted = readonly { readonly enabled: boolean; readonly name: string }[];
type ObjectAccess = Readonly<Record<string, string | boolean>>;

interface PermissionSetFile {
  readonly userPermissions: Granted;
  readonly customMetadataTypeAccesses: Granted;
  readonly objectPermissions: readonly ObjectAccess[];
  readonly fieldPermissions: readonly { readonly field: string; readonly editable: boolean }[];
}

function read(path: string): PermissionSetFile {
  const lists = ['userPermissions', 'customMetadataTypeAccesses', 'objectPermissions', 'fieldPermissions'];
  const parser = new XMLParser({ isArray: (name) => lists.includes(name) });
  const none = { userPermissions: [], customMetadataTypeAccesses: [], objectPermissions: [], fieldPermissions: [] };
  const { PermissionSet } = parser.parse(readFileSync(path, 'utf8')) as {
    readonly PermissionSet: Partial<PermissionSetFile>;
  };
  return { ...none, ...PermissionSet };
}

/** What a permission set lets a person do with objects, such as `Account: Read`. */
function objectsIn({ objectPermissions }: PermissionSetFile): readonly string[] {
  return objectPermissions.flatMap((access) =>
    Object.entries(access).flatMap(([right, isGiven]) =>
      isGiven === true ? [`${String(access['object'])}: ${right}`] : []
    )
  );
}

const file = read(FILE);
const partnerFile = read(PARTNER_FILE);

const { org } = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => 'http://localhost' });

function enabledIn(granted: Granted): readonly string[] {
  return granted.filter(({ enabled }) => enabled).map(({ name }) => name);
}

function accessOf(label: string): ReturnType<typeof org.access> {
  const person = org.people.find((candidate) => candidate.label === label);
  if (person === undefined) throw new Error(`Nobody is ${label}`);
  return org.access(person);
}

function heldBy(label: string): readonly string[] {
  return USER_PERMISSIONS.filter((permission) => accessOf(label).has(permission));
}

function typesReadBy(label: string): readonly string[] {
  const types = org.schema.objects.filter(({ apiName }) => apiName.endsWith('__mdt'));
  return types.filter((type) => accessOf(label).canRead(type)).map(({ apiName }) => apiName);
}

it('gives Sales Ops of the local org what the shipped permission set grants, and nothing more', () => {
  expect(heldBy('Sales Ops')).toEqual([...enabledIn(file.userPermissions)].sort());
  expect(heldBy('Without permission')).toEqual([]);
});

it('lets nobody change accounts or contacts by the permission set of the action', () => {
  expect(objectsIn(file)).toEqual(['Account: allowRead', 'Contact: allowRead']);
  expect(file.fieldPermissions).toEqual([]);
});

it('lets make partner accounts by a permission set of its own, which lets do nothing else', () => {
  expect(objectsIn(partnerFile)).toEqual(['Account: allowEdit', 'Account: allowRead']);
  expect(partnerFile.fieldPermissions).toEqual([{ editable: true, field: 'Account.IsPartner', readable: true }]);
  expect([...partnerFile.userPermissions, ...partnerFile.customMetadataTypeAccesses]).toEqual([]);
});

it('gives the permission sets of the local org the same rights to objects', () => {
  const { grants } = JSON.parse(readFileSync('packages/local-org/startingOrgs/ready.json', 'utf8')) as {
    readonly grants: Readonly<Record<string, { readonly objectPermissions: unknown }>>;
  };
  expect(grants['externalUserEnabler']?.objectPermissions).toEqual({ Account: ['read'], Contact: ['read'] });
  expect(grants['externalUserPartnerAccounts']?.objectPermissions).toEqual({ Account: ['read', 'edit'] });
});

it('lets Sales Ops of the local org read the custom metadata types that the shipped permission set names, and nobody without it', () => {
  expect(typesReadBy('Sales Ops')).toEqual([...enabledIn(file.customMetadataTypeAccesses)].sort());
  expect(typesReadBy('Without permission')).toEqual([]);
});
