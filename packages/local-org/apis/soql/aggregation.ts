import type { FieldType, FunctionExp, GroupByClause } from '@jetstreamapp/soql-parser-js';
import { compareInOrder } from '../../engine/query/sorting.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { restValueOf } from '../shared/fieldDisplay.ts';
import { columnOfAggregate, columnOfField, type Column } from './columnMetadata.ts';
import type { Compilation } from './compilation.ts';
import type { Subject } from './conditions.ts';
import { report, reportNotModelled } from './errors.ts';
import { resolvePath, valueAt, type FieldPath } from './fieldPath.ts';
import { aliasOf, textOf } from './selectedField.ts';
import type { QueryRow } from './selection.ts';

/** Records with the same values in the grouped fields. */
export type Group = readonly StoredRecord[];

/** The compiled SELECT list and GROUP BY of an aggregate query. */
export interface Aggregation {
  readonly groupsOf: (records: readonly StoredRecord[]) => Group[];
  readonly render: (group: Group) => QueryRow;
  readonly columns: readonly Column[];
  /** The left side of a HAVING condition: a grouped field or an aggregate. */
  readonly subject: (left: string | FunctionExp) => Subject<Group> | null;
  /** The same for an ORDER BY. */
  readonly ordered: (left: string | FunctionExp) => Subject<Group> | null;
}

/** Whether a query is an aggregate query, by its SELECT list or its GROUP BY. */
export function isAggregate(fields: readonly FieldType[], groupBy: readonly GroupByClause[]): boolean {
  return (
    groupBy.length > 0 ||
    fields.some((field) => field.type === 'FieldFunctionExpression' && field.isAggregateFn === true)
  );
}

/** Compiles an aggregate query. Aggregates without an alias are named `expr0`, `expr1` … */
export function compileAggregation(
  compilation: Compilation,
  object: ObjectSchema,
  query: {
    readonly fields: readonly FieldType[];
    readonly groupBy: readonly GroupByClause[];
    readonly alias: string | undefined;
  }
): Aggregation {
  const grouped = query.groupBy.flatMap((clause) => {
    if (!('field' in clause)) {
      reportNotModelled(compilation, `GROUP BY ${clause.fn.rawValue ?? 'a function'}`);
      return [];
    }
    const path = resolvePath(compilation, object, clause.field, query.alias);
    if (path === null) return [];
    if (!path.field.groupable) {
      report(compilation, 'MALFORMED_QUERY', `field '${path.field.apiName}' can not be grouped in a query call`);
    }
    return [path];
  });
  const subjectOf =
    (clause: string) =>
    (left: string | FunctionExp): Subject<Group> | null =>
      typeof left === 'string'
        ? groupedSubject(compilation, object, grouped, { text: left, alias: query.alias, clause })
        : aggregateSubject(compilation, object, left, query.alias);
  const subject = subjectOf('Field');

  let unnamed = 0;
  const columns = query.fields.flatMap((field) => {
    if (field.type === 'FieldFunctionExpression') {
      const aggregate = subject({ functionName: field.functionName, parameters: field.parameters });
      const name = field.alias ?? `expr${String(unnamed)}`;
      if (field.alias === undefined) unnamed += 1;
      if (aggregate === null) return [];
      return [{ name, column: columnOfAggregate(name, field.rawValue ?? name, aggregate.field), ...aggregate }];
    }
    if (field.type !== 'Field' && field.type !== 'FieldRelationship') {
      reportNotModelled(compilation, 'a subquery in an aggregate query');
      return [];
    }
    const text = textOf(field);
    const key = subject(text);
    const name = aliasOf(field) ?? text.split('.').at(-1) ?? text;
    return key === null ? [] : [{ name, column: columnOfField(name, key.field), ...key }];
  });

  return {
    groupsOf: (records) => groupBy(compilation, records, grouped),
    render: (group) => ({
      attributes: { type: 'AggregateResult' },
      ...Object.fromEntries(columns.map(({ name, field, read }) => [name, restValueOf(field, read(group))]))
    }),
    columns: columns.map(({ column }) => column),
    subject,
    // Source: answers of orgs that public notes quote.
    ordered: subjectOf('Ordered field')
  };
}

