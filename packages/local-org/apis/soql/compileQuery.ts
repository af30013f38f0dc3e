import { createRequire } from 'node:module';
import type * as Parser from '@jetstreamapp/soql-parser-js';
import type { FunctionExp, Query, QueryBase } from '@jetstreamapp/soql-parser-js';
import { sortRows, type SortKey } from '../../engine/query/sorting.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { ok, refused, typeNotSupported, type ApiError, type Outcome } from '../shared/errors.ts';
import { readableObject, visibleRecords, visibleRecordsWhere, type View } from '../shared/view.ts';
import { compileAggregation, isAggregate } from './aggregation.ts';
import { columnMetadata, type Column, type ColumnMetadata } from './columnMetadata.ts';
import type { Compilation } from './compilation.ts';
import { compileConditions, type Conditions, type Subject } from './conditions.ts';
import { report, reportAt, reportNotModelled } from './errors.ts';
import { resolvePath, valueAt } from './fieldPath.ts';
import { reportExcess } from './querySize.ts';
import { textOf } from './selectedField.ts';
import { columnOf, compileSelection, renderRow, type QueryRow } from './selection.ts';

const require = createRequire(import.meta.url);

const MAX_OFFSET = 2000;

/** The result of a query. `totalSize` differs from the number of rows only for `SELECT COUNT()`. */
export interface QueryResult {
  readonly totalSize: number;
  readonly rowCount: number;
  /** Renders the rows from `start` to before `end`. */
  readonly page: ReadPage;
}

/** Renders the rows of one page. */
export type ReadPage = (start: number, end: number) => readonly QueryRow[];

/** A query without errors, ready to run on records of its object. */
interface Plan {
  /** Runs on the given records, or on all that the person sees. */
  readonly run: (records?: readonly StoredRecord[]) => QueryResult;
  readonly columns: readonly Column[];
}

/** The parts of a query that some APIs exclude. */
export interface QueryShape {
  /** Whether it has GROUP BY or an aggregate function such as COUNT(). */
  readonly isAggregate: boolean;
  readonly hasOffset: boolean;
  /** The parameter of each FIELDS(), in capitals. */
  readonly fieldGroups: readonly string[];
}

/** A query ready to run for a person. */
export interface CompiledQuery {
  readonly run: () => QueryResult;
  readonly object: ObjectSchema;
  readonly columns: ColumnMetadata;
  readonly shape: QueryShape;
}

/** Compiles SOQL. Every error is found before the first record is read. */
export function compileQuery(view: View, soql: string, version: string): Outcome<CompiledQuery> {
  const compilation: Compilation = { view, soql, version, problems: [] };
  const query = reportExcess(compilation) === null ? null : parse(compilation);
  if (query === null) return refused(firstOf(compilation));
  const object = queriedObject(compilation, query.sObject ?? '');
  const plan = object === null ? null : compile(compilation, object, query);
  if (object === null || plan === null || compilation.problems.length > 0) return refused(firstOf(compilation));
  return ok({
    run: () => plan.run(),
    object,
    columns: columnMetadata(object, plan.columns, query.groupBy !== undefined),
    shape: shapeOf(query)
  });
}

function shapeOf({ fields = [], groupBy, offset }: Query): QueryShape {
  return {
    isAggregate: isAggregate(fields, listOf(groupBy)),
    hasOffset: offset !== undefined,
    fieldGroups: fields.flatMap((field) =>
      field.type === 'FieldFunctionExpression' && field.functionName.toUpperCase() === 'FIELDS'
        ? field.parameters.flatMap((parameter) => (typeof parameter === 'string' ? [parameter.toUpperCase()] : []))
        : []
    )
  };
}

function firstOf({ problems, soql }: Compilation): ApiError {
  return problems[0] ?? { status: 400, errorCode: 'MALFORMED_QUERY', message: `unexpected token: '${soql}'` };
}

/** The parser is one of the largest modules of an org, so it is loaded with the first query. */
function loadParser(): typeof Parser {
  return require('@jetstreamapp/soql-parser-js') as typeof Parser;
}

