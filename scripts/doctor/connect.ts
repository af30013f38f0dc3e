import { AuthInfo, ConfigAggregator, Connection, OrgConfigProperties, StateAggregator } from '@salesforce/core';
import { known, refused, type Answer } from 'sf-cli/answer';
import { listAt, textAt } from 'sf-cli/json';
import { connectionProblem } from './connectionProblem.ts';
import { useProxyOf } from '../shared/sf/proxy.ts';
import { createOrg, type Org } from './org.ts';

/** A short time and one more attempt, as a person waits. Milliseconds. */
const REQUEST_OPTIONS = { timeout: 30_000, retry: { maxRetries: 1 } };

/** Opens the org of an alias or a username, or the CLI's default org. A refusal is a sentence with what to do. */
export async function connect(targetOrg: string | undefined): Promise<Answer<Org>> {
  const named = targetOrg ?? (await defaultTargetOrg());
  if (named === undefined) {
    return refused(
      'NoTargetOrg',
      'No org is named, and no default one is set. Name one: npm run doctor -- --target-org <alias>, or set one: npx sf config set target-org <alias>.'
    );
  }
  try {
    return known(await open(named));
  } catch (error) {
    return refused(textAt(error, 'name'), connectionProblem(error, named));
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
  // Refreshes an ended session, or throws if it can't.
  await connection.request(connection.baseUrl(), REQUEST_OPTIONS);
  useProxyOf(process.env);
  return createOrg(connection, aliasOrUsername);
}

/** The list of API versions needs no session, so an error here means that the network failed. */
async function newestVersion(authInfo: AuthInfo): Promise<string> {
  const connection = await Connection.create({ authInfo, connectionOptions: { version: OLDEST } });
  const versions: unknown = await connection.request(`${connection.instanceUrl}/services/data`, REQUEST_OPTIONS);
  const numbers = listAt({ versions }, 'versions').map((version) => Number(textAt(version, 'version')));
  return `${String(Math.max(Number(OLDEST), ...numbers.filter(Number.isFinite)))}.0`;
}

const OLDEST = '60.0';
