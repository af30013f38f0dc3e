import { isRefusal, normalizeFields } from './normalizeFields.ts';
import { rowsLockedBy } from './lockedRows.ts';
import { changedRecord, newRecord } from '../effects/newRecord.ts';
import { personAccountDefaults } from '../effects/personAccounts.ts';
import { removeRecord } from '../effects/removeRecord.ts';
import { findRefusals } from '../refusals/refusals.ts';
import { entityIsDeleted, findRemovalRefusal } from '../refusals/removals.ts';
import { findMissingRight } from '../refusals/rights.ts';
import { refuse, type Write, type Refusal } from '../refusals/rule.ts';
import { createStatements, type Triggers } from './statements.ts';
import type { TransactionScope } from './transactionScope.ts';
import { disablingChanges, userDefaults } from '../effects/userDefaults.ts';
import type { World } from '../world/world.ts';
import { withFields, type Fields, type StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from '../access/access.ts';
import type { Person } from '../access/person.ts';
import type { WriteResult, Writes } from './writes.ts';
import { saveRecord } from '../effects/saveRecord.ts';

/** The writes of an open transaction. A refused write does not change the store. */
export interface CheckedWrites {
  readonly writes: Writes;
  readonly hasRefusal: () => boolean;
}

/** Who writes, and the scope of the transaction. */
export interface WritesContext {
  readonly world: World;
  readonly person: Person;
  readonly access: Access;
  readonly scope: TransactionScope;
  readonly triggers: Triggers;
  readonly lockHolder?: string | undefined;
  readonly isPlatform?: boolean | undefined;
}

/** Builds the writes for one person and access. The caller commits or rolls back. */
export function createWrites(context: WritesContext): CheckedWrites {
  const { world, person, access, scope, lockHolder, isPlatform = false } = context;
  const { mixedDml } = scope;
  let isRefused = false;
  const statements = createStatements(context, () => {
    isRefused = true;
  });

  function refused(errors: readonly Refusal[]): WriteResult {
    isRefused = true;
    return { success: false, errors };
  }

  function write(asked: Omit<Write, 'person' | 'access'>): WriteResult {
    const set = isPlatform ? {} : context.triggers.beforeSave(asked, context);
    if (isRefusal(set)) return refused([set]);
    // What a flow set has to pass the same rules as what the caller sent.
    const one =
      Object.keys(set).length === 0
        ? asked
        : { ...asked, given: { ...asked.given, ...set }, after: withFields(asked.after, set) };
    const { object, action, given, before, after } = one;
    const mixed = isPlatform ? null : mixedDml.check(object, action, given);
    const errors = mixed === null ? findRefusals({ ...one, person, access }, world) : [mixed];
    if (errors.length > 0) return refused(errors);
    const locked = world.locks.take(rowsLockedBy(world, one), lockHolder);
    if (locked !== null) return refused([rowIsLocked(locked)]);
    if (!isPlatform) mixedDml.note(object, action, given);
    saveRecord(world, object, before, after);
    statements.noteSaved({ object, before, id: after.Id });
    return { success: true, id: after.Id };
  }

  /** Publishing an event is not DML, so neither mixed DML nor a rollback affects an event that is published at once [F-041]. */
  function publish(object: ObjectSchema, given: Fields, after: StoredRecord): WriteResult {
    const errors = findRefusals({ action: 'insert', object, before: null, given, after, person, access }, world);
    if (errors.length > 0) return refused(errors);
    scope.publish({ kind: 'event', dueAt: world.clock.now(), object: object.apiName, fields: after }, object);
    return { success: true, id: after.Id };
  }

  const single: Omit<Writes, 'statement'> = {
    insert: (object, fields) => {
      const given = normalizeFields(world.schema, object, fields);
      if (isRefusal(given)) return refused([given]);
      const missing = findMissingRight({ action: 'insert', object, given, access });
      if (missing !== null) return refused([missing]);
      const defaults = insertDefaults(world, object, given);
      const after = newRecord(world, object, person.userId, { ...given, ...defaults });
      if (object.publishBehavior !== undefined) return publish(object, given, after);
      return write({ action: 'insert', object, before: null, given, after });
    },
    update: (id, fields) => {
      const target = findTarget(world, access, id);
      if (target === null) return refused([missingTarget(world, access, id)]);
      const given = normalizeFields(world.schema, target.object, withoutId(fields));
      if (isRefusal(given)) return refused([given]);
      const { object, record: before } = target;
      const missing = findMissingRight({ action: 'update', object, given, access });
      if (missing !== null) return refused([missing]);
      const disabling = object.apiName === 'User' ? disablingChanges(before, given) : {};
      const after = changedRecord(world, object, person.userId, before, { ...given, ...disabling });
      return write({ action: 'update', object, before, given, after });
    },
    remove: (id) => {
      const target = findTarget(world, access, id);
      if (target === null) return refused([missingTarget(world, access, id)]);
      const refusal =
        mixedDml.check(target.object, 'remove', {}) ?? findRemovalRefusal(world, access, target.object, target.record);
      if (refusal !== null) return refused([refusal]);
      mixedDml.note(target.object, 'remove', {});
      removeRecord(world, target.object, target.record);
      return { success: true, id: target.record.Id };
    }
  };
  const writes: Writes = {
    insert: (object, fields) => statements.single(() => single.insert(object, fields)),
    update: (id, fields) => statements.single(() => single.update(id, fields)),
    remove: (id) => statements.single(() => single.remove(id)),
    statement: statements.statement
  };
  return { writes, hasRefusal: () => isRefused };
}

/** Source: SOAP API Developer Guide, "Core Data Types", StatusCode UNABLE_TO_LOCK_ROW [F-008]. The text was seen in use. */
function rowIsLocked(id: string): Refusal {
  return refuse('UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${id}`);
}

const notFound = refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');

function findTarget(
  world: World,
  access: Access,
  id: string
): { readonly object: ObjectSchema; readonly record: StoredRecord } | null {
  const object = world.schema.objectOfId(id);
  const record = world.records.find(id);
  if (object === undefined || record === undefined || !access.canRead(object) || !access.canSee(record)) return null;
  return { object, record };
}

function missingTarget(world: World, access: Access, id: string): Refusal {
  const object = world.schema.objectOfId(id);
  const deleted = world.records.findDeleted(id);
  const isSeen = object !== undefined && deleted !== undefined && access.canRead(object) && access.canSee(deleted);
  return isSeen ? entityIsDeleted : notFound;
}

function insertDefaults(world: World, object: ObjectSchema, given: Fields): Fields {
  switch (object.apiName) {
    case 'User':
      return userDefaults(world, given);
    case 'Account':
      return personAccountDefaults(object, given);
    default:
      return {};
  }
}

/** Removes the id, because `updateRecord` sends it among the fields. */
function withoutId(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== 'id'));
}