function parse(compilation: Compilation): Query | null {
  try {
    return loadParser().parseQuery(compilation.soql);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (SEVERAL_OBJECTS.test(compilation.soql)) return reportNotModelled(compilation, 'FROM with several objects');
    const token = unexpectedToken(error.message);
    return reportAt(compilation, 'MALFORMED_QUERY', token, `unexpected token: '${token}'`);
  }
}

/** `FROM Contact c, c.Account a`. Source: SOQL and SOSL Reference, "Alias Notation" [F-172]. */
const SEVERAL_OBJECTS = /\bFROM\s+\w+(?:\s+(?:AS\s+)?\w+)?\s*,\s*\w/i;

/** Reads the unexpected token from the parser's message, because the parser gives it nowhere else. */
function unexpectedToken(message: string): string {
  const found = /but found(?::| -->) ?'?([^'\n]*?)'?(?: <--|$)/m.exec(message)?.[1];
  const character = /unexpected character: ->(.)<-/s.exec(message)?.[1];
  const token = found ?? character ?? '';
  return token === '' ? '<EOF>' : token;
}

function queriedObject(compilation: Compilation, name: string): ObjectSchema | null {
  const object = readableObject(compilation.view, name);
  if (object?.queryable === true) return object;
  return reportAt(
    compilation,
    'INVALID_TYPE',
    name,
    typeNotSupported(name, compilation.version.endsWith('/tooling') ? 'tooling' : 'platform')
  );
}

function compile(compilation: Compilation, object: ObjectSchema, query: QueryBase): Plan | null {
  const fields = query.fields ?? [];
  const groupBy = listOf(query.groupBy);
  const filter = compileFilter(compilation, object, query);
  const recordsOf = (given?: readonly StoredRecord[]): StoredRecord[] => found(compilation.view, object, filter, given);
  const page = compilePage(compilation, query);
  const [only] = fields;
  if (fields.length === 1 && only?.type === 'FieldFunctionExpression' && /^COUNT\(\s*\)$/i.test(only.rawValue ?? '')) {
    // The words of an Apex query, as jamessimone/apex-async-processor#2 quotes them.
    if (query.orderBy !== undefined) {
      report(compilation, 'MALFORMED_QUERY', 'COUNT() and ORDER BY may not be used together');
    }
    return {
      run: (records) => ({ ...resultOf([], () => ({})), totalSize: page(recordsOf(records)).length }),
      columns: []
    };
  }
  if (isAggregate(fields, groupBy)) {
    if (groupBy.length === 0 && query.limit !== undefined) {
      const message = 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT';
      return report(compilation, 'MALFORMED_QUERY', message);
    }
    const aggregation = compileAggregation(compilation, object, { fields, groupBy, alias: query.sObjectAlias });
    const resolver = { compilation, subject: aggregation.subject, subquery: () => null };
    const having = query.having === undefined ? unconditional : compileConditions(resolver, query.having);
    const keys = compileOrder(compilation, query, aggregation.ordered);
    if (having === null) return null;
    const run: Plan['run'] = (records) => {
      const groups = page(sortRows(aggregation.groupsOf(recordsOf(records)).filter(having.predicate), keys));
      return resultOf(groups, aggregation.render);
    };
    return { run, columns: aggregation.columns };
  }
  const items = compileSelection(
    compilation,
    object,
    { fields, alias: query.sObjectAlias, limit: query.limit },
    (subquery, child) => {
      const plan = compile(compilation, child, subquery);
      return plan === null ? null : { columns: plan.columns, rowsOf: (children) => allRows(plan.run(children)) };
    }
  );
  const keys = compileOrder(compilation, query, recordSubject(compilation, object, query));
  const run: Plan['run'] = (records) =>
    resultOf(page(sortRows(recordsOf(records), keys)), (record) => renderRow(compilation, object, record, items));
  return { run, columns: items.map(columnOf) };
}

function resultOf<Row>(rows: readonly Row[], render: (row: Row) => QueryRow): QueryResult {
  return {
    totalSize: rows.length,
    rowCount: rows.length,
    page: (start, end) => rows.slice(start, end).map(render)
  };
}

function allRows({ rowCount, page }: QueryResult): readonly QueryRow[] {
  return page(0, rowCount);
}

const unconditional = { predicate: () => true, narrowing: null };

