import { computedFields, personName } from './computedFields.ts';
import { newRecord } from './newRecord.ts';
import type { Fields, ObjectSchema, StoredRecord } from '../../types.ts';
import { isTrue, textOf } from '../storage/values.ts';
import { withFields } from '../storage/withFields.ts';
import { standardObject, type World } from '../world/world.ts';

/** An account that is created with a last name is a person's. Source: account.md, LastName and IsPersonAccount. */
export function personAccountDefaults(object: ObjectSchema, given: Fields): Fields {
  const isPerson = object.fields.has('IsPersonAccount') && textOf(given, 'LastName') !== '';
  return isPerson ? { Name: personName(given), IsPersonAccount: true } : {};
}

/** Makes the contact that a person account has, where it has none yet. Source: account.md, PersonContactId. */
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
