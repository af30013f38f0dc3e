import { computedFields, personName } from './computedFields.ts';
import { newRecord } from './newRecord.ts';
import { isTrue, textOf, withFields, type Fields, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** An account with a last name is a person account. Source: Object Reference, "Account", LastName and IsPersonAccount [F-082]. */
export function personAccountDefaults(object: ObjectSchema, given: Fields): Fields {
  const isPerson = object.fields.has('IsPersonAccount') && textOf(given, 'LastName') !== '';
  return isPerson ? { Name: personName(given), IsPersonAccount: true } : {};
}

/** Creates the contact of a person account, if it has none yet. Source: Object Reference, "Account", PersonContactId [F-082]. */
export function withPersonContact(world: World, account: StoredRecord): StoredRecord {
  if (!isTrue(account, 'IsPersonAccount') || textOf(account, 'PersonContactId') !== '') return account;
  const object = standardObject(world, 'Contact');
  const contact = newRecord(world, object, textOf(account, 'CreatedById'), {
    FirstName: account['FirstName'] ?? null,
    LastName: account['LastName'] ?? null,
    Email: account['PersonEmail'] ?? null,
    OwnerId: account['OwnerId'] ?? null,
    AccountId: account.Id,
    IsPersonAccount: true
  });
  world.records.save(object, withFields(contact, computedFields(world, 'Contact', contact)));
  return withFields(account, { PersonContactId: contact.Id });
}
