import { outcomeOf, toReply } from './reply.ts';

describe('the refusal in an answer', () => {
  it.each([
    ['REST API', 400, [{ errorCode: 'INVALID_FIELD', message: 'No such column' }], 'INVALID_FIELD'],
    [
      'a field in UI API',
      400,
      { errorCode: 'POST', output: { fieldErrors: { Username: [{ errorCode: 'DUPLICATE_USERNAME', message: 'x' }] } } },
      'DUPLICATE_USERNAME'
    ],
    [
      'a record in UI API',
      400,
      { message: 'An error occurred', output: { errors: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'x' }] } },
      'UNKNOWN_EXCEPTION'
    ],
    [
      'GraphQL, which answers 200',
      200,
      { data: null, errors: [{ message: 'x', extensions: { ErrorType: 'ValidationError' } }] },
      'ValidationError'
    ],
    ['a page', 500, '<html>', 'HTTP 500']
  ])('is read from %s', (_of, status, body, code) => {
    expect(outcomeOf(toReply('GET /', status, body))).toBe(code);
  });

  it('is none in GraphQL data without errors, and in rows of REST', () => {
    expect(outcomeOf(toReply('POST /graphql', 200, { data: {}, errors: [] }))).toBe('accepted');
    expect(outcomeOf(toReply('GET /', 200, [{ id: '001' }]))).toBe('accepted');
  });

  it('has the words that are expected, or else its own', () => {
    const reply = toReply('POST /', 400, [{ errorCode: 'X', message: 'Portal account owner must have a role.' }]);
    expect(outcomeOf(reply, 'portal account owner')).toBe('X, “portal account owner”');
    expect(outcomeOf(reply, 'something else')).toBe('X, “Portal account owner must have a role.”');
  });
});
