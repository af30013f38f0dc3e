import type { ChildRelationship, FieldSchema } from './objectSchema.ts';

/** Names by `Child.Field`, as the describe of the parent lists them. A reference without a name here cannot be a subquery. */
const RELATIONSHIP_NAMES: Readonly<Record<string, string>> = {
  'Account.ParentId': 'ChildAccounts',
  'Contact.AccountId': 'Contacts',
  'Contact.IndividualId': 'Contacts',
  'Contact.ReportsToId': 'ChildContacts',
  'NetworkMember.MemberId': 'NetworkMemberUsers',
  'NetworkMember.NetworkId': 'NetworkMembers',
  'NetworkMemberGroup.NetworkId': 'NetworkMemberGroups',
  'NetworkMemberGroup.ParentId': 'NetworkMemberGroups',
  'NetworkSelfRegistration.NetworkId': 'NetworkSelfRegistrations',
  'PermissionSetAssignment.AssigneeId': 'PermissionSetAssignments',
  'PermissionSetAssignment.PermissionSetId': 'Assignments',
  'User.AccountId': 'Users',
  'User.ContactId': 'Users',
  'User.IndividualId': 'Users',
  'User.ManagerId': 'ManagedUsers',
  'User.ProfileId': 'Users',
  'User.UserRoleId': 'Users',
  'UserRole.PortalAccountId': 'UserRoles'
};

/** The relationships by which other objects' references name this object. */
export function childRelationships(
  parent: string,
  fieldsOf: ReadonlyMap<string, ReadonlyMap<string, FieldSchema>>
): ChildRelationship[] {
  return [...fieldsOf].flatMap(([childObject, fields]) =>
    [...fields.values()].flatMap(({ apiName: field, referenceTo }) => {
      const relationshipName = RELATIONSHIP_NAMES[`${childObject}.${field}`] ?? '';
      return referenceTo.includes(parent) && relationshipName !== '' ? [{ relationshipName, childObject, field }] : [];
    })
  );
}
