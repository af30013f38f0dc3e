import { ok, refused, type ApiError, type Outcome } from '../shared/errors.ts';
import type { JsonObject } from '../shared/jsonBody.ts';
import type { View } from '../shared/view.ts';
import { compileQuery, type CompiledQuery } from '../soql/routes.ts';
import type { LineEnding } from './csvRows.ts';
import type { ColumnDelimiter } from './csvValues.ts';
import {
  invalidValue,
  noAggregateRelationships,
  noCompoundData,
  queryNotSupported,
  tooManyQueryJobs
} from './errors.ts';
import { csvColumnsOf, isCompound } from './queryCsv.ts';
import { readCsvForm } from './requests.ts';

/** A query job as a client requests it. */
export interface QueryJobRequest {
  readonly operation: 'query' | 'queryAll';
  readonly query: CompiledQuery;
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

/** Reads the body of "Create a Query Job". The query is compiled at once, because orgs refuse a wrong one here [F-157]. */
export function readQueryJobRequest(view: View, body: JsonObject, version: string): Outcome<QueryJobRequest> {
  const { operation, query: soql } = body;
  const form = readCsvForm(body);
  if (!form.ok) return form;
  if (operation !== 'query' && operation !== 'queryAll') return refused(invalidValue('operation', operation));
  if (typeof soql !== 'string') return refused(invalidValue('query', soql));
  const query = compileQuery({ ...view, withDeleted: operation === 'queryAll' }, soql, `v${version}`);
  if (!query.ok) return refused(queryNotSupported(query.error.message));
  const unsupported = findUnsupported(query.value) ?? findLimitExcess(view);
  return unsupported === null ? ok({ operation, query: query.value, ...form.value }) : refused(unsupported);
}

/** What "Create a Query Job" and SOQL and SOSL Reference, "SELECT", exclude. Texts without a constant are ours. */
function findUnsupported(query: CompiledQuery): ApiError | null {
  const { shape, columns } = query;
  if (shape.isAggregate) return queryNotSupported('GROUP BY and aggregate functions not supported in Bulk V2 Query');
  if (shape.hasOffset) return queryNotSupported('OFFSET not supported in Bulk V2 Query');
  const unbounded = shape.fieldGroups.find((group) => group !== 'STANDARD');
  if (unbounded !== undefined) return queryNotSupported(`FIELDS(${unbounded}) not supported in Bulk V2 Query`);
  if (columns.columnMetadata.some(({ aggregate }) => aggregate)) return noAggregateRelationships;
  return csvColumnsOf(query).some(isCompound) ? noCompoundData : null;
}

function findLimitExcess({ org: { usage } }: View): ApiError | null {
  const limit = 'DailyBulkV2QueryJobs';
  return usage.isUsedUp(limit) ? tooManyQueryJobs(usage.max(limit), usage.used(limit)) : null;
}
