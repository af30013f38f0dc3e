import { explainFailure, isUnclear, type Failure, type FailureCode } from 'c/externalUserRules';

/** One refusal in Salesforce's words. `field` is the User field that it names. */
interface OrgError {
  readonly errorCode: string;
  readonly message: string;
  readonly field: string | null;
}

interface Refusal extends OrgError {
  readonly code: FailureCode;
  /** The field of the form that it belongs to. */
  readonly draftField: Failure['field'];
}

function refusal(
  code: FailureCode,
  errorCode: string,
  message: string,
  field: string | null = null,
  draftField: Failure['field'] = null
): Refusal {
  return { code, errorCode, message, field, draftField };
}

/** docs/platform-facts.md 4.1, code by code, in the texts that were seen or are documented. */
const REFUSALS: readonly Refusal[] = [
  refusal('ownerWithoutRole', 'UNKNOWN_EXCEPTION', 'portal account owner must have a role'),
  refusal('userExists', 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact'),
  refusal('licenseLimit', 'LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded - Customer Community', null, 'profileId'),
  refusal('featureLicenseLimit', 'LICENSE_LIMIT_EXCEEDED', 'content feature license limit exceeded'),
  refusal('duplicateUsername', 'DUPLICATE_USERNAME', 'Duplicate Username. Use another.', 'Username', 'username'),
  refusal('duplicateUsername', 'DUPLICATE_USERNAME', 'Duplicate Username. Use another.', null, 'username'),
  refusal('duplicateNickname', 'DUPLICATE_COMM_NICKNAME', 'Duplicate Nickname.', 'CommunityNickname', 'nickname'),
  refusal('duplicateNickname', 'DUPLICATE_COMM_NICKNAME', 'Duplicate Nickname.', null, 'nickname'),
  refusal(
    'usernameForm',
    'FIELD_INTEGRITY_EXCEPTION',
    'Username must be in the form of an email address (for example, john@acme.com)',
    null,
    'username'
  ),
  refusal('unexpected', 'FIELD_INTEGRITY_EXCEPTION', 'role type must match user type', 'UserRoleId'),
  refusal('contactMissing', 'INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact', 'ContactId'),
  refusal('profileNotExternal', 'INVALID_PROFILE', 'invalid profile', 'ProfileId', 'profileId'),
  refusal('siteOff', 'PORTAL_NO_ACCESS', 'no access to portal'),
  refusal('encryptedContact', 'PORTAL_USER_CREATION_RESTRICTED_WITH_ENCRYPTION', 'encrypted fields'),
  refusal('requiredMissing', 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Email]', 'Email', 'email'),
  refusal('tooLong', 'STRING_TOO_LONG', 'Alias: data value too large (max length=8)', 'Alias', 'alias'),
  refusal('invalidEmail', 'INVALID_EMAIL_ADDRESS', 'Email: invalid email address: ada@', 'Email', 'email'),
  refusal('invalidEmail', 'INVALID_EMAIL_ADDRESS', 'invalid email address: ada@', null, 'email'),
  refusal(
    'invalidChoice',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Time Zone: bad value for restricted picklist field: Mars',
    'TimeZoneSidKey',
    'timeZone'
  ),
  refusal('unexpected', 'DUPLICATE_VALUE', 'duplicate value found: CommunityNickname', 'CommunityNickname', 'nickname'),
  refusal('noAccess', 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),
  refusal('noAccess', 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights'),
  refusal('noAccess', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields', 'ProfileId', 'profileId'),
  refusal('automationFailed', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'UserTrigger: execution of BeforeInsert'),
  refusal(
    'validationRule',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'Nickname needs a dot',
    'CommunityNickname',
    'nickname'
  ),
  refusal('mixedDml', 'MIXED_DML_OPERATION', 'DML operation on setup object is not permitted'),
  refusal('locked', 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'),
  refusal('ownerInactive', 'TRANSFER_REQUIRES_READ', 'The new owner must have read permission'),
  refusal('ownerInactive', 'INACTIVE_OWNER_OR_USER', 'operation performed with inactive user'),
  refusal('busy', 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
  refusal('unexpected', 'A_CODE_OF_TOMORROW', 'Something new.'),
  refusal('unexpected', 'toString', 'A code that is a method of every object.')
];

/** What lightning/uiRecordApi rejects with. */
function uiApiRejection(output: object): object {
  const message = 'An error occurred while trying to update the record. Please try again.';
  const body = { message, statusCode: 400, enhancedErrorType: 'RecordError', output };
  return { ok: false, status: 400, statusText: 'Bad Request', body };
}

function uiApiError({ errorCode, message, field }: OrgError): object {
  return { constituentField: field, duplicateRecordError: null, errorCode, field, fieldLabel: field, message };
}

function fieldsOf({ field }: OrgError): readonly string[] {
  return field === null ? [] : [field];
}

/** The same refusal, as each API gives it. */
const SHAPES: Readonly<Record<string, (error: OrgError) => unknown>> = {
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
  'errors of a collection or Bulk result': (error) => ({
    success: false,
    errors: [{ statusCode: error.errorCode, message: error.message, fields: fieldsOf(error) }]
  })
};

describe.each(Object.entries(SHAPES))('explainFailure, given %s', (_shape, reject) => {
  it.each(REFUSALS)('explains $errorCode "$message" as $code', (error) => {
    const failure = explainFailure(reject(error));
    expect(failure).toMatchObject({ code: error.code, field: error.draftField, message: error.message });
    expect(failure.details).toContain(error.errorCode);
  });
});

describe('explainFailure', () => {
  it('takes what can be mended in the form first', () => {
    const limit = uiApiError(refusal('licenseLimit', 'LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded'));
    const long = uiApiError(refusal('tooLong', 'STRING_TOO_LONG', 'Alias: data value too large', 'Alias'));
    const failure = explainFailure(uiApiRejection({ errors: [limit], fieldErrors: { Alias: [long] } }));
    expect(failure).toMatchObject({ code: 'tooLong', field: 'alias' });
  });

  it('shows the line breaks of a text as blanks, never as HTML', () => {
    const message = 'Duplicate Username.<br>The username already exists.<BR />Use another.';
    const { message: shown } = explainFailure([{ errorCode: 'DUPLICATE_USERNAME', message }]);
    expect(shown).toBe('Duplicate Username. The username already exists. Use another.');
  });

  it.each([
    [0, 'noAnswer', true],
    [400, 'unexpected', true],
    [401, 'sessionExpired', false],
    [403, 'noAccess', false],
    [404, 'notFound', true],
    [409, 'unexpected', true],
    [429, 'busy', false],
    [500, 'serverDown', true],
    [502, 'serverDown', true],
    [503, 'serverDown', true],
    [504, 'serverDown', true]
  ] as const)('takes HTTP %s without a readable body as %s', (status, code, mayBeCreated) => {
    for (const body of [undefined, null, '', '<html><body>Bad Gateway</body></html>', {}, [], { output: null }]) {
      const failure = explainFailure({ ok: false, status, statusText: '', body });
      expect(failure).toMatchObject({ code, field: null, status, message: '' });
      expect(isUnclear(failure)).toBe(mayBeCreated);
    }
  });

  it.each([
    ['a fetch that failed', new TypeError('Failed to fetch'), 'TypeError: Failed to fetch'],
    ['an abort', new DOMException('The operation was aborted.', 'AbortError'), 'The operation was aborted.'],
    ['nothing at all', undefined, 'null'],
    ['null', null, 'null'],
    ['a text', 'offline', 'offline'],
    ['a number', 7, '7'],
    ['an empty object', {}, '{}']
  ])('takes %s as no answer, and shows it as details', (_what, rejection, details) => {
    const failure = explainFailure(rejection);
    expect(failure).toMatchObject({ code: 'noAnswer', field: null, status: null });
    expect(failure.details).toContain(details);
    expect(isUnclear(failure)).toBe(true);
  });

  it.each([
    ['errors that are no list', { errors: 'many' }],
    ['errors that are no objects', { errors: [null, 7, 'x'], fieldErrors: { Alias: [undefined], Email: 'x' } }],
    ['errors without a text', { errors: [{ errorCode: 'STRING_TOO_LONG' }], fieldErrors: null }]
  ])('survives %s', (_what, output) => {
    expect(explainFailure(uiApiRejection(output))).toMatchObject({ code: 'unexpected', status: 400 });
  });

  it('survives a rejection that holds itself', () => {
    const rejection: Record<string, unknown> = { status: 503 };
    rejection['self'] = rejection;
    expect(explainFailure(rejection)).toMatchObject({ code: 'serverDown', details: '' });
  });

  it('keeps the whole rejection for support', () => {
    const rejection = uiApiRejection({ errors: [], fieldErrors: {} });
    expect(JSON.parse(explainFailure(rejection).details)).toEqual(rejection);
  });

  it('takes an ended session from the code, with its field-less text', () => {
    const body = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
    expect(explainFailure({ status: 401, body })).toMatchObject({ code: 'sessionExpired', field: null });
  });
});

describe('isUnclear', () => {
  const clear = REFUSALS.filter(({ code }) => code !== 'userExists' && code !== 'unexpected');

  it.each(clear)('trusts that $errorCode "$message" created nothing', (error) => {
    for (const reject of Object.values(SHAPES)) {
      expect(isUnclear(explainFailure(reject(error)))).toBe(false);
    }
  });

  it.each(REFUSALS.filter(({ code }) => code === 'userExists' || code === 'unexpected'))(
    'asks who holds the contact after $errorCode "$message"',
    (error) => {
      expect(isUnclear(explainFailure(uiApiRejection({ errors: [uiApiError(error)], fieldErrors: {} })))).toBe(true);
    }
  );

  it('trusts no code that comes with a server error, nor with the 404 after a create', () => {
    const body = [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' }];
    expect(isUnclear(explainFailure({ status: 500, body }))).toBe(true);
    expect(isUnclear(explainFailure({ status: 404, body }))).toBe(true);
  });
});
