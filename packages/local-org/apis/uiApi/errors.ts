import type { ObjectSchema, Schema } from '../../engine/schema/objectSchema.ts';
import type { Refusal } from '../../engine/refusals/rule.ts';

interface SaveErrorEntry {
  readonly constituentField: string | null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/** Error with Output holding Record Exceptions, HTTP 400: what UI API answers to a refused create or update. */
export interface SaveErrorBody {
  readonly message: string;
  readonly statusCode: 400;
  readonly enhancedErrorType: 'RecordError';
  readonly output: {
    readonly errors: readonly SaveErrorEntry[];
    readonly fieldErrors: Readonly<Record<string, readonly SaveErrorEntry[]>>;
  };
}

/** Refusals with fields go to `fieldErrors`, one entry a field; those of the whole record to `errors`. */
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
