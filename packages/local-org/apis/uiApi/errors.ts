import type { Refusal } from '../../engine/refusals/rule.ts';
import type { ObjectSchema, Schema } from '../../engine/schema/objectSchema.ts';
import { noSuchColumnOnEntity, typeNotSupported, type ApiError } from '../shared/errors.ts';

interface SaveErrorEntry {
  readonly constituentField: string | null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/** The body of a refused create or update, HTTP 400. Source: User Interface API, "Error with Output", "Record Exception". */
export interface SaveErrorBody {
  readonly message: string;
  readonly statusCode: 400;
  readonly enhancedErrorType: 'RecordError';
  readonly output: {
    readonly errors: readonly SaveErrorEntry[];
    readonly fieldErrors: Readonly<Record<string, readonly SaveErrorEntry[]>>;
  };
}

/** Puts a refusal that names fields under `fieldErrors`, with one entry for each field, and any other refusal under `errors`. */
export function saveErrorBody(schema: Schema, object: ObjectSchema, refusals: readonly Refusal[]): SaveErrorBody {
  const errors: SaveErrorEntry[] = [];
  const fieldErrors: Record<string, SaveErrorEntry[]> = {};
  for (const refusal of refusals) {
    const fields = refusal.fields.flatMap((name) => schema.field(object, name) ?? []);
    if (fields.length === 0) errors.push(entryOf(refusal, null, null));
    for (const field of fields) {
      (fieldErrors[field.apiName] ??= []).push(entryOf(refusal, field.apiName, field.label));
    }
  }
  return {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: 400,
    enhancedErrorType: 'RecordError',
    output: { errors, fieldErrors }
  };
}

function entryOf(refusal: Refusal, field: string | null, fieldLabel: string | null): SaveErrorEntry {
  return {
    constituentField: field,
    duplicateRecordError: null,
    errorCode: refusal.statusCode,
    field,
    fieldLabel,
    message: refusal.message
  };
}

/** A query parameter that is malformed or not modelled. */
export function illegalParameter(message: string): ApiError {
  return { status: 400, errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message };
}

export function missingProperty(name: string): ApiError {
  return { status: 400, errorCode: 'POST_BODY_PARSE_ERROR', message: `The request body has no ${name}` };
}

export function noSuchColumn(name: string, object: ObjectSchema): ApiError {
  return { status: 400, errorCode: 'INVALID_FIELD', message: noSuchColumnOnEntity(name, object) };
}

/** Source: User Interface API, "Supported Objects": code and text for an object that UI API does not serve. */
export function unsupportedObject(apiName: string): ApiError {
  return { status: 400, errorCode: 'INVALID_TYPE', message: `Object ${apiName} is not supported in UI API` };
}

export function unknownObject(apiName: string): ApiError {
  return { status: 400, errorCode: 'INVALID_TYPE', message: typeNotSupported(apiName) };
}

export function wrongRecordType(recordTypeId: string, { apiName }: ObjectSchema): ApiError {
  const message = `The record type ID ${recordTypeId} isn't valid for ${apiName}`;
  return { status: 400, errorCode: 'INVALID_PARAMETER_VALUE', message };
}

export const noAccess: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: "You don't have access to this record. Ask your administrator for help or to request access."
};
