import type { ObjectSchema } from '../schema/objectSchema.ts';

type Holds = (permission: string) => boolean;

interface SetupAccess {
  read(has: Holds): boolean;
  write(has: Holds): boolean;
}

const everybody = (): boolean => true;
const nobody = (): boolean => false;
const anyOf =
  (...permissions: readonly string[]): SetupAccess['read'] =>
  (has) =>
    permissions.some(has);

/**
 * Objects for which user permissions decide instead of object permissions. Source: Object Reference, "Special Access
 * Rules" of each object. User is writable here, because its own rules refuse later [F-077].
 */
const SETUP_ACCESS: Readonly<Record<string, SetupAccess>> = {
  ActiveScratchOrg: { read: anyOf('ViewAllData', 'ModifyAllData'), write: anyOf('ModifyAllData') },
  BackgroundOperation: { read: everybody, write: nobody },
  // Only the Tooling API has them.
  DelegateGroup: { read: nobody, write: nobody },
  DelegateGroupGrant: { read: nobody, write: nobody },
  DelegateGroupMember: { read: nobody, write: nobody },
  // In an org the sharing of each list view decides; here everybody sees all list views.
  ListView: { read: everybody, write: nobody },
  EmailDomainKey: { read: everybody, write: anyOf('CustomizeApplication') },
  FlowDefinitionView: { read: anyOf('ViewSetup', 'ManageInteraction'), write: nobody },
  FlowVersionView: { read: anyOf('ViewSetup', 'ManageInteraction'), write: nobody },
  ScratchOrgInfo: { read: anyOf('ViewAllData', 'ModifyAllData'), write: anyOf('ModifyAllData') },
  User: { read: everybody, write: everybody },
  Organization: { read: everybody, write: anyOf('ModifyAllData', 'CustomizeApplication') },
  Profile: { read: everybody, write: anyOf('ManageProfilesPermissionsets') },
  PermissionSet: {
    read: anyOf('ViewSetup', 'AssignPermissionSets', 'ManageProfilesPermissionsets'),
    write: anyOf('ManageProfilesPermissionsets')
  },
  PermissionSetAssignment: {
    read: anyOf('ViewSetup', 'AssignPermissionSets', 'ManageUsers'),
    write: anyOf('AssignPermissionSets', 'ManageUsers')
  },
  UserLicense: { read: anyOf('ViewSetup'), write: nobody },
  UserPermissionAccess: { read: everybody, write: nobody },
  UserRole: { read: anyOf('ViewRoles'), write: anyOf('ManageRoles') },
  Network: { read: everybody, write: anyOf('ManageNetworks') },
  NetworkMember: { read: everybody, write: anyOf('ManageNetworks') },
  NetworkMemberGroup: { read: everybody, write: anyOf('ManageNetworks') },
  NetworkSelfRegistration: { read: anyOf('ManageNetworks'), write: anyOf('ManageNetworks') }
};

/** The access rules of a setup object; undefined if object permissions decide. */
export function setupAccessOf(object: ObjectSchema): SetupAccess | undefined {
  return SETUP_ACCESS[object.apiName];
}
