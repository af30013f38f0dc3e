import type { FieldSchema, ObjectSchema, Schema } from '../schema/objectSchema.ts';
import type { StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/** A field that refers to records of an object. */
interface Reference {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
}

/** The records that refer to a record by one field. */
export interface Referrers extends Reference {
  readonly records: readonly StoredRecord[];
}

/** Built once for a schema, because every deletion asks for them; a deploy makes another schema. */
const referencesOf = new WeakMap<Schema, Map<string, readonly Reference[]>>();

/** Finds the records that refer to a record, field by field. */
export function findReferrers(world: World, object: ObjectSchema, id: string): Referrers[] {
  return referencesTo(world.schema, object)
    .map((reference) => ({
      ...reference,
      records: world.records.where(reference.object.apiName, reference.field.apiName, id)
    }))
    .filter(({ records }) => records.length > 0);
}

function referencesTo(schema: Schema, { apiName }: ObjectSchema): readonly Reference[] {
  const ofSchema = referencesOf.get(schema) ?? new Map<string, readonly Reference[]>();
  referencesOf.set(schema, ofSchema);
  const known = ofSchema.get(apiName);
  if (known !== undefined) return known;
  const references = schema.objects.flatMap((object) =>
    [...object.fields.values()]
      .filter(({ referenceTo }) => referenceTo.includes(apiName))
      .map((field) => ({ object, field }))
  );
  ofSchema.set(apiName, references);
  return references;
}
