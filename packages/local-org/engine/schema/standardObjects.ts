import Account from '../../schema/objects/Account.json' with { type: 'json' };
import ActiveScratchOrg from '../../schema/objects/ActiveScratchOrg.json' with { type: 'json' };
import BackgroundOperation from '../../schema/objects/BackgroundOperation.json' with { type: 'json' };
import Contact from '../../schema/objects/Contact.json' with { type: 'json' };
import FlowDefinitionView from '../../schema/objects/FlowDefinitionView.json' with { type: 'json' };
import FlowVersionView from '../../schema/objects/FlowVersionView.json' with { type: 'json' };
import Individual from '../../schema/objects/Individual.json' with { type: 'json' };
import ListView from '../../schema/objects/ListView.json' with { type: 'json' };
import Network from '../../schema/objects/Network.json' with { type: 'json' };
import NetworkMember from '../../schema/objects/NetworkMember.json' with { type: 'json' };
import NetworkMemberGroup from '../../schema/objects/NetworkMemberGroup.json' with { type: 'json' };
import NetworkSelfRegistration from '../../schema/objects/NetworkSelfRegistration.json' with { type: 'json' };
import Organization from '../../schema/objects/Organization.json' with { type: 'json' };
import PermissionSet from '../../schema/objects/PermissionSet.json' with { type: 'json' };
import PermissionSetAssignment from '../../schema/objects/PermissionSetAssignment.json' with { type: 'json' };
import Profile from '../../schema/objects/Profile.json' with { type: 'json' };
import ScratchOrgInfo from '../../schema/objects/ScratchOrgInfo.json' with { type: 'json' };
import User from '../../schema/objects/User.json' with { type: 'json' };
import UserLicense from '../../schema/objects/UserLicense.json' with { type: 'json' };
import UserPermissionAccess from '../../schema/objects/UserPermissionAccess.json' with { type: 'json' };
import UserRole from '../../schema/objects/UserRole.json' with { type: 'json' };
import systemFieldDefinitions from '../../schema/systemFields.json' with { type: 'json' };
import type { FieldDefinition, ObjectDefinition } from './definition.ts';

/** Every object of the local org by API name. JSON's types are wider than ours, hence the door. */
export const objectDefinitions = {
  Account,
  ActiveScratchOrg,
  BackgroundOperation,
  Contact,
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

/** Fields that many objects share. Source: Object Reference, "System Fields". */
export const systemFields = systemFieldDefinitions as Readonly<Record<string, FieldDefinition>>;
