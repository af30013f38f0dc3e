import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { createLocalOrg } from 'sfdx-local-org';

const FILE = 'force-app/main/default/permissionsets/External_User_Enabler.permissionset-meta.xml';

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

const { PermissionSet: file } = new XMLParser().parse(readFileSync(FILE, 'utf8')) as {
  PermissionSet: { userPermissions: Granted; customMetadataTypeAccesses: Granted };
};

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

it('lets Sales Ops of the local org read the custom metadata types that the shipped permission set names, and nobody without it', () => {
  expect(typesReadBy('Sales Ops')).toEqual([...enabledIn(file.customMetadataTypeAccesses)].sort());
  expect(typesReadBy('Without permission')).toEqual([]);
});
