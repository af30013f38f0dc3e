import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createLocalOrg, serve, type Served } from 'sfdx-local-org';
import { runOurCommand } from '../../shared/testing/ourCommand.ts';
import { runHostedCommand } from '../commands/hostedCommand.ts';

/** Two calls start a process that loads Salesforce's core library. */
const TIMEOUT = 120_000;

interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('npm run doctor', () => {
  let home: string;
  let served: Served;
  let refusesSessions = false;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });

  const accessToken = localOrg.people[0]?.accessToken ?? '';

  async function doctor(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Output> {
    const { exitCode, stdout, stderr } = await runHostedCommand('doctor', args, environmentWith(more));
    return { code: exitCode, stdout, stderr };
  }

  async function doctorAlone(args: readonly string[]): Promise<Omit<Output, 'stderr'>> {
    const { exitCode, stdout } = await runOurCommand('doctor', args, environmentWith({}));
    return { code: exitCode, stdout };
  }

  // No org is the default one.
  const environmentWith = (more: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
    ...localEnvironment(home, accessToken),
    SF_TARGET_ORG: '',
    ...more
  });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'doctor-'));
    served = await serve((request) => (refusesSessions ? answerExpired(request) : localOrg.fetch(request)), 0);
    await logInToLocalOrg(home, { url: served.url, accessToken }, undefined, runHostedSf);
  }, TIMEOUT);

  beforeEach(() => {
    refusesSessions = false;
    localOrg.reset('ready');
  });

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it(
    'draws a table of what it found in the org of an alias, and says that nothing is deployed there',
    async () => {
      const { code, stdout } = await doctorAlone(['--target-org', 'local']);
      expect(code).toBe(1);
      expect(stdout).toContain(`ingrid.solberg@acme.example at ${served.url}, API 68.0`);
      expect(stdout).toMatch(/^ {2}pass {5}Sites {18}Live: Acme Help, Acme Partners\.$/mu);
      expect(stdout).toContain('- Customer Community: 3 of 20 used, 17 left');
      expect(stdout).toMatch(/^Not ready: blocked 2, /u);
      expect(stdout).toMatch(/Next:\nnpm run deploy -- --target-org local\n$/u);
      expect(localOrg.outbox).toEqual([]);
    },
    TIMEOUT
  );

  it(
    'prints the same facts as JSON, for the default org, and exits with 1 where something is blocked',
    async () => {
      localOrg.reset('no-seats');
      const { code, stdout } = await doctor(['--json'], { SF_TARGET_ORG: 'local' });
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        result: 'blocked',
        org: { username: 'ingrid.solberg@acme.example', url: served.url, apiVersion: '68.0' },
        counts: { blocked: 3 },
        findings: expect.arrayContaining([
          expect.objectContaining({
            check: 'licenses',
            status: 'blocked',
            link: `${served.url}/lightning/setup/CompanyProfileInfo/home`,
            facts: {
              licenses: expect.arrayContaining([
                expect.objectContaining({ name: 'Customer Community', total: 3, used: 3, left: 0 })
              ])
            }
          })
        ])
      });
    },
    TIMEOUT
  );

  it(
    'creates a test user with --probe, deactivates it, and says what it left behind',
    async () => {
      const { code, stdout } = await doctor(['-o', 'local', '--probe', '--no-prompt', '--json']);
      expect(code).toBe(1);
      const users = localOrg.org.schema.object('User');
      const made = users && localOrg.org.all(users).find(({ LastName }) => /^Test \d+$/u.test(String(LastName)));
      expect(made).toMatchObject({ IsActive: false, Email: expect.stringMatching(/@test\.invalid$/u) });
      expect(JSON.parse(stdout)).toMatchObject({
        findings: expect.arrayContaining([
          expect.objectContaining({ check: 'probeUser', status: 'pass' }),
          expect.objectContaining({ check: 'probeDeactivation', status: 'pass' }),
          expect.objectContaining({
            check: 'probeLeftBehind',
            status: 'warning',
            facts: {
              perhaps: null,
              records: [made?.['ContactId'], made?.Id].map((id) => expect.objectContaining({ id }) as unknown)
            }
          })
        ])
      });
    },
    TIMEOUT
  );

  it(
    'writes what it reads of sites to the settings with --write-settings, and finds nothing to change then',
    async () => {
      localOrg.reset('no-allow-list');
      const call = ['-o', 'local', '--write-settings', '--no-prompt'];
      const { code, stdout } = await doctor(call);
      expect(code).toBe(1);
      expect(stdout).toContain('External_User_Profile.Acme_Customer (new)');
      expect(stdout).toContain(`Login_Url__c: (empty) → ${served.url}/acmehelp/login`);
      const type = localOrg.org.schema.object('External_User_Profile__mdt');
      const records = type === undefined ? [] : localOrg.org.all(type);
      expect(records.map(({ Profile__c, License__c, Site__c }) => [Profile__c, License__c, Site__c])).toEqual([
        ['Acme Customer', 'Customer Community', 'Acme Help'],
        ['Acme Customer Plus', 'Customer Community Plus', 'Acme Help'],
        ['Acme Partner', 'Partner Community', 'Acme Partners']
      ]);
      expect(records[0]).toMatchObject({
        Sends_Welcome_Email__c: true,
        Read_On__c: expect.stringMatching(/^20\d\d-/u)
      });

      const again = await doctor([...call, '--json']);
      expect(JSON.parse(again.stdout)).toMatchObject({
        findings: expect.arrayContaining([
          expect.objectContaining({ check: 'writeSettings', status: 'pass', facts: { changes: [] } })
        ])
      });
    },
    TIMEOUT
  );

  it.each([
    ['an unknown alias', ['-o', 'locla'], {}, /no org "locla".*Did you mean "local"/u],
    ['no org at all', [], {}, /No org is named.*--target-org <alias>/u],
    ['an unknown option', ['--colour'], {}, /--colour[\s\S]*--help/u],
    ['settings that can ask nobody', ['-o', 'local', '--write-settings'], {}, /Nothing was changed.*--no-prompt/u],
    ['a probe that can ask nobody', ['-o', 'local', '--probe'], {}, /no terminal.*--no-prompt/u]
  ])('exits with 2 for %s, and says what to do', async (_title, args, env, message) => {
    const { code, stdout, stderr } = await doctor(args, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it(
    'exits with 2 when the session has ended',
    async () => {
      refusesSessions = true;
      const { code, stderr } = await doctor(['-o', 'local']);
      expect(code).toBe(2);
      expect(stderr).toMatch(/session of local has ended.*Log in again: npx sf org login web/u);
    },
    TIMEOUT
  );

  it(
    'exits with 2 when the org can’t be reached, also as JSON',
    async () => {
      await served.close();
      const { code, stdout } = await doctorAlone(['-o', 'local', '--json']);
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toEqual({
        result: 'error',
        message: expect.stringMatching(/^local can’t be reached \(ECONNREFUSED\)\. Check the network/u)
      });
    },
    TIMEOUT
  );
});

/** What needs no session is answered all the same. */
function answerExpired(request: Request): Response {
  return new URL(request.url).pathname === '/services/data'
    ? Response.json([{ version: '68.0' }])
    : Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], { status: 401 });
}
