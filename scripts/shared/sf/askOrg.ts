import { known, type Known, type Refusal } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';

/** The org can't be reached any more, or the session has ended. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * Asks an org through a Connection of @salesforce/core. A refusal becomes what `toRefusal` makes of its code and the error.
 * Throws ConnectionLost for an ended session, and for an error without a code, as then the org was not reached.
 */
export async function askOrg<Value, Refused extends Refusal>(
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
