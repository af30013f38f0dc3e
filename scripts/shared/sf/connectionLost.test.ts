import { refused } from 'sf-cli/answer';
import { askOrg } from './askOrg.ts';
import { ConnectionLost, isEndOfSession } from './connectionLost.ts';

describe('the end of a session', () => {
  it.each<[string, { readonly name?: string; readonly errorCode?: string; readonly message?: string }, boolean]>([
    ['a code of REST', { errorCode: 'INVALID_SESSION_ID' }, true],
    ['a code of SOAP', { errorCode: 'sf:INVALID_SESSION_ID' }, true],
    ['a header that the org refuses', { errorCode: 'INVALID_AUTH_HEADER' }, true],
    ['an answer 401 without a body', { errorCode: 'ERROR_HTTP_401' }, true],
    ['a refresh that the org refuses', { name: 'invalid_grant', message: 'expired access/refresh token' }, true],
    ['a refresh that the CLI refuses', { name: 'RefreshTokenAuthError' }, true],
    ['a network that failed', { name: 'TypeError', message: 'fetch failed' }, false],
    ['another refusal', { errorCode: 'INSUFFICIENT_ACCESS', message: 'Insufficient access' }, false],
    ['an error without a word', {}, false]
  ])('is told by %s: %#', async (_case, error, isEnd) => {
    expect(isEndOfSession(error)).toBe(isEnd);
    const asked = askOrg(
      () => Promise.reject(Object.assign(new Error(), error, { errorCode: error.errorCode ?? 'CODE' })),
      (code) => refused(code, '')
    );
    // A question to the org knows the same ends.
    await (isEnd
      ? expect(asked).rejects.toBeInstanceOf(ConnectionLost)
      : expect(asked).resolves.toMatchObject({ kind: 'refused' }));
  });
});
