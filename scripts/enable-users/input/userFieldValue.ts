import type { UserField } from '../facts/userFields.ts';
import { shortened, wholeId } from './contactId.ts';
import { controlCharacterIn } from './controlCharacter.ts';
import { valueOfCell } from './emptyValues.ts';

/** As a request has it: JSON has types, and CSV has the same value as a text. */
export type FieldValue = string | number | boolean;

export type ReadValue =
  | { readonly kind: 'value'; readonly value: FieldValue }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly problem: string };

/** The value that a cell gives a field; none where the cell is empty. */
export function readFieldValue(field: UserField, cell: string): ReadValue {
  // A list may have a value such as “N/A”.
  const listed = field.values?.get(cell.trim().toLowerCase());
  if (listed !== undefined) return { kind: 'value', value: listed };
  const text = valueOfCell(cell);
  if (text === '') return { kind: 'none' };
  const value = valueOf(field, text);
  return typeof value === 'object' ? { kind: 'refused', problem: value.problem } : { kind: 'value', value };
}

interface Problem {
  readonly problem: string;
}

/** Boolean values of Data Loader, whose files people have (Data Loader Guide, "Data Types Supported by Data Loader"). */
const TRUE = ['true', 'yes', 'y', 'on', '1'];
const FALSE = ['false', 'no', 'n', 'off', '0'];

function valueOf(field: UserField, text: string): FieldValue | Problem {
  switch (field.type) {
    case 'boolean':
      if (TRUE.includes(text.toLowerCase())) return true;
      return FALSE.includes(text.toLowerCase()) ? false : wrong(text, 'is neither true nor false. Use one of them.');
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberOf(field, text);
    case 'date':
      return isDate(text) ? text : wrong(text, 'is no date. Write it as 2026-11-30.');
    case 'datetime':
      return isDateTime(text) ? text : wrong(text, 'is no time. Write it as 2026-11-30T14:00:00Z.');
    case 'reference':
      return wholeId(text) ?? wrong(text, 'is no id. Give the id of the record: 15 or 18 letters and digits.');
    case 'picklist':
    case 'combobox':
      return field.values === null ? textOf(field, text) : (valueIn(field.values, text) ?? notAValue(field, text));
    case 'multipicklist':
      return valuesOf(field, text);
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(text) ? textOf(field, text) : wrong(text, 'is no email address. Correct it.');
    default:
      return textOf(field, text);
  }
}

function wrong(text: string, problem: string): Problem {
  return { problem: `“${shortened(text)}” ${problem}` };
}

function textOf({ type, length }: UserField, text: string): string | Problem {
  // A text area has lines.
  const control = controlCharacterIn(type === 'textarea' ? text.replace(/[\r\n\t]/g, ' ') : text);
  if (control !== null) return wrong(text, `holds ${control}. Remove it.`);
  return length > 0 && text.length > length
    ? wrong(text, `has ${String(text.length)} characters. Use at most ${String(length)}.`)
    : text;
}

/** A double holds these exactly (IEEE 754). */
const MOST_DIGITS = 15;

function numberOf({ type, digits, decimals }: UserField, text: string): number | Problem {
  const [, whole = '', fraction = ''] = /^[+-]?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') return wrong(text, 'is no number. Write it with digits and a point, such as 1250.5.');
  if (type === 'int' && fraction !== '') return wrong(text, 'is no whole number. Use one.');
  if (`${whole}${fraction}`.replace(/^0+/, '').length > MOST_DIGITS) {
    return wrong(text, `has more than ${String(MOST_DIGITS)} digits, which would not all arrive. Round it.`);
  }
  if (digits > 0 && fraction.length > decimals) {
    return wrong(text, `has ${String(fraction.length)} decimals. Use at most ${String(decimals)}.`);
  }
  const most = type === 'int' ? digits : digits - decimals;
  return digits > 0 && whole.replace(/^0+/, '').length > most
    ? wrong(text, `is too large. Use at most ${String(most)} digits before the point.`)
    : Number(text);
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // The 30th of February is the second of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [, date, zone] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(Z|[+-]\d{2}:?\d{2})$/.exec(text) ?? [];
  if (date === undefined || zone === undefined || !isDate(date)) return false;
  return !Number.isNaN(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}

function valueIn(values: ReadonlyMap<string, string>, text: string): string | undefined {
  return values.get(text.toLowerCase());
}

function valuesOf(field: UserField, text: string): string | Problem {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const { values } = field;
  if (values === null) return textOf(field, parts.join(';'));
  const unknown = parts.find((part) => valueIn(values, part) === undefined);
  return unknown === undefined
    ? parts.map((part) => valueIn(values, part) ?? part).join(';')
    : notAValue(field, unknown);
}

const MOST_NAMED = 5;

function notAValue({ values, name }: UserField, text: string): Problem {
  const known = [...new Set(values?.values())];
  const named = known.slice(0, MOST_NAMED).map((value) => `“${shortened(value)}”`);
  const more = known.length > named.length ? ` and ${String(known.length - named.length)} more` : '';
  return wrong(text, `is no value of ${name}. There are: ${named.join(', ') || 'none'}${more}.`);
}
