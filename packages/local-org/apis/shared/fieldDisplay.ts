import type { FieldSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue } from '../../engine/storage/record.ts';

const wholeNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const currency = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/**
 * The `displayValue` of a UI API or GraphQL field, formatted for en_US: a picklist label, a localized number, date or time.
 * Null for a value that is displayed as it is. Source: User Interface API Developer Guide, "Field Value".
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
    case 'complexvalue':
      return null;
  }
}

/** The form of a value in UI API and GraphQL, whose date-times end in `Z`. */
export function apiValueOf(field: FieldSchema, value: FieldValue): FieldValue {
  return field.dataType === 'datetime' && typeof value === 'string' ? new Date(value).toISOString() : value;
}

/** The form of a value in the REST API, whose date-times end in `+0000`. */
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
