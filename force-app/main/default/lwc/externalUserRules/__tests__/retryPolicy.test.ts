import { explainFailure, isBrieflyTransient, isTransient, waitAfter } from 'c/externalUserRules';

const refusal = (status: number, errorCode = 'X') => explainFailure({ status, body: [{ errorCode, message: 'x' }] });

describe('a failure', () => {
  it.each([
    ['429', refusal(429), 'seconds'],
    ['503', refusal(503), 'seconds'],
    ['a lock', refusal(400, 'UNABLE_TO_LOCK_ROW'), 'seconds'],
    ['the limit of requests', refusal(403, 'REQUEST_LIMIT_EXCEEDED'), 'minutes'],
    ['500', refusal(500), 'minutes'],
    ['502', refusal(502), 'minutes'],
    ['504', refusal(504), 'minutes'],
    ['408', refusal(408), 'minutes'],
    ['408 with an error of another kind', refusal(408, 'INSUFFICIENT_ACCESS'), 'minutes'],
    ['429 with an error of another kind', refusal(429, 'INSUFFICIENT_ACCESS'), 'seconds'],
    ['500 with an error of another kind', refusal(500, 'INVALID_FIELD_FOR_INSERT_UPDATE'), 'minutes'],
    ['a broken connection', { ...explainFailure({ status: 0 }), status: null }, 'minutes'],
    ['an answer that breaks off', explainFailure(new SyntaxError('x')), 'minutes'],
    ['an ended session', refusal(401, 'INVALID_SESSION_ID'), 'never'],
    ['a duplicate', refusal(400, 'DUPLICATE_USERNAME'), 'never']
  ])('passes as expected: %s', (_title, failure, within) => {
    expect(isBrieflyTransient(failure)).toBe(within === 'seconds');
    expect(isTransient(failure)).toBe(within !== 'never');
  });
});

it.each([
  ['counts if it is longer', 1, 60_000, 60_000],
  ['does not shorten the wait', 4, 1000, 8000],
  ['counts up to five minutes', 1, 3_600_000, 300_000]
])('The wait that an org asks for %s.', (_title, attempt, asked, wait) => {
  expect(waitAfter(attempt, { first: 1000, longest: 30_000 }, asked)).toBe(wait);
});

it('The wait doubles after each attempt up to the longest.', () => {
  const waits = [1, 2, 3, 4, 50].map((attempt) => waitAfter(attempt, { first: 2, longest: 9 }));
  expect(waits).toEqual([2, 4, 8, 9, 9]);
});
