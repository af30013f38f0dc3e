import {
  explainFailure,
  fixesForFailure,
  isUnclear,
  known,
  unknown,
  type ContactFacts,
  type FailureCode
} from 'c/externalUserRules';
import { account, owner, readyContact, readyOrg } from '../../../../../test/jest/facts.ts';
import { FAILURE_CODES, FAILURES, REFUSALS } from '../../../../../test/cases/failures.ts';
import { SHAPES, uiApiError, uiApiRejection } from '../../../../../test/cases/failureShapes.ts';
import { says } from '../../../../../test/cases/orgError.ts';

describe('the cases of failures', () => {
  it.each(FAILURE_CODES.filter((code) => code !== 'lookUpFailed'))('lead to %s', (code) => {
    const { said = [], statuses = [], rejections = [] } = FAILURES[code];
    expect(said.length + statuses.length + rejections.length).toBeGreaterThan(0);
  });
});

describe.each(Object.entries(SHAPES))('explainFailure, given %s', (shape, reject) => {
  // A row's error code has capital letters only; a message of the network layer never comes in a row.
  const refusals = shape.startsWith('a failed row')
    ? REFUSALS.filter(({ errorCode }) => /^[A-Z_]+$/.test(errorCode))
    : REFUSALS;

  it.each(refusals)('explains $errorCode "$message" as $code', ({ code, isUnclear: mayExist, ...said }) => {
    const failure = explainFailure(reject(said));
    // A text about a lost answer is the browser's, and no message of the org.
    const message = code === 'noAnswer' ? '' : said.message;
    expect(failure).toMatchObject({ code, field: said.draftField, message });
    expect(failure.details).toContain(said.errorCode);
    expect(isUnclear(failure)).toBe(mayExist);
  });
});

describe('explainFailure, given an answer without a readable body', () => {
  const statuses = FAILURE_CODES.flatMap((code) =>
    (FAILURES[code].statuses ?? []).map((status) => [status, code, FAILURES[code].isUnclear] as const)
  );

  it.each(statuses)('explains HTTP %s as %s', (status, code, mayExist) => {
    for (const body of [undefined, null, '', '<html><body>Bad Gateway</body></html>', {}, [], { output: null }]) {
      const failure = explainFailure({ ok: false, status, statusText: '', body });
      expect(failure).toMatchObject({ code, field: null, status, message: '' });
      expect(isUnclear(failure)).toBe(mayExist);
    }
  });
});

describe('explainFailure, given no answer', () => {
  const rejections = FAILURE_CODES.flatMap((code) =>
    (FAILURES[code].rejections ?? []).map((rejection) => ({ code, rejection, isOpen: FAILURES[code].isUnclear }))
  );

  it.each(rejections)('explains $rejection as $code, without a message of the org', (failing) => {
    const failure = explainFailure(failing.rejection);
    expect(failure).toMatchObject({ code: failing.code, field: null, status: null, message: '' });
    expect(isUnclear(failure)).toBe(failing.isOpen);
  });

  it.each([
    [new TypeError('Failed to fetch'), 'TypeError: Failed to fetch'],
    [new DOMException('It was aborted.', 'AbortError'), 'AbortError: It was aborted.'],
    [{ name: 'Error', message: 'of another realm' }, 'Error: of another realm'],
    [undefined, 'null'],
    ['offline', 'offline'],
    [{}, '{}']
  ])('shows %s as details', (rejection, details) => {
    expect(explainFailure(rejection).details).toBe(details);
  });
});

