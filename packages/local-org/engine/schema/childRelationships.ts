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

/** The child relationships by their parent: the reference fields of other objects that point to it. */
export function childRelationships(
  fieldsOf: ReadonlyMap<string, ReadonlyMap<string, FieldSchema>>
): ReadonlyMap<string, readonly ChildRelationship[]> {
  const ofParent = new Map<string, ChildRelationship[]>();
  for (const [childObject, fields] of fieldsOf) {
    for (const { apiName: field, referenceTo } of fields.values()) {
      const relationshipName = RELATIONSHIP_NAMES[`${childObject}.${field}`];
      if (relationshipName === undefined) continue;
      for (const parent of referenceTo) {
        const others = ofParent.get(parent) ?? [];
        ofParent.set(parent, [...others, { relationshipName, childObject, field }]);
      }
    }
  }
  return ofParent;
}
