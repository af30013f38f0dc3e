import { AuthInfo, ConfigAggregator, Connection, OrgConfigProperties, StateAggregator } from '@salesforce/core';
import { listAt, textAt, valueAt } from './answers.ts';
import { createOrg, type Org } from './org.ts';

export type Connected =
  { readonly kind: 'connected'; readonly org: Org } | { readonly kind: 'refused'; readonly message: string };

const PATIENCE = { timeout: 30_000, retry: { maxRetries: 1 } };

/** The org that the sf CLI knows by an alias or a username, or the default one. What goes wrong is a sentence with what to do. */
export async function connect(targetOrg: string | undefined): Promise<Connected> {
  const named = targetOrg ?? (await defaultTargetOrg());
  if (named === undefined) {
    return refused(
      'No org is named, and no default one is set. Name one: npm run doctor -- --target-org <alias>, or set one: sf config set target-org <alias>.'
    );
  }
  try {
    return { kind: 'connected', org: await open(named) };
  } catch (error) {
    return refused(sentenceOf(error, named));
  }
}

async function defaultTargetOrg(): Promise<string | undefined> {
  const value = (await ConfigAggregator.create()).getPropertyValue(OrgConfigProperties.TARGET_ORG);
  return typeof value === 'string' ? value : undefined;
}

async function open(aliasOrUsername: string): Promise<Org> {
  const { aliases } = await StateAggregator.getInstance();
  const username = aliases.resolveUsername(aliasOrUsername);
  const authInfo = await AuthInfo.create({ username });
  const version = await newestVersion(authInfo);
  const connection = await Connection.create({ authInfo, connectionOptions: { version } });
  // Refreshes the session where it can be, and finds out where it can't.
  await connection.request<unknown>(connection.baseUrl(), PATIENCE);
  return createOrg(connection);
}

/** The list of versions needs no session, so that a failure here is one of the network. */
async function newestVersion(authInfo: AuthInfo): Promise<string> {
  const connection = await Connection.create({ authInfo, connectionOptions: { version: OLDEST } });
  const versions: unknown = await connection.request<unknown>(`${connection.instanceUrl}/services/data`, PATIENCE);
  const numbers = listAt({ versions }, 'versions').map((version) => Number(textAt(version, 'version')));
  return `${String(Math.max(Number(OLDEST), ...numbers.filter(Number.isFinite)))}.0`;
}

const OLDEST = '60.0';

/** Says what to do about any failure on the way into an org. */
export function sentenceOf(error: unknown, org: string): string {
  const message = textAt(error, 'message').replace(/\s+/g, ' ').trim();
  const [action] = listAt(error, 'actions');
  switch (kindOf(error)) {
    case 'unknownOrg':
      return `The sf CLI knows no org "${org}". ${typeof action === 'string' ? action : 'sf org list shows those it knows; sf org login web --alias <alias> adds one.'}`;
    case 'session':
      return `The session of ${org} has ended (${message}). Log in again: sf org login web --alias <alias>.`;
    case 'network':
      return `${org} can’t be reached (${networkCauseOf(error)}). Check the network, and that the org still exists: sf org display --target-org ${org}.`;
    case 'other':
      return `${org} can’t be opened: ${message === '' ? 'no reason was given' : message.replace(/\.$/, '')}. sf org display --target-org ${org} may say more.`;
  }
}

function kindOf(error: unknown): 'unknownOrg' | 'session' | 'network' | 'other' {
  const names = `${textAt(error, 'name')} ${textAt(error, 'errorCode')} ${textAt(error, 'message')}`;
  if (/NamedOrgNotFound|NoAuthInfoFound/.test(names)) return 'unknownOrg';
  if (/INVALID_SESSION_ID|invalid_grant|INVALID_AUTH_HEADER|expired access|ERROR_HTTP_401|RefreshToken/i.test(names))
    return 'session';
  return /fetch failed|ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|DomainNotFound|AbortError|aborted/.test(names)
    ? 'network'
    : 'other';
}

function networkCauseOf(error: unknown): string {
  const code = textAt(error, 'cause', 'code') || textAt(valueAt(error, 'cause'), 'cause', 'code');
  return code || textAt(error, 'message');
}

function refused(message: string): Connected {
  return { kind: 'refused', message };
}
