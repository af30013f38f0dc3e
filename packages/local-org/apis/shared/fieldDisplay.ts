import type { FieldValue } from '../../engine/storage/record.ts';
import type { FieldSchema } from '../../engine/schema/objectSchema.ts';

const wholeNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const currency = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/**
 * `displayValue` of a UI API or GraphQL field, formatted for en_US: the label of a picklist value, a localised number,
 * date or time; null where the value is its own display (Field Value, User Interface API).
 */
export function displayValueOf(field: FieldSchema, value: FieldValue): string | null {
  if (value === null) return null;
  switch (field.dataType) {
    case 'picklist':
    case 'combobox':
      return labelOf(field, String(value));
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((part) => labelOf(field, part))
        .join(';');
    case 'int':
      return wholeNumber.format(Number(value));
    case 'double':
      return decimal(field.scale).format(Number(value));
    case 'percent':
      return `${decimal(field.scale).format(Number(value))}%`;
    case 'currency':
      return currency.format(Number(value));
    case 'date':
      return dateText(new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
      return `${dateText(new Date(String(value)))}, ${timeText(new Date(String(value)))}`;
    case 'id':
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'reference':
    case 'boolean':
    case 'address':
    case 'location':
    case 'encryptedstring':
      return null;
  }
}

/** UI API and GraphQL write a date-time with `Z` where the REST API writes `+0000`. */
export function apiValueOf(field: FieldSchema, value: FieldValue): FieldValue {
  return field.dataType === 'datetime' && typeof value === 'string' ? new Date(value).toISOString() : value;
}

/** The REST API's form of a date-time: `2026-11-24T07:00:00.000+0000`. */
export function restValueOf(field: FieldSchema, value: FieldValue): FieldValue {
  return field.dataType === 'datetime' && typeof value === 'string'
    ? new Date(value).toISOString().replace('Z', '+0000')
    : value;
}

function labelOf(field: FieldSchema, value: string): string {
  return field.picklistValues.find((entry) => entry.value === value)?.label ?? value;
}

function decimal(scale: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', { minimumFractionDigits: 0, maximumFractionDigits: Math.min(scale, 20) });
}

function dateText(date: Date): string {
  return date.toLocaleDateString('en-US', { timeZone: 'UTC' });
}

function timeText(date: Date): string {
  return date.toLocaleTimeString('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
}