describe('explainFailure', () => {
  it('explains first what the form can correct', () => {
    const limit = uiApiError(says('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded'));
    const long = uiApiError(says('STRING_TOO_LONG', 'Alias: data value too large', 'Alias'));
    const failure = explainFailure(uiApiRejection({ errors: [limit], fieldErrors: { Alias: [long] } }));
    expect(failure).toMatchObject({ code: 'tooLong', field: 'alias' });
  });

  it('shows the line breaks of a text as blanks, never as HTML', () => {
    const message = 'Duplicate Username.<br>The username already exists.<BR />Use another.';
    const { message: shown } = explainFailure([{ errorCode: 'DUPLICATE_USERNAME', message }]);
    expect(shown).toBe('Duplicate Username. The username already exists. Use another.');
  });

  it('recognizes a broken connection in the 500 of Lightning’s network layer', () => {
    const failure = explainFailure({ ok: false, status: 500, body: { error: 'Disconnected or Canceled' } });
    expect(failure).toMatchObject({ code: 'noAnswer', message: '' });
    expect(isUnclear(failure)).toBe(true);
  });

  it('uses the first field of a row that names several', () => {
    const row = 'REQUIRED_FIELD_MISSING:Required fields are missing: [Email, Alias]:Email,Alias --';
    expect(explainFailure(row)).toMatchObject({
      code: 'requiredMissing',
      field: 'email',
      message: 'Required fields are missing: [Email, Alias]'
    });
  });

  it.each([
    ['errors that are not a list', { errors: 'many' }],
    ['errors that are not objects', { errors: [null, 7, 'x'], fieldErrors: { Alias: [undefined], Email: 'x' } }],
    ['errors without a text', { errors: [{ errorCode: 'STRING_TOO_LONG' }], fieldErrors: null }]
  ])('doesn’t throw on %s', (_what, output) => {
    expect(explainFailure(uiApiRejection(output))).toMatchObject({ code: 'unexpected', status: 400 });
  });

  it('doesn’t throw on a circular rejection', () => {
    const rejection: Record<string, unknown> = { status: 503 };
    rejection['self'] = rejection;
    expect(explainFailure(rejection)).toMatchObject({ code: 'serverDown', details: '' });
  });

  it('keeps the whole rejection for support', () => {
    const rejection = uiApiRejection({ errors: [], fieldErrors: {} });
    expect(JSON.parse(explainFailure(rejection).details)).toEqual(rejection);
  });

  it('cuts a whole HTML page', () => {
    const { code, details } = explainFailure({ status: 502, body: '<p>Bad Gateway</p>'.repeat(1000) });
    expect(code).toBe('serverDown');
    expect(details).toHaveLength(4000);
  });
});

describe('isUnclear', () => {
  it.each([404, 500, 503])('is true for every code with HTTP %s', (status) => {
    const body = [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' }];
    expect(isUnclear(explainFailure({ status, body }))).toBe(true);
  });
});

describe('fixesForFailure', () => {
  it.each(FAILURE_CODES)('leads from %s to each page that fixes it', (code) => {
    expect(fixesForFailure(code, readyContact, readyOrg).map(({ fix }) => fix)).toEqual(FAILURES[code].fixes ?? []);
  });

  it.each([
    ['ownerWithoutRole', [owner, account]],
    ['ownerInactive', [account, owner]],
    ['siteOff', [null]]
  ] as const)('names the record of each page for %s', (code, records) => {
    expect(fixesForFailure(code, readyContact, readyOrg).map(({ record }) => record)).toEqual(records);
  });

  it('leaves out a page whose record is not known', () => {
    const fixesOf = (code: FailureCode, changes: Partial<ContactFacts>) =>
      fixesForFailure(code, { ...readyContact, ...changes }, readyOrg).map(({ fix }) => fix);
    expect(fixesOf('ownerWithoutRole', { owner: unknown('noAccess') })).toEqual(['changeOwner']);
    expect(fixesOf('ownerInactive', { account: known(null) })).toEqual(['activateOwner']);
    expect(fixesOf('ownerExternal', { account: known(null) })).toEqual([]);
  });

  it('leads to Setup only if the running user can open it', () => {
    const org = { runningUser: { ...readyOrg.runningUser, viewsSetup: false } };
    const fixes = FAILURE_CODES.flatMap((code) => fixesForFailure(code, readyContact, org)).map(({ fix }) => fix);
    expect([...new Set(fixes)].sort()).toEqual(['activateOwner', 'changeOwner', 'giveRole']);
  });
});

it('The status of an answer is read under both of its names.', () => {
  expect(explainFailure({ statusCode: 503, body: [] })).toMatchObject({ status: 503, code: 'serverDown' });
});

it('Line breaks of a message become one blank.', () => {
  const message = 'first\r\nsecond<br>third';
  expect(explainFailure([{ errorCode: 'X', message }]).message).toBe('first second third');
});
