import type { Org } from '../../engine/org/org.ts';
import { refuse, type Refusal } from '../../engine/refusals/rule.ts';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';
import { toDateTime } from '../../engine/storage/clock.ts';
import type { Fields, FieldValue } from '../../engine/storage/record.ts';
import type { Column } from './csvHeader.ts';

/** "To set a field value to null, use a field value of #N/A." */
const NULL = '#N/A';

export type RowFields =
  { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly refusal: Refusal };

/** Reads the fields of a row. Empty values are left out ("Empty field values are ignored when you update records"). */
export function readRowFields(org: Org, columns: readonly Column[], values: readonly string[]): RowFields {
  const fields: Record<string, FieldValue> = {};
  for (const [index, column] of columns.entries()) {
    const text = values[index] ?? '';
    if (text === '') continue;
    const { field } = column;
    if (text === NULL) fields[field.apiName] = null;
    else if (column.kind === 'field') fields[field.apiName] = valueOf(field, text);
    else {
      const [match, ...others] = org.where(column.target, column.by.apiName, text);
      if (match === undefined || others.length > 0)
        return { ok: false, refusal: noSuchKey(column, text, others.length) };
      fields[field.apiName] = match.Id;
    }
  }
  return { ok: true, fields };
}

/** Converts a text to the type of its field. A text that does not fit stays a text, which the org refuses. */
function valueOf(field: FieldSchema, text: string): FieldValue {
  switch (field.dataType) {
    case 'boolean':
      if (/^(?:true|1)$/i.test(text)) return true;
      return /^(?:false|0)$/i.test(text) ? false : text;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'datetime': {
      const time = Date.parse(text);
      return Number.isNaN(time) ? text : toDateTime(time);
    }
    default:
      return text;
  }
}

/** The texts as orgs answer them. */
function noSuchKey({ target, by }: Column & { kind: 'reference' }, text: string, others: number): Refusal {
  return others > 0
    ? refuse('INVALID_FIELD', `More than 1 record found for external id field: ${by.apiName}`)
    : refuse(
        'INVALID_FIELD',
        `Foreign key external ID: ${text} not found for field ${by.apiName} in entity ${target.apiName}`
      );
}
