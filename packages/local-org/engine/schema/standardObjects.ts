import Account from './objects/Account.json' with { type: 'json' };
import ActiveScratchOrg from './objects/ActiveScratchOrg.json' with { type: 'json' };
import BackgroundOperation from './objects/BackgroundOperation.json' with { type: 'json' };
import Contact from './objects/Contact.json' with { type: 'json' };
import DelegateGroup from './objects/DelegateGroup.json' with { type: 'json' };
import DelegateGroupGrant from './objects/DelegateGroupGrant.json' with { type: 'json' };
import DelegateGroupMember from './objects/DelegateGroupMember.json' with { type: 'json' };
import EmailDomainKey from './objects/EmailDomainKey.json' with { type: 'json' };
import FlowDefinitionView from './objects/FlowDefinitionView.json' with { type: 'json' };
import FlowVersionView from './objects/FlowVersionView.json' with { type: 'json' };
import Individual from './objects/Individual.json' with { type: 'json' };
import ListView from './objects/ListView.json' with { type: 'json' };
import Network from './objects/Network.json' with { type: 'json' };
import NetworkMember from './objects/NetworkMember.json' with { type: 'json' };
import NetworkMemberGroup from './objects/NetworkMemberGroup.json' with { type: 'json' };
import NetworkSelfRegistration from './objects/NetworkSelfRegistration.json' with { type: 'json' };
import Organization from './objects/Organization.json' with { type: 'json' };
import PermissionSet from './objects/PermissionSet.json' with { type: 'json' };
import PermissionSetAssignment from './objects/PermissionSetAssignment.json' with { type: 'json' };
import Profile from './objects/Profile.json' with { type: 'json' };
import ScratchOrgInfo from './objects/ScratchOrgInfo.json' with { type: 'json' };
import User from './objects/User.json' with { type: 'json' };
import UserLicense from './objects/UserLicense.json' with { type: 'json' };
import UserPermissionAccess from './objects/UserPermissionAccess.json' with { type: 'json' };
import UserRole from './objects/UserRole.json' with { type: 'json' };
import systemFieldDefinitions from './systemFields.json' with { type: 'json' };
import type { FieldDefinition, ObjectDefinition } from './definition.ts';

/** Every standard object of the local org by API name. The cast narrows the wide types that JSON imports have. */
export const objectDefinitions = {
  Account,
  ActiveScratchOrg,
  BackgroundOperation,
  Contact,
  DelegateGroup,
  DelegateGroupGrant,
  DelegateGroupMember,
  EmailDomainKey,
  FlowDefinitionView,
  FlowVersionView,
  Individual,
  ListView,
  Network,
  NetworkMember,
  NetworkMemberGroup,
  NetworkSelfRegistration,
  Organization,
  PermissionSet,
  PermissionSetAssignment,
  Profile,
  ScratchOrgInfo,
  User,
  UserLicense,
  UserPermissionAccess,
  UserRole
} as Readonly<Record<string, ObjectDefinition>>;

/** Fields that many objects have. Source: Object Reference, "System Fields". */
export const systemFields = systemFieldDefinitions as Readonly<Record<string, FieldDefinition>>;
