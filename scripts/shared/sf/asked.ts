import { textAt } from 'sf-cli/json';

/** What an org that was asked through a Connection of @salesforce/core answered. */
export interface Known<Value> {
  readonly kind: 'known';
  readonly value: Value;
}

export function known<Value>(value: Value): Known<Value> {
  return { kind: 'known', value };
}

/** The org can't be reached any more, or the session has ended. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * Asks the org. A refusal becomes what `toRefusal` makes of its code and the error; without one the org can't have
 * been reached: that, and an ended session, is thrown as ConnectionLost.
 */
export async function asked<Value, Refused>(
  ask: () => Promise<Value>,
  toRefusal: (code: string, error: unknown) => Refused
): Promise<Known<Value> | Refused> {
  try {
    return known(await ask());
  } catch (error) {
    const code = textAt(error, 'errorCode').replace(/^sf:/, '');
    if (code === '' || /^(?:INVALID_SESSION_ID|INVALID_AUTH_HEADER|ERROR_HTTP_401)$/.test(code)) {
      throw new ConnectionLost(textAt(error, 'message'), { cause: error });
    }
    return toRefusal(code, error);
  }
}
