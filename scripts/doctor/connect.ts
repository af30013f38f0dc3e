import { AuthInfo, ConfigAggregator, Connection, OrgConfigProperties, StateAggregator } from '@salesforce/core';
import { listAt, textAt } from 'sf-cli/json';
import { sentenceOf } from './sentence.ts';
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
  await connection.request(connection.baseUrl(), PATIENCE);
  return createOrg(connection);
}

/** The list of versions needs no session, so that a failure here is one of the network. */
async function newestVersion(authInfo: AuthInfo): Promise<string> {
  const connection = await Connection.create({ authInfo, connectionOptions: { version: OLDEST } });
  const versions: unknown = await connection.request(`${connection.instanceUrl}/services/data`, PATIENCE);
  const numbers = listAt({ versions }, 'versions').map((version) => Number(textAt(version, 'version')));
  return `${String(Math.max(Number(OLDEST), ...numbers.filter(Number.isFinite)))}.0`;
}

const OLDEST = '60.0';

function refused(message: string): Connected {
  return { kind: 'refused', message };
}
