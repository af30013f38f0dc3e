import type { Access, Fields, ObjectSchema, Person, Refusal, StoredRecord } from '../../types.ts';
import type { World } from '../world/world.ts';

/** One insert or update, before it is stored. */
export interface Write {
  readonly action: 'insert' | 'update';
  readonly object: ObjectSchema;
  /** As stored now; null for an insert. */
  readonly before: StoredRecord | null;
  /** What the caller gave, by the schema's API names. */
  readonly given: Fields;
  /** As it would be stored. */
  readonly after: StoredRecord;
  readonly person: Person;
  readonly access: Access;
}

/** A rule of the platform: null lets the write pass. */
export type Rule = (write: Write, world: World) => Refusal | null;

/** Builds a refusal; without fields it concerns the whole record. */
export function refuse(statusCode: string, message: string, ...fields: readonly string[]): Refusal {
  return { statusCode, message, fields };
}

/** Whether the write gives one of the fields a value that it did not have. */
export function isChanged({ before, after }: Write, ...fields: readonly string[]): boolean {
  return fields.some((field) => (before?.[field] ?? null) !== (after[field] ?? null));
}
