import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, serve, type Served } from 'sfdx-local-org';
import { LOCAL, localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { runHostedCommand } from '../commands/hostedCommand.ts';
import { rowsOf } from './runFolder.ts';

/** Two log-ins of the real CLI. */
const TIMEOUT = 120_000;

describe('npm run enable-users, with the log-in of the real CLI, in an org like a real one', () => {
  let home: string;
  let served: Served;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'enable-users-orgs-'));
    served = await serve(localOrg.fetch, 0);
    for (const { label, accessToken } of localOrg.people.slice(0, 2)) {
      await logInToLocalOrg(join(home, label), { url: served.url, accessToken }, undefined, runHostedSf);
    }
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  function environmentOf(who: string): Readonly<Record<string, string>> {
    const { accessToken = '' } = localOrg.people.find(({ label }) => label === who) ?? {};
    return localEnvironment(join(home, who), accessToken);
  }

  /** Runs the command in a fresh org, for one contact whom nothing hinders but the org. */
  async function enable(org: string, who: string, profile = 'Acme Customer') {
    localOrg.reset(org);
    const file = join(home, 'contacts.csv');
    await writeFile(file, `ContactId,Profile\n${localOrg.org.defaultContactId},${profile}\n`);
    const runFolder = join(home, `${org} ${profile}`);
    const args = ['run', '--file', file, '--run-folder', runFolder];
    return { ...(await runHostedCommand('enable-users', args, environmentOf(who))), runFolder };
  }

  /** The ids of the contact's users. */
  function usersMade(): readonly string[] {
    const users = localOrg.org.schema.object('User');
    const all = users === undefined ? [] : localOrg.org.all(users);
    return all.filter(({ ContactId }) => ContactId === localOrg.org.defaultContactId).map(({ Id }) => Id);
  }

  it(
    'refuses a customer whose license counts log-ins and has no seat left, and names the license',
    async () => {
      const { exitCode, stdout, runFolder } = await enable('login-license-full', 'System Administrator');
      expect(exitCode).toBe(1);
      expect(stdout).toContain('No user can be created; blocked: 1 row.\n');
      expect(stdout).toMatch(/ {2}- Customer Community Login: 1 needed, 0 of 3 left: 1 short; log-ins are\s+counted/u);
      expect(rowsOf(runFolder, 'blocked')).toMatchObject([
        { Code: 'seatsTaken', Message: expect.stringMatching(/^No seat is free: Customer Community Login/u) as unknown }
      ]);
      expect(usersMade()).toEqual([]);
    },
    TIMEOUT
  );

  it(
    'says where delegated administration refuses a profile, and makes users with the profile that it lists',
    async () => {
      const refused = await enable('delegated', 'Sales Ops', 'Acme Customer Plus');
      expect(refused.exitCode).toBe(1);
      expect(refused.stdout).toContain('1 user can be created.\n');
      expect(rowsOf(refused.runFolder, 'failed')).toMatchObject([
        { Code: 'noAccess', Message: expect.stringContaining('ask for a delegated administration group') as unknown }
      ]);
      expect(usersMade()).toEqual([]);

      const { exitCode, runFolder } = await enable('delegated', 'Sales Ops', 'Acme Customer');
      expect(exitCode).toBe(0);
      expect(usersMade()).toEqual(rowsOf(runFolder, 'created').map(({ UserId }) => UserId));
      expect(usersMade()).toHaveLength(1);
    },
    TIMEOUT
  );

  it(
    'makes the user whose welcome email an unverified sender keeps back, as the doctor warned',
    async () => {
      localOrg.reset('sender-unverified');
      const doctor = await runHostedCommand('doctor', ['--target-org', LOCAL], environmentOf('System Administrator'));
      expect(doctor.stdout.replaceAll(/\s+/gu, ' ')).toMatch(
        / warning Sender [^|]*may not arrive, and nobody gets an error: the domain isn’t verified\./u
      );
      const { exitCode, stdout } = await enable('sender-unverified', 'System Administrator');
      expect(exitCode).toBe(0);
      expect(stdout.replaceAll(/\s+/gu, ' ')).toMatch(
        / - Acme Help: its mail is sent from [^\s@]+@\S+ and may not arrive, without an error: the domain isn’t verified\./u
      );
      expect(usersMade()).toHaveLength(1);
      expect(localOrg.outbox).toEqual([]);
      const ready = await enable('ready', 'System Administrator');
      expect(ready.stdout).not.toContain('may not arrive');
      expect(localOrg.outbox).toHaveLength(1);
    },
    TIMEOUT
  );
});
