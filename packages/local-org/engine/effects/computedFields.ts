import { isCustomMetadataType } from '../schema/customMetadata.ts';
import { isExternalType, portalTypeOf, userTypeOf } from './userTypes.ts';
import { isTrue, textOf, type Fields, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/** The values of the fields that the platform computes from other fields when it saves the record. */
export function computedFields(world: World, objectName: string, record: StoredRecord): Fields {
  switch (objectName) {
    case 'User':
      return computedOfUser(world, record);
    case 'Contact':
      return { Name: personName(record) };
    case 'Account':
      return isTrue(record, 'IsPersonAccount') ? { Name: personName(record) } : {};
    default:
      return isCustomMetadataType(objectName) ? computedOfCustomMetadata(record) : {};
  }
}

/** Source: Object Reference, "Custom Metadata Type__mdt": Label "is always the same as the MasterLabel value". */
function computedOfCustomMetadata(record: StoredRecord): Fields {
  return {
    Label: textOf(record, 'MasterLabel'),
    Language: 'en_US',
    QualifiedApiName: textOf(record, 'DeveloperName')
  };
}

/** Source: Object Reference, "User", Name [F-063], UserType [F-064], AccountId and IsPortalEnabled [F-065], PortalRole [F-012]. */
function computedOfUser(world: World, user: StoredRecord): Fields {
  const userType = userTypeOf(world, textOf(user, 'ProfileId'));
  const contact = world.records.find(textOf(user, 'ContactId'));
  const isExternal = isExternalType(userType) && contact !== undefined;
  const portal = {
    AccountId: contact === undefined ? null : textOf(contact, 'AccountId') || null,
    IsPortalEnabled: isExternal && isTrue(user, 'IsActive'),
    PortalRole: isExternal && portalTypeOf(userType) !== null ? portalRoleOf(user, contact) : null
  };
  const isExistingField = (field: string): boolean => world.schema.object('User')?.fields.has(field) === true;
  return {
    Name: personName(user),
    UserType: userType,
    ...Object.fromEntries(Object.entries(portal).filter(([field]) => isExistingField(field)))
  };
}

/** The role of a person account is of a kind of its own. Source: Salesforce Help, "Use a Shared Person Account Role for Site Users" [F-068]. */
function portalRoleOf(user: StoredRecord, contact: StoredRecord): string {
  return textOf(user, 'PortalRole') || (isTrue(contact, 'IsPersonAccount') ? 'PersonAccount' : 'Worker');
}

/** Source: Object Reference, "User", Name: "Concatenation of FirstName and LastName. Limited to 203 characters" [F-063]. */
export function personName(person: Fields): string {
  return ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((part) => textOf(person, part))
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 203);
}
