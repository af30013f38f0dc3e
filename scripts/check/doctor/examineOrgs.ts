import { text } from 'node:stream/consumers';
import { AuthInfo, Connection } from '@salesforce/core';
import { createOrg, examine } from '../../doctor/main.ts';
import { createLocalOrg, serve } from 'sfdx-local-org';

/**
 * Examines starting orgs over the network: `[org, label of a person][]` as JSON on stdin, the statuses by check on stdout.
 * A process of its own, as @salesforce/core does not run inside Jest: errors of another realm are no `Error` to it.
 */
const cases = JSON.parse(await text(process.stdin)) as (readonly [org: string, who: string])[];

let url = '';
const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => url });
const served = await serve(localOrg.fetch, 0);
({ url } = served);

const results: Record<string, string>[] = [];
for (const [org, who] of cases) {
  localOrg.reset(org);
  const accessToken = localOrg.people.find(({ label }) => label === who)?.accessToken ?? '';
  const authInfo = await AuthInfo.create({ accessTokenOptions: { accessToken, loginUrl: url, instanceUrl: url } });
  const connection = await Connection.create({ authInfo, connectionOptions: { version: '68.0' } });
  const { groups } = await examine(createOrg(connection));
  const findings = groups.flatMap((group) => group.findings);
  results.push(Object.fromEntries(findings.map(({ check, status }) => [check, status])));
}
await served.close();
process.stdout.write(JSON.stringify(results));
