import { explainFailure, isBrieflyTransient, isTransient, waitAfter } from 'c/externalUserRules';

const refusal = (status: number, errorCode = 'X') => explainFailure({ status, body: [{ errorCode, message: 'x' }] });

describe('a failure', () => {
  it.each([
    ['429', refusal(429), 'seconds'],
    ['503', refusal(503), 'seconds'],
    ['a lock', refusal(400, 'UNABLE_TO_LOCK_ROW'), 'seconds'],
    ['the limit of requests', refusal(403, 'REQUEST_LIMIT_EXCEEDED'), 'minutes'],
    ['500', refusal(500), 'minutes'],
    ['a broken connection', { ...explainFailure({ status: 0 }), status: null }, 'minutes'],
    ['an answer that breaks off', explainFailure(new SyntaxError('x')), 'minutes'],
    ['an ended session', refusal(401, 'INVALID_SESSION_ID'), 'never'],
    ['a duplicate', refusal(400, 'DUPLICATE_USERNAME'), 'never']
  ])('passes as expected: %s', (_title, failure, within) => {
    expect(isBrieflyTransient(failure)).toBe(within === 'seconds');
    expect(isTransient(failure)).toBe(within !== 'never');
  });
});

it('The wait doubles after each attempt up to the longest.', () => {
  const waits = [1, 2, 3, 4, 50].map((attempt) => waitAfter(attempt, { first: 2, longest: 9 }));
  expect(waits).toEqual([2, 4, 8, 9, 9]);
});
