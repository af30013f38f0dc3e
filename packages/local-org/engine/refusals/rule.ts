import type { World } from '../world/world.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from '../access/access.ts';
import type { Person } from '../access/person.ts';

/** One insert or update, before it is stored. */
export interface Write {
  readonly action: 'insert' | 'update';
  readonly object: ObjectSchema;
  /** The record as it is stored now; null for an insert. */
  readonly before: StoredRecord | null;
  /** The fields that the caller sent, by their API names. */
  readonly given: Fields;
  /** The record as it would be stored. */
  readonly after: StoredRecord;
  readonly person: Person;
  readonly access: Access;
}

/** A rule of the platform. It returns null if the write may pass. */
export type Rule = (write: Write, world: World) => Refusal | null;

/** Builds a refusal. Without fields it is about the whole record. */
export function refuse(statusCode: string, message: string, ...fields: readonly string[]): Refusal {
  return { statusCode, message, fields };
}

/** Whether the write changes one of these fields. */
export function isChanged({ before, after }: Write, ...fields: readonly string[]): boolean {
  return fields.some((field) => (before?.[field] ?? null) !== (after[field] ?? null));
}

/** One refusal, in the words of Salesforce. `fields` holds API names; it is empty for an error of the whole record. */
export interface Refusal {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}
