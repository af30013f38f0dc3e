import { isId, toId18 } from '../../storage/ids.ts';
import { satisfies, type Comparison, type Operand } from '../../query/comparison.ts';
import { sortRows } from '../../query/sorting.ts';
import { permissionRow, USER_PERMISSION_ACCESS } from '../../access/userPermissionAccess.ts';
import type { World } from '../../world/world.ts';
import { holds, type ComparisonOperator, type FlowValue, type RecordFilters, type Sort } from '../model/values.ts';
import { singleValue } from './assign.ts';
import { isCollection } from './interview.ts';
import { sourceValue, type RunContext } from './values.ts';
import type { FieldValue, StoredRecord } from '../../storage/record.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/objectSchema.ts';
import type { Access } from '../../access/access.ts';

interface Test {
  readonly field: FieldSchema;
  readonly operator: ComparisonOperator;
  readonly value: FlowValue;
}

export type Query =
  | { readonly ok: true; readonly records: readonly StoredRecord[] }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The records of an object that meet the filters and that are visible to the flow. */
export function findRecords(
  running: RunContext,
  object: ObjectSchema,
  filters: RecordFilters,
  sort: Sort | null
): Query {
  const { world, frame } = running;
  const { access } = frame;
  if (!object.queryable || !access.canRead(object)) {
    return { ok: false, code: 'INVALID_TYPE', message: `sObject type '${object.apiName}' is not supported.` };
  }
  const tests: Test[] = [];
  for (const { field: name, operator, value } of filters.filters) {
    const field = world.schema.field(object, name);
    if (field === undefined || !access.canReadField(object, field)) {
      return {
        ok: false,
        code: 'INVALID_FIELD',
        message: `No such column '${name}' on entity '${object.apiName}'.`
      };
    }
    const test = { field, operator, value: sourceValue(running, value) };
    const wrong = wrongId(test);
    if (wrong !== null) {
      return { ok: false, code: 'INVALID_QUERY_FILTER_OPERATOR', message: `invalid ID field: ${wrong}` };
    }
    tests.push(test);
  }
  const found = candidates(world, access, object, filters, tests).filter(
    (record) => access.canSee(record) && meets(record, filters, tests)
  );
  return { ok: true, records: sorted(world, object, found, sort) };
}

/** A text that is compared with an id field but is not an id. SOQL refuses it, so flows do too (inferred). */
function wrongId({ field: { dataType }, value }: Test): string | null {
  if (dataType !== 'id' && dataType !== 'reference') return null;
  const values = isCollection(value) ? value : [value];
  return (
    values
      .map(singleValue)
      .find((one) => typeof one === 'string' && one !== '' && !isId(one))
      ?.toString() ?? null
  );
}

function meets(record: StoredRecord, { logic }: RecordFilters, tests: readonly Test[]): boolean {
  return holds(logic, (index) => {
    const test = tests[index];
    return test === undefined || passes(test, record[test.field.apiName] ?? null);
  });
}

/** The records to test. An index finds them if a required filter names values; otherwise they are all records of the object. */
function candidates(
  world: World,
  access: Access,
  object: ObjectSchema,
  { logic }: RecordFilters,
  tests: readonly Test[]
): readonly StoredRecord[] {
  if (object.apiName === USER_PERMISSION_ACCESS) return [permissionRow(access, object)];
  const required = logic.kind === 'and' ? logic.operands : [logic];
  for (const operand of required) {
    const test = operand.kind === 'condition' ? tests[operand.index] : undefined;
    const keys = test === undefined ? null : keysOf(test);
    if (test === undefined || keys === null) continue;
    return [...new Set(keys)].flatMap((key) =>
      test.field.dataType === 'id'
        ? (ofObject(world, object, key) ?? [])
        : world.records.where(object.apiName, test.field.apiName, key)
    );
  }
  return world.records.all(object.apiName);
}

function ofObject(world: World, object: ObjectSchema, id: string): StoredRecord | undefined {
  const record = world.records.find(id);
  return record !== undefined && world.schema.objectOfId(record.Id) === object ? record : undefined;
}

function keysOf({ field, operator, value }: Test): readonly string[] | null {
  const values = operator === 'EqualTo' ? [value] : operator === 'In' && isCollection(value) ? value : null;
  if (values === null) return null;
  const texts = values.map(singleValue);
  if (!texts.every((text) => typeof text === 'string' && text !== '')) return null;
  const isReference = field.dataType === 'id' || field.dataType === 'reference';
  return texts.map((text) => (isReference && isId(String(text)) ? toId18(String(text)) : String(text)));
}

/** Whether a value passes a filter. Source: Salesforce Help, "Flow Operators in Data Elements and Record Choice Sets". */
export function passes({ field, operator, value }: Test, actual: FieldValue): boolean {
  const test = (comparison: Comparison, operand: Operand): boolean => satisfies(field, actual, comparison, operand);
  const one = (): Operand => ({ kind: 'value', value: comparable(field, singleValue(value)) });
  const like = (pattern: (text: string) => string): Operand => ({
    kind: 'value',
    value: pattern(String(singleValue(value) ?? '').replace(/[\\%_]/g, '\\$&'))
  });
  const many = (): Operand => ({ kind: 'values', values: isCollection(value) ? value.map(singleValue) : [] });
  switch (operator) {
    case 'EqualTo':
      return test('eq', one());
    case 'NotEqualTo':
      return test('ne', one());
    case 'GreaterThan':
      return test('gt', one());
    case 'GreaterThanOrEqualTo':
      return test('gte', one());
    case 'LessThan':
      return test('lt', one());
    case 'LessThanOrEqualTo':
      return test('lte', one());
    case 'StartsWith':
      return test(
        'like',
        like((text) => `${text}%`)
      );
    case 'EndsWith':
      return test(
        'like',
        like((text) => `%${text}`)
      );
    case 'Contains':
      return test(
        'like',
        like((text) => `%${text}%`)
      );
    case 'In':
      return test('in', many());
    case 'NotIn':
      return test('nin', many());
    case 'IsNull':
    case 'IsBlank':
    case 'IsEmpty':
      return (actual === null || actual === '') === (value === true || value === 'true');
    case 'IsChanged':
    case 'WasSet':
    case 'WasSelected':
    case 'WasVisited':
      return false;
  }
}

/** A filter may compare a checkbox with a text. */
function comparable({ dataType }: FieldSchema, value: FieldValue): FieldValue {
  return dataType === 'boolean' && typeof value === 'string' ? value.toLowerCase() === 'true' : value;
}

function sorted(
  world: World,
  object: ObjectSchema,
  records: readonly StoredRecord[],
  sort: Sort | null
): readonly StoredRecord[] {
  const field = sort === null ? undefined : world.schema.field(object, sort.field);
  if (sort === null || field === undefined) return records;
  return sortRows(records, [
    { field, value: (record) => record[field.apiName] ?? null, descending: sort.order === 'Desc', nullsLast: false }
  ]);
}
