import { refuse, type Refusal } from '../../engine/refusals/rule.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';

/** An id that is malformed or belongs to another object. */
export function malformedId(object: ObjectSchema, id: string): Refusal {
  return refuse('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id}`, 'Id');
}

/** Source: SOAP API, "Core Data Types", StatusCode; the texts of these two are those of the SOAP API. */
export const idInInsert = refuse('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', 'Id');
export const idMissing = refuse('MISSING_ARGUMENT', 'Id not specified in an update call', 'Id');

/** A record that would have been saved, if another one of the same request had not been refused. */
export const rolledBack = refuse(
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  'Record rolled back because not all records were valid and the request was using AllOrNone header'
);
