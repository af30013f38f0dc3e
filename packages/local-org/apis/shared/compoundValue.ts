import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { valueOf } from './view.ts';

export type CompoundValue = Readonly<Record<string, FieldValue>>;

/** Whether a field is composed of others, as `MailingAddress` is. */
export function isCompound(field: FieldSchema): boolean {
  return field.dataType === 'address' || field.dataType === 'location';
}

/** `MailingCity` becomes `city` of `MailingAddress`; null when all parts are empty. Source: SOAP API, "Compound Fields". */
export function compoundValueOf(
  object: ObjectSchema,
  record: StoredRecord,
  compound: FieldSchema
): CompoundValue | null {
  const prefix = compound.apiName.replace(/Address$/, '');
  const parts: [string, FieldValue][] = [...object.fields.values()]
    .filter((field) => field.compoundFieldName === compound.apiName)
    .map((field) => {
      const part = field.apiName.startsWith(prefix) ? field.apiName.slice(prefix.length) : field.apiName;
      return [part.charAt(0).toLowerCase() + part.slice(1), valueOf(record, field)];
    });
  return parts.some(([, value]) => value !== null) ? Object.fromEntries(parts) : null;
}
