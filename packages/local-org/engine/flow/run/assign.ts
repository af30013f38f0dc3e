import { resourceOf } from '../model/flow.ts';
import type { AssignmentItem } from '../model/elements.ts';
import type { FlowRecord, FlowValue } from '../model/values.ts';
import { isCollection, isRecord, withField } from './interview.ts';
import { coerced, sourceValue, textOfValue, valueAt, type RunContext } from './values.ts';
import type { FieldValue } from '../../storage/record.ts';

/** Sets a variable, or a field of a record variable. */
export function setValue(running: RunContext, path: string, value: FlowValue): void {
  const { frame } = running;
  const [name = '', field, ...more] = path.split('.');
  if (more.length > 0) return;
  const key = name.toLowerCase();
  if (field === undefined) {
    frame.values.set(key, inFormOf(running, name, value));
    return;
  }
  const held = frame.values.get(key);
  const record = isRecord(held) ? held : emptyRecord(running, name);
  if (record !== null) frame.values.set(key, withField(record, fieldName(running, record, field), singleValue(value)));
}

function inFormOf({ frame }: RunContext, name: string, value: FlowValue): FlowValue {
  const variable = resourceOf(frame.flow, name);
  if (variable?.kind !== 'variable') return value;
  if (!variable.isCollection) return coerced(value, variable.dataType);
  return value === null ? [] : coerced(isCollection(value) ? value : [value], variable.dataType);
}

/** An empty record variable becomes a record when its first field is set. */
function emptyRecord({ frame }: RunContext, name: string): FlowRecord | null {
  const variable = resourceOf(frame.flow, name);
  return variable?.kind === 'variable' && variable.objectType !== null
    ? { object: variable.objectType, fields: {} }
    : null;
}

function fieldName({ world }: RunContext, { object }: FlowRecord, name: string): string {
  const schema = world.schema.object(object);
  return (schema === undefined ? undefined : world.schema.field(schema, name)?.apiName) ?? name;
}

/** The value for a field: a record gives its id, and a collection gives a text with semicolons. */
export function singleValue(value: FlowValue): FieldValue {
  if (isCollection(value)) return value.map(textOfValue).join(';');
  return isRecord(value) ? (value.fields['Id'] ?? null) : value;
}

/** Runs one assignment. Source: Salesforce Help, "Flow Operators in Assignment Elements". */
export function assign(running: RunContext, { assignToReference, operator, value: source }: AssignmentItem): void {
  const value = sourceValue(running, source);
  const held = valueAt(running, assignToReference);
  switch (operator) {
    case 'Assign':
      setValue(running, assignToReference, value);
      return;
    case 'Add':
      setValue(running, assignToReference, sumOf(running, assignToReference, held, value));
      return;
    case 'AddAtStart':
      setValue(running, assignToReference, [...itemsOf(value), ...itemsOf(held)]);
      return;
    case 'Subtract':
      setValue(running, assignToReference, added(held, value, -1));
      return;
    case 'AssignCount':
      setValue(running, assignToReference, itemsOf(value).length);
      return;
    case 'RemoveAll':
      setValue(running, assignToReference, without(held, value));
      return;
    case 'RemoveFirst': {
      const index = itemsOf(held).findIndex((item) => isSame(item, value));
      setValue(
        running,
        assignToReference,
        itemsOf(held).filter((_, position) => position !== index)
      );
    }
  }
}

function sumOf({ frame }: RunContext, path: string, held: FlowValue, value: FlowValue): FlowValue {
  const variable = resourceOf(frame.flow, path);
  const takesMany = variable?.kind === 'variable' && variable.isCollection;
  return takesMany || isCollection(held) ? [...itemsOf(held), ...itemsOf(value)] : added(held, value, 1);
}

function added(held: FlowValue, value: FlowValue, sign: 1 | -1): FlowValue {
  if (typeof held === 'number' || (held === null && typeof value === 'number')) {
    return (held ?? 0) + sign * Number(value ?? 0);
  }
  if (typeof held === 'string' && typeof value === 'number') return shifted(held, sign * value);
  return `${textOfValue(held)}${textOfValue(value)}`;
}

/** Adds days to a date. A number that is added to any other text is appended. */
function shifted(held: string, days: number): string {
  const isDate = /^\d{4}-\d{2}-\d{2}/.test(held) && !Number.isNaN(Date.parse(held));
  if (!isDate) return `${held}${String(days)}`;
  const moved = new Date(Date.parse(held) + days * 86_400_000).toISOString();
  return held.length === 10 ? moved.slice(0, 10) : moved.replace('Z', '+0000');
}

function itemsOf(value: FlowValue): readonly FlowValue[] {
  if (value === null) return [];
  return isCollection(value) ? value : [value];
}

function without(held: FlowValue, value: FlowValue): readonly FlowValue[] {
  const gone = itemsOf(value);
  return itemsOf(held).filter((item) => !gone.some((other) => isSame(item, other)));
}

function isSame(one: FlowValue, other: FlowValue): boolean {
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const id = one.fields['Id'] ?? null;
  return one === other || (id !== null && id === other.fields['Id']);
}
