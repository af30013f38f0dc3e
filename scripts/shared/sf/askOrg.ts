import { known, type Known, type Refusal } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import { ConnectionLost, isEndOfSession } from './connectionLost.ts';

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
    if (code === '' || isEndOfSession(error)) {
      throw new ConnectionLost(textAt(error, 'message'), { cause: error });
    }
    return toRefusal(code, error);
  }
}
