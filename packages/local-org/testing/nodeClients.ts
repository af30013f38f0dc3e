import { Connection } from '@jsforce/jsforce-node';
import { AuthInfo, Org, User } from '@salesforce/core';
import { LOCAL } from 'sf-cli/localSf';

/**
 * What jsforce and @salesforce/core get from the org to which the CLI has logged in, as JSON on stdout. Each is used as its
 * documentation shows. A process of its own has the home folder of the log-in. The argument is the id of a user without the
 * permission set.
 */

const POLLING = { pollInterval: 20, pollTimeout: 60_000 };

async function useJsforce(connection: Connection) {
  const contacts = ['Jsforce One', 'Jsforce Two', ''].map((LastName) => ({ LastName, Title: 'CEO' }));
  const ingested = await connection.bulk2.loadAndWaitForResults({
    object: 'Contact',
    operation: 'insert',
    input: contacts,
    ...POLLING
  });
  const soql =
    "SELECT LastName, Account.Name, CreatedDate FROM Contact WHERE LastName LIKE 'Jsforce%' ORDER BY LastName";
  const stream = await connection.bulk2.query(soql, POLLING);
  const { username } = await connection.identity();
  return { username, ingested, queried: await stream.toArray() };
}

async function useCore(org: Org, assigneeId: string) {
  const username = org.getUsername() ?? '';
  const user = await User.create({ org });
  const { id, email } = await user.retrieve(username);
  await user.assignPermissionSets(assigneeId, ['External_User_Enabler']);
  const info = await AuthInfo.create({ username });
  info.update({ userId: id });
  await user.assignPassword(info, User.generatePasswordUtf8({ length: 20, complexity: 5 }));
  return { orgId: org.getOrgId(), isScratch: await org.determineIfScratch(), id, email };
}

const org = await Org.create({ aliasOrUsername: LOCAL });
const { instanceUrl, accessToken } = org.getConnection();
const jsforce = await useJsforce(new Connection({ instanceUrl, accessToken: accessToken ?? '', version: '68.0' }));
process.stdout.write(JSON.stringify({ jsforce, core: await useCore(org, process.argv[2] ?? '') }));