/** The records that pass the filter, of the given ones or of all that the person sees. */
function found(
  view: View,
  object: ObjectSchema,
  { predicate, narrowing }: Conditions<StoredRecord>,
  given?: readonly StoredRecord[]
): StoredRecord[] {
  if (given !== undefined) return given.filter(predicate);
  const candidates =
    narrowing === null
      ? visibleRecords(view, object)
      : visibleRecordsWhere(view, object, narrowing.field, narrowing.values);
  return candidates.filter(predicate);
}

function compileFilter(compilation: Compilation, object: ObjectSchema, query: QueryBase): Conditions<StoredRecord> {
  const { person } = compilation.view;
  const scope = query.usingScope?.toUpperCase() ?? 'EVERYTHING';
  if (scope !== 'EVERYTHING' && scope !== 'MINE') reportNotModelled(compilation, `USING SCOPE ${scope}`);
  const inScope = (record: StoredRecord) => scope !== 'MINE' || (record.OwnerId ?? record.Id) === person.userId;
  if (query.where === undefined) return { predicate: inScope, narrowing: null };
  const subject = recordSubject(compilation, object, query);
  const subquery = (inner: Query) => joinedValues(compilation, inner);
  const where = compileConditions({ compilation, subject, subquery }, query.where);
  if (where === null) return { predicate: inScope, narrowing: null };
  return { predicate: (record) => inScope(record) && where.predicate(record), narrowing: where.narrowing };
}

function recordSubject(compilation: Compilation, object: ObjectSchema, { sObjectAlias }: QueryBase) {
  return (left: string | FunctionExp): Subject<StoredRecord> | null => {
    if (typeof left !== 'string') return reportNotModelled(compilation, left.rawValue ?? 'a function');
    const path = resolvePath(compilation, object, left, sObjectAlias);
    if (path === null) return null;
    const isOwn = path.parents.length === 0;
    return { field: path.field, read: (record) => valueAt(compilation.view, record, path), isOwn };
  };
}

/** The values of a semi-join or anti-join: `IN (SELECT AccountId FROM Contact WHERE …)`. */
function joinedValues(compilation: Compilation, inner: Query): readonly FieldValue[] | null {
  const object = queriedObject(compilation, inner.sObject ?? '');
  const [selected, ...others] = inner.fields ?? [];
  if (object === null || selected === undefined) return null;
  if (others.length > 0 || (selected.type !== 'Field' && selected.type !== 'FieldRelationship')) {
    return report(compilation, 'MALFORMED_QUERY', 'The inner select must select exactly one field');
  }
  const path = resolvePath(compilation, object, textOf(selected), inner.sObjectAlias);
  const filter = compileFilter(compilation, object, inner);
  if (path === null || compilation.problems.length > 0) return null;
  return found(compilation.view, object, filter)
    .map((record) => valueAt(compilation.view, record, path))
    .filter((value) => value !== null);
}

function compileOrder<Row>(
  compilation: Compilation,
  query: QueryBase,
  subject: (left: string | FunctionExp) => Subject<Row> | null
): SortKey<Row>[] {
  return listOf(query.orderBy).flatMap((clause) => {
    const key = subject('field' in clause ? clause.field : clause.fn);
    if (key === null) return [];
    if (!key.field.sortable) {
      report(compilation, 'MALFORMED_QUERY', `field '${key.field.apiName}' can not be sorted in a query call`);
    }
    const { field, read } = key;
    return [{ field, value: read, descending: clause.order === 'DESC', nullsLast: clause.nulls === 'LAST' }];
  });
}

function compilePage(compilation: Compilation, { limit, offset = 0 }: QueryBase): <Row>(rows: readonly Row[]) => Row[] {
  if (offset > MAX_OFFSET) {
    report(compilation, 'NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${String(MAX_OFFSET)}`);
  }
  return (rows) => rows.slice(offset, limit === undefined ? undefined : offset + limit);
}

function listOf<T>(clause: T | readonly T[] | undefined): readonly T[] {
  if (clause === undefined) return [];
  return isList(clause) ? clause : [clause];
}

function isList<T>(clause: T | readonly T[]): clause is readonly T[] {
  return Array.isArray(clause);
}
