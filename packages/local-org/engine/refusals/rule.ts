import type { World } from '../world/world.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from '../access/access.ts';
import type { Person } from '../access/person.ts';

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

/** One refusal, in Salesforce's own words. `fields` holds API names, empty for an error of the whole record. */
export interface Refusal {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}
