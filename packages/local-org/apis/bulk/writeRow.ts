import type { WriteResult, Writes } from '../../engine/dml/writes.ts';
import { refuse, type Refusal } from '../../engine/refusals/rule.ts';
import { isId, toId18 } from '../../engine/storage/ids.ts';
import type { Fields } from '../../engine/storage/record.ts';
import { idInInsert, idMissing, malformedId } from '../shared/rowRefusals.ts';
import { upsert } from '../shared/upsert.ts';
import type { View } from '../shared/view.ts';
import type { Column } from './csvHeader.ts';
import { DELIMITERS, readValues } from './csvValues.ts';
import type { IngestJob } from './ingestJob.ts';
import { readRowFields } from './rowFields.ts';

/** The outcome of a row. A failed row has the id that it named, or an empty one. */
export type RowResult =
  | { readonly success: true; readonly id: string; readonly created: boolean }
  | { readonly success: false; readonly id: string; readonly errors: readonly Refusal[] };

/** Executes the job's operation for one line. */
export function writeRow(
  view: View,
  writes: Writes,
  job: IngestJob,
  columns: readonly Column[],
  line: string
): RowResult {
  const values = readValues(line, DELIMITERS[job.columnDelimiter]);
  if (values?.length !== columns.length) return failed('', malformedLine);
  const read = readRowFields(view.org, columns, values);
  if (!read.ok) return failed('', read.refusal);
  return writeFields(view, writes, job, read.fields);
}

function writeFields(view: View, writes: Writes, { object, operation, externalId }: IngestJob, all: Fields): RowResult {
  const { Id: given, ...fields } = all;
  const id = typeof given === 'string' ? given : '';
  switch (operation) {
    case 'insert':
      return id === '' ? resultOf(writes.insert(object, fields), '', true) : failed('', idInInsert);
    case 'upsert': {
      if (externalId === null) throw new Error('An upsert job without an external id');
      const result = upsert(view, writes, object, externalId, all);
      return resultOf(result, id, result.created);
    }
    case 'update':
    case 'delete':
      if (id === '') return failed('', idMissing);
      if (!isId(id) || view.org.schema.objectOfId(id) !== object) return failed(id, malformedId(object, id));
      return operation === 'update'
        ? resultOf(writes.update(toId18(id), fields), id, false)
        : resultOf(writes.remove(toId18(id)), id, false);
  }
}

function resultOf(result: WriteResult, id: string, created: boolean): RowResult {
  return result.success ? { success: true, id: result.id, created } : { success: false, id, errors: result.errors };
}

function failed(id: string, refusal: Refusal): RowResult {
  return { success: false, id, errors: [refusal] };
}

/** The text of `sf__Error`: `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --`. */
export function errorText(errors: readonly Refusal[]): string {
  return errors
    .map(
      ({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.map((field) => `${field} `).join('')}--`
    )
    .join('');
}

/** "A space before or after a double quote generates an error for the row"; code and text are ours. */
const malformedLine = refuse(
  'INVALID_INPUT',
  'The row has another number of values than the header, or a quote in a wrong place'
);
