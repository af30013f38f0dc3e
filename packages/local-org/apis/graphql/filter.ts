import { satisfies, type Comparison, type Operand } from '../../engine/query/comparison.ts';
import { dateLiteralRange } from '../../engine/query/dateRange.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { isJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { parentOf, relationshipTarget, valueOf, visibleRecords, type View } from '../shared/view.ts';

/** Whether a record meets a `where` input, whose keys are joined by AND. GraphQL has checked the types before. */
export function matchesFilter(view: View, object: ObjectSchema, record: StoredRecord, filter: JsonObject): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === 'and') return filtersIn(condition).every((part) => matchesFilter(view, object, record, part));
    if (key === 'or') return filtersIn(condition).some((part) => matchesFilter(view, object, record, part));
    if (!isJsonObject(condition)) return true;
    if (key === 'not') return !matchesFilter(view, object, record, condition);
    const field = view.org.schema.field(object, key);
    if (field !== undefined) return matchesOperators(view, field, valueOf(record, field), condition);
    const relationship = view.org.schema.relationship(object, key);
    const target = relationship === undefined ? undefined : relationshipTarget(view, relationship);
    if (relationship === undefined || target === undefined) return false;
    const parent = parentOf(view, record, relationship);
    // A missing parent counts as one whose fields are all empty.
    return matchesFilter(view, target, parent ?? { Id: '' }, condition);
  });
}

function filtersIn(condition: unknown): JsonObject[] {
  return Array.isArray(condition) ? condition.filter(isJsonObject) : [];
}

function matchesOperators(view: View, field: FieldSchema, value: FieldValue, operators: JsonObject): boolean {
  return Object.entries(operators).every(([operator, operand]) => {
    if (operator === 'inq' || operator === 'ninq') {
      const ids = isJsonObject(operand) ? joinedIds(view, operand) : [];
      return satisfies(field, value, operator === 'inq' ? 'in' : 'nin', { kind: 'values', values: ids });
    }
    return isComparison(operator) && compare(view, field, value, operator, operand);
  });
}

function compare(view: View, field: FieldSchema, value: FieldValue, comparison: Comparison, operand: unknown): boolean {
  if (Array.isArray(operand)) {
    const operands = operand.map((one) => operandOf(view, one));
    const matches = (wanted: 'eq' | 'includes') => operands.some((one) => satisfies(field, value, wanted, one));
    switch (comparison) {
      case 'in':
        return matches('eq');
      case 'nin':
        return !matches('eq');
      case 'excludes':
        return !matches('includes');
      default:
        return matches('includes');
    }
  }
  return satisfies(field, value, comparison, operandOf(view, operand));
}

/** Reads a plain value, or `{ value }`, `{ literal }`, `{ range: { last_n_days } }` of a date. */
function operandOf(view: View, operand: unknown): Operand {
  if (!isJsonObject(operand)) return { kind: 'value', value: toFieldValue(operand) };
  const now = view.org.clock.now();
  if (typeof operand.literal === 'string') {
    const range = dateLiteralRange(operand.literal, 0, now);
    if (range !== null) return { kind: 'range', range };
  }
  const ranges = isJsonObject(operand.range) ? Object.entries(operand.range) : [];
  for (const [name, n] of ranges) {
    const range = dateLiteralRange(name, Number(n), now);
    if (range !== null) return { kind: 'range', range };
  }
  return { kind: 'value', value: toFieldValue(operand.value) };
}

/** `{ Contact: { …filter }, ApiName: "AccountId" }` means the values of that field in the records that pass the filter. */
function joinedIds(view: View, join: JsonObject): FieldValue[] {
  const { ApiName: apiName, ...filters } = join;
  return Object.entries(filters).flatMap(([objectName, filter]) => {
    const object = view.org.schema.object(objectName);
    const field =
      object === undefined ? undefined : view.org.schema.field(object, typeof apiName === 'string' ? apiName : 'Id');
    if (object === undefined || field === undefined || !isJsonObject(filter)) return [];
    return visibleRecords(view, object)
      .filter((record) => matchesFilter(view, object, record, filter))
      .map((record) => valueOf(record, field))
      .filter((value) => value !== null);
  });
}

function toFieldValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function isComparison(operator: string): operator is Comparison {
  return ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'like', 'in', 'nin', 'includes', 'excludes'].includes(operator);
}
