import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import type { JsonObject } from '../shared/jsonBody.ts';
import { readableObject, type View } from '../shared/view.ts';
import type { LineEnding } from './csvRows.ts';
import { DELIMITERS, type ColumnDelimiter } from './csvValues.ts';
import { noSuchObject, hardDeleteNeedsPermission, invalidJob, invalidValue } from './errors.ts';
import type { JobRequest, Operation } from './ingestJob.ts';

/** Reads the body of "Create a Job". */
export function readJobRequest(view: View, body: JsonObject): Outcome<JobRequest> {
  const operation = body['operation'];
  const form = readCsvForm(body);
  if (!form.ok) return form;
  if (operation === 'hardDelete') return refused(hardDeleteNeedsPermission);
  if (!isOperation(operation)) return refused(invalidValue('operation', operation));
  const name = textOf(body['object']);
  const object = readableObject(view, name);
  if (object === undefined) return refused(noSuchObject(name));
  const externalId = readExternalId(view, object, operation, body['externalIdFieldName']);
  return externalId.ok ? ok({ object, operation, externalId: externalId.value, ...form.value }) : externalId;
}

/** The form of a job's CSV. */
interface CsvForm {
  readonly lineEnding: LineEnding;
  readonly columnDelimiter: ColumnDelimiter;
}

/** Reads the form of the CSV, which ingest jobs and query jobs name alike. */
export function readCsvForm(body: JsonObject): Outcome<CsvForm> {
  const contentType = body['contentType'] ?? 'CSV';
  const lineEnding = body['lineEnding'] ?? 'LF';
  const columnDelimiter = body['columnDelimiter'] ?? 'COMMA';
  if (contentType !== 'CSV') return refused(invalidValue('contentType', contentType));
  if (!isLineEnding(lineEnding)) return refused(invalidValue('lineEnding', lineEnding));
  if (!isDelimiter(columnDelimiter)) return refused(invalidValue('columnDelimiter', columnDelimiter));
  return ok({ lineEnding, columnDelimiter });
}

function readExternalId(
  view: View,
  object: ObjectSchema,
  operation: Operation,
  name: unknown
): Outcome<FieldSchema | null> {
  if (operation !== 'upsert') {
    return name === undefined || name === null
      ? ok(null)
      : refused(invalidJob(`External ID field can only be specified for upsert, not for ${operation}`));
  }
  if (name === undefined || name === null) {
    return refused(
      invalidJob(`External ID was blank for ${object.apiName}. An External ID must be specified for upsert.`)
    );
  }
  const field = view.org.schema.field(object, textOf(name));
  return field !== undefined && (field.idLookup || field.dataType === 'id')
    ? ok(field)
    : refused(invalidJob(`Field name provided, ${textOf(name)} does not match an External ID for ${object.apiName}`));
}

function isOperation(value: unknown): value is Operation {
  return value === 'insert' || value === 'update' || value === 'upsert' || value === 'delete';
}

function isLineEnding(value: unknown): value is LineEnding {
  return value === 'LF' || value === 'CRLF';
}

function isDelimiter(value: unknown): value is ColumnDelimiter {
  return typeof value === 'string' && Object.hasOwn(DELIMITERS, value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
