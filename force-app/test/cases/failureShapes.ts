import type { OrgError } from './orgError.ts';

/** The body of a refused write (User Interface API Developer Guide, Error with Output). */
export function uiApiBody(output: object): object {
  const message = 'An error occurred while trying to update the record. Please try again.';
  return { message, statusCode: 400, enhancedErrorType: 'RecordError', output };
}

/** The rejection of lightning/uiRecordApi. */
export function uiApiRejection(output: object): object {
  return { ok: false, status: 400, statusText: 'Bad Request', body: uiApiBody(output) };
}

export function uiApiError({ errorCode, message, field }: OrgError): object {
  return { constituentField: field, duplicateRecordError: null, errorCode, field, fieldLabel: field, message };
}

function fieldsOf({ field }: OrgError): readonly string[] {
  return field === null ? [] : [field];
}

/** Builds the same refusal in the shape of each API. */
export const SHAPES: Readonly<Record<string, (error: OrgError) => unknown>> = {
  'output.errors of UI API': (error) => uiApiRejection({ errors: [uiApiError(error)], fieldErrors: {} }),
  'output.fieldErrors of UI API': (error) =>
    uiApiRejection({ errors: [], fieldErrors: { [error.field ?? 'Name']: [uiApiError(error)] } }),
  'the array of REST': (error) => ({
    ok: false,
    status: 400,
    statusText: 'Bad Request',
    body: [{ errorCode: error.errorCode, message: error.message, fields: fieldsOf(error) }]
  }),
  'an array without HTTP around': (error) => [{ ...error, fields: fieldsOf(error) }],
  'one error as body': (error) => ({ ok: false, status: 400, statusText: 'Bad Request', body: error }),
  'errors of a GraphQL mutation': (error) => ({
    data: null,
    errors: [{ ...error, paths: ['uiapi', 'UserCreate'], extensions: { ErrorType: 'DataFetchingException' } }]
  }),
  'errors of a Collections result': (error) => ({
    success: false,
    errors: [{ statusCode: error.errorCode, message: error.message, fields: fieldsOf(error) }]
  }),
  // Bulk API 2.0 puts this text into the column sf__Error of the failed results.
  'a failed row of Bulk API': (error) =>
    `${error.errorCode === '' ? 'UNKNOWN_EXCEPTION' : error.errorCode}:${error.message}:${fieldsOf(error).join(',')} --`
};
