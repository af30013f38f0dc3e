import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, serve, type LocalOrg, type Served } from 'sfdx-local-org';
import { runCommand, type CommandResult } from 'sf-cli/command';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { privateFolder } from '../../shared/cacheFolder.js';

/**
 * SFDMU, a plugin of the sf CLI with which people move data between orgs and CSV files, runs on the local org unchanged.
 * It is installed from the lock file beside this test, into a folder that other runs find again.
 */

const MINUTES = 10;
const QUERIES = {
  accounts: 'SELECT Name, Phone FROM Account',
  contacts: 'SELECT LastName, FirstName, Email, AccountId FROM Contact'
};

/** Answers the folder of the plugin. Throws with the words of npm. */
function installSfdmu(): string {
  const folder = privateFolder('sfdmu');
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
  }
  // Its oldest parts say that they are out of date, on many lines.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm could not install SFDMU: ${stderr}`);
  return join(folder, 'node_modules', 'sfdmu');
}

describe('SFDMU on the local org', () => {
  let home: string;
  let served: Served;
  let localOrg: LocalOrg;
  let run: (args: readonly string[]) => Promise<CommandResult>;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'sfdmu-'));
    localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });
    served = await serve(localOrg.fetch, 0);
    const { accessToken } = administrator();
    await logInToLocalOrg(home, { url: served.url, accessToken }, home);
    run = (args) => runCommand('sf', args, localEnvironment(home, accessToken), MINUTES, home);
    const linked = await run(['plugins', 'link', installSfdmu(), '--no-install']);
    if (linked.exitCode !== 0) throw new Error(linked.output);
  }, MINUTES * 60_000);

  afterAll(async () => {
    await served.close();
    rmSync(home, { recursive: true, force: true });
  });

  function administrator() {
    const [person] = localOrg.people;
    if (person === undefined) throw new Error('The local org has nobody.');
    return person;
  }

  /** `bulkThreshold`: from so many records on, SFDMU uses the Bulk API. */
  async function move(from: 'csvfile' | 'org', bulkThreshold: number, files: Readonly<Record<string, string>>) {
    const folder = join(home, `${from}-${String(bulkThreshold)}`);
    mkdirSync(folder, { recursive: true });
    const { username, accessToken } = administrator();
    const plan = {
      // Its own default, 47.0, is older than what the local org answers.
      apiVersion: '60.0',
      bulkThreshold,
      bulkApiVersion: '2.0',
      orgs: [{ name: username, instanceUrl: served.url, accessToken }],
      objects: [
        { query: QUERIES.accounts, operation: 'Upsert', externalId: 'Name' },
        { query: QUERIES.contacts, operation: 'Upsert', externalId: 'Email' }
      ]
    };
    writeFileSync(join(folder, 'export.json'), JSON.stringify(plan));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const ends = from === 'csvfile' ? ['csvfile', username] : [username, 'csvfile'];
    const [source = '', target = ''] = ends;
    const { exitCode, output } = await run([
      ...['sfdmu', 'run', '--sourceusername', source, '--targetusername', target],
      ...['--path', folder, '--noprompt']
    ]);
    expect({ exitCode, output: exitCode === 0 ? '' : output }).toEqual({ exitCode: 0, output: '' });
    return folder;
  }

  function contactsOf(account: string) {
    const { org } = localOrg;
    const [accounts, contacts] = [org.schema.object('Account'), org.schema.object('Contact')];
    if (accounts === undefined || contacts === undefined) throw new Error('The local org has no contacts.');
    const [found] = org.where(accounts, 'Name', account);
    return found === undefined ? null : org.where(contacts, 'AccountId', found.Id).map(({ Email }) => Email);
  }

  it.each([
    ['REST', 200, 'Rest'],
    ['Bulk API 2.0', 1, 'Bulk']
  ])(
    'upserts accounts and their contacts from CSV by %s',
    async (_, bulkThreshold, word) => {
      const email = (name: string): string => `${name}@${word.toLowerCase()}.example`;
      const accounts = `Name,Phone\nSfdmu ${word} Works,1\nSfdmu ${word} Mills,2\n`;
      const contacts = [
        'LastName,FirstName,Email,Account.Name',
        `Mover,Sam,${email('sam')},Sfdmu ${word} Works`,
        `Mover,Kim,${email('kim')},Sfdmu ${word} Mills`
      ].join('\n');
      await move('csvfile', bulkThreshold, { 'Account.csv': accounts, 'Contact.csv': `${contacts}\n` });
      expect(contactsOf(`Sfdmu ${word} Works`)).toEqual([email('sam')]);
      expect(contactsOf(`Sfdmu ${word} Mills`)).toEqual([email('kim')]);
    },
    MINUTES * 60_000
  );

  it(
    'exports contacts to CSV',
    async () => {
      const folder = await move('org', 200, {});
      const text = readFileSync(join(folder, 'Contact.csv'), 'utf8');
      expect(text).toContain('sam@rest.example');
      expect(text).toContain('kim@bulk.example');
    },
    MINUTES * 60_000
  );
});
