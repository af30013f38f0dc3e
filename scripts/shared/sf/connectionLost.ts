import { textAt } from 'sf-cli/json';

/** The org can't be reached any more, or the session has ended. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** What fetch says, with the code of the network below it: `fetch failed: ECONNREFUSED`. */
export function reasonOf(error: unknown): string {
  const code = textAt(error, 'cause', 'code') || textAt(error, 'cause', 'cause', 'code');
  return [textAt(error, 'message'), code].filter((part) => part !== '').join(': ');
}

/** Whether the session has ended, and not the network failed. */
export function isEndOfSession(error: unknown): boolean {
  const words = `${textAt(error, 'name')} ${textAt(error, 'errorCode')} ${textAt(error, 'message')}`;
  return /INVALID_SESSION_ID|INVALID_AUTH_HEADER|ERROR_HTTP_401|invalid_grant|expired access|RefreshToken/iu.test(
    words
  );
}