function groupBy(compilation: Compilation, records: readonly StoredRecord[], by: readonly FieldPath[]): Group[] {
  if (by.length === 0) return [records];
  const { view } = compilation;
  return [...Map.groupBy(records, (record) => JSON.stringify(by.map((path) => valueAt(view, record, path)))).values()];
}

function groupedSubject(
  compilation: Compilation,
  object: ObjectSchema,
  grouped: readonly FieldPath[],
  { text, alias, clause }: { readonly text: string; readonly alias: string | undefined; readonly clause: string }
): Subject<Group> | null {
  const path = resolvePath(compilation, object, text, alias);
  if (path === null) return null;
  if (!grouped.some((one) => samePath(one, path))) {
    return report(compilation, 'MALFORMED_QUERY', `${clause} must be grouped or aggregated: ${text}`);
  }
  return {
    field: path.field,
    read: ([first]) => (first === undefined ? null : valueAt(compilation.view, first, path))
  };
}

function samePath(one: FieldPath, other: FieldPath): boolean {
  const textOf = (path: FieldPath) => [...path.parents.map(({ name }) => name), path.field.apiName].join('.');
  return textOf(one) === textOf(other);
}

function aggregateSubject(
  compilation: Compilation,
  object: ObjectSchema,
  { functionName = '', parameters = [] }: FunctionExp,
  alias: string | undefined
): Subject<Group> | null {
  const name = functionName.toUpperCase();
  const [parameter] = parameters;
  if (name === 'COUNT' && parameter === undefined) return { field: countField, read: (group) => group.length };
  if (typeof parameter !== 'string') return reportNotModelled(compilation, `${name}()`);
  const path = resolvePath(compilation, object, parameter, alias);
  if (path === null) return null;
  if (!takesAggregate(path.field, name)) {
    const message = `field ${path.field.apiName} does not support aggregate operator ${name}`;
    return report(compilation, 'MALFORMED_QUERY', message);
  }
  const valuesOf = (group: Group): FieldValue[] =>
    group.map((record) => valueAt(compilation.view, record, path)).filter((value) => value !== null);
  const sum = (group: Group) => valuesOf(group).reduce<number>((total, value) => total + Number(value), 0);
  switch (name) {
    case 'COUNT':
      return { field: countField, read: (group) => valuesOf(group).length };
    case 'COUNT_DISTINCT':
      return { field: countField, read: (group) => new Set(valuesOf(group)).size };
    case 'SUM':
      return { field: path.field, read: (group) => (valuesOf(group).length === 0 ? null : sum(group)) };
    case 'AVG':
      return {
        field: path.field,
        read: (group) => (valuesOf(group).length === 0 ? null : sum(group) / valuesOf(group).length)
      };
    case 'MIN':
    case 'MAX': {
      const end = name === 'MIN' ? 0 : -1;
      const sorted = (group: Group) => valuesOf(group).sort((a, b) => compareInOrder(path.field, a, b));
      return { field: path.field, read: (group) => sorted(group).at(end) ?? null };
    }
    default:
      return reportNotModelled(compilation, `${name}()`);
  }
}

/** Source: SOQL and SOSL Reference, "Support for Field Types in Aggregate Functions" [F-172]. */
function takesAggregate({ dataType }: FieldSchema, name: string): boolean {
  switch (dataType) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return true;
    case 'address':
    case 'boolean':
    case 'encryptedstring':
    case 'location':
    case 'multipicklist':
    case 'textarea':
      return false;
    default:
      return name !== 'SUM' && name !== 'AVG';
  }
}

/** The field as which a count is compared and sorted. */
const countField: FieldSchema = {
  apiName: 'COUNT',
  label: 'COUNT',
  dataType: 'int',
  length: 0,
  precision: 18,
  scale: 0,
  nillable: false,
  defaultedOnCreate: false,
  createable: false,
  updateable: false,
  filterable: true,
  sortable: true,
  groupable: false,
  unique: false,
  idLookup: false,
  calculated: true,
  nameField: false,
  compoundFieldName: null,
  restrictedPicklist: false,
  picklistValues: [],
  relationshipName: null,
  referenceTo: []
};
