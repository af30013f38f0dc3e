import { listAt, textAt } from 'sf-cli/json';
import { isEndOfSession } from '../shared/sf/connectionLost.ts';

/** A sentence on why an org can't be connected to, with what to do about it. */
export function connectionProblem(error: unknown, org: string): string {
  const message = textAt(error, 'message').replace(/\s+/g, ' ').trim();
  const [action] = listAt(error, 'actions');
  switch (kindOf(error)) {
    case 'unknownOrg':
      return `The sf CLI knows no org "${org}". ${typeof action === 'string' ? action : 'npx sf org list shows those it knows; npx sf org login web --alias <alias> adds one.'}`;
    case 'session':
      return `The session of ${org} has ended (${message}). Log in again: npx sf org login web --alias <alias>`;
    case 'network':
      return `${org} can’t be reached (${networkCauseOf(error)}). Check the network, and that the org still exists: npx sf org display --target-org ${org}`;
    case 'other':
      return `${org} can’t be opened: ${message === '' ? 'no reason was given' : message.replace(/\.$/, '')}. npx sf org display --target-org ${org} may say more.`;
  }
}

function kindOf(error: unknown): 'unknownOrg' | 'session' | 'network' | 'other' {
  const names = `${textAt(error, 'name')} ${textAt(error, 'errorCode')} ${textAt(error, 'message')}`;
  if (/NamedOrgNotFound|NoAuthInfoFound/.test(names)) return 'unknownOrg';
  if (isEndOfSession(error)) return 'session';
  return /fetch failed|ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|DomainNotFound|AbortError|aborted/.test(names)
    ? 'network'
    : 'other';
}

function networkCauseOf(error: unknown): string {
  const code = textAt(error, 'cause', 'code') || textAt(error, 'cause', 'cause', 'code');
  return code || textAt(error, 'message');
}
