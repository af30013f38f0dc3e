import type { ChildRelationship, FieldSchema } from './objectSchema.ts';

/** Names by `Child.Field`, as a describe of the parent lists them. A subquery needs such a name. */
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

/** The child relationships of an object: the reference fields of other objects that point to it. */
export function childRelationships(
  parent: string,
  fieldsOf: ReadonlyMap<string, ReadonlyMap<string, FieldSchema>>
): ChildRelationship[] {
  return [...fieldsOf].flatMap(([childObject, fields]) =>
    [...fields.values()].flatMap(({ apiName: field, referenceTo }) => {
      if (!referenceTo.includes(parent)) return [];
      const relationshipName = RELATIONSHIP_NAMES[`${childObject}.${field}`] ?? '';
      return relationshipName === '' ? [] : [{ relationshipName, childObject, field }];
    })
  );
}
