import { connectionProblem } from './connectionProblem.ts';

describe('a problem with the connection', () => {
  it.each([
    [
      'an unknown alias',
      { name: 'NamedOrgNotFoundError', message: 'No authorization information found for demo.' },
      /no org "demo".*sf org list/u
    ],
    [
      'an ended session',
      { name: 'INVALID_SESSION_ID', errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
      /session of demo has ended.*sf org login web/u
    ],
    [
      'a refresh token that was revoked',
      { name: 'invalid_grant', message: 'expired access/refresh token' },
      /session of demo has ended/u
    ],
    [
      'a host that does not exist',
      { name: 'TypeError', message: 'fetch failed', cause: { code: 'ENOTFOUND' } },
      /can’t be reached \(ENOTFOUND\)/u
    ],
    [
      'a socket that broke',
      { name: 'TypeError', message: 'fetch failed', cause: { cause: { code: 'ECONNRESET' } } },
      /can’t be reached \(ECONNRESET\)/u
    ],
    ['a time-out', { name: 'AbortError', message: 'The operation was aborted' }, /can’t be reached/u],
    [
      'an API that is switched off',
      { name: 'API_DISABLED_FOR_ORG', message: 'The REST API is not enabled for this Organization.' },
      /can’t be opened: The REST API is not enabled for this Organization\. npx sf org display/u
    ],
    ['an error without a message', null, /can’t be opened: no reason was given/u]
  ])('is explained with what to do about it: %s', (_title, error, sentence) => {
    expect(connectionProblem(error, 'demo')).toMatch(sentence);
  });
});
