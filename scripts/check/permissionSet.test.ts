import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { createLocalOrg } from '../local-org/main.ts';

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

function grantedByFile(): readonly string[] {
  const document = new XMLParser().parse(readFileSync(FILE, 'utf8')) as {
    PermissionSet: { userPermissions: readonly { enabled: boolean; name: string }[] };
  };
  return document.PermissionSet.userPermissions.filter(({ enabled }) => enabled).map(({ name }) => name);
}

function heldBy(label: string): readonly string[] {
  const { org } = createLocalOrg({ org: 'ready', seed: 1, controlDoor: false, url: () => 'http://localhost' });
  const person = org.people.find((candidate) => candidate.label === label);
  if (person === undefined) throw new Error(`Nobody is ${label}`);
  return USER_PERMISSIONS.filter((permission) => org.access(person).has(permission));
}

it('gives Sales Ops of the local org what the shipped permission set grants, and nothing more', () => {
  expect(heldBy('Sales Ops')).toEqual([...grantedByFile()].sort());
  expect(heldBy('Without permission')).toEqual([]);
});
