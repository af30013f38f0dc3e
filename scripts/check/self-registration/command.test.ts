import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createLocalOrg, serve, type Served } from 'sfdx-local-org';
import { LOCAL, localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { runSelfRegistration } from '../../self-registration/main.ts';
import { processOutput } from '../../shared/commandLine.ts';
import { runOurCommand } from '../../shared/testing/ourCommand.ts';

/** Some forty commands of the real CLI. */
const TIMEOUT = 300_000;

const ACCOUNT = 'Northwind Ångström AB';
/** A name with each kind of character that a file name can't hold. */
const SITE = 'Acme & Partners (DE) v2.0/b: "Söner" 100%, it\'s';
const ON = ['--site', SITE, '--profile', 'Acme Customer', '--account', ACCOUNT];
const OFF = ['--site', SITE, '--off'];

describe('npm run self-registration, with the real CLI', () => {
  let home: string;
  let served: Served;
  let sf: Sf;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });
  const accessToken = localOrg.people[0]?.accessToken ?? '';

  beforeAll(async () => {
    const partners = recordsOf('Network').find(({ Name }) => Name === 'Acme Partners');
    localOrg.org.amend(String(partners?.['Id']), { Name: SITE });
    home = await mkdtemp(join(tmpdir(), 'self-registration-'));
    served = await serve(localOrg.fetch, 0);
    sf = await logInToLocalOrg(home, { url: served.url, accessToken }, undefined, runHostedSf);
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  interface Outcome {
    readonly exitCode: number | null;
    readonly said: unknown;
  }
  const toOptions = (args: readonly string[]): readonly string[] => ['--target-org', LOCAL, '--json', ...args];

  const run = async (...args: readonly string[]): Promise<Outcome> => {
    let said = '';
    const exitCode = await runSelfRegistration(toOptions(args), {
      ...processOutput,
      sf,
      now: () => performance.now(),
      pause,
      write: (text) => (said += text),
      writeError: (text) => (said += text)
    });
    return { exitCode, said: JSON.parse(said) };
  };

  /** `npm run self-registration`, as a program reads it. */
  const runProcess = async (...args: readonly string[]): Promise<Outcome> => {
    const environment = localEnvironment(home, accessToken);
    const { exitCode, stdout } = await runOurCommand('self-registration', toOptions(args), environment);
    return { exitCode, said: JSON.parse(stdout) };
  };

  const recordsOf = (apiName: string): readonly Readonly<Record<string, unknown>>[] => {
    const object = localOrg.org.schema.object(apiName);
    return object === undefined ? [] : localOrg.org.all(object);
  };
  const site = () => recordsOf('Network').find(({ Name }) => Name === SITE);
  const registration = () => recordsOf('NetworkSelfRegistration')[0];
  const members = () => recordsOf('NetworkMemberGroup').filter(({ NetworkId }) => NetworkId === site()?.['Id']);

  /** A visitor follows the link of the log-in page and registers. */
  const visit = async () => {
    const login = await fetch(`${served.url}/acmepartners/login`);
    const [, path = ''] = /href="([^"]*SelfRegister)"/u.exec(await login.text()) ?? [];
    const body = new URLSearchParams({ firstName: 'Mina', lastName: 'Okonkwo', email: 'mina@visitor.example' });
    await fetch(new URL(path, served.url), { method: 'POST', body, redirect: 'manual' });
    return recordsOf('User').find(({ Username }) => Username === 'mina@visitor.example');
  };

  it(
    'turns it on, so that a visitor registers, finds nothing to change, shows what would change, and takes it back',
    async () => {
      const before = members().length;
      const changes = expect.arrayContaining([
        '+ <profile>Acme Customer</profile>',
        '+ <selfRegistration>true</selfRegistration>',
        `+ NetworkSelfRegistration: ${ACCOUNT}`
      ]);
      expect(await run(...ON)).toMatchObject({
        exitCode: 0,
        said: {
          result: 'on',
          changes,
          warnings: [],
          site: { name: SITE, url: `${served.url}/acmepartners`, selfRegistration: true, page: 'Designer' }
        }
      });
      expect(site()).toMatchObject({ OptionsSelfRegistrationEnabled: true, Status: 'Live' });
      expect(members()).toHaveLength(before + 1);
      expect(registration()).toMatchObject({ NetworkId: site()?.['Id'] });

      expect(await visit()).toMatchObject({ ContactId: expect.any(String), AccountId: registration()?.['AccountId'] });

      expect(await run(...ON)).toMatchObject({ exitCode: 0, said: { result: 'unchanged', changes: [] } });

      expect(await run(...OFF, '--dry-run')).toMatchObject({
        exitCode: 0,
        said: {
          result: 'wouldChange',
          changes: [
            '- <selfRegistration>true</selfRegistration>',
            '+ <selfRegistration>false</selfRegistration>',
            `- NetworkSelfRegistration: ${ACCOUNT}`
          ]
        }
      });
      expect(site()).toMatchObject({ OptionsSelfRegistrationEnabled: true });

      expect(await run(...OFF)).toMatchObject({
        exitCode: 0,
        said: { result: 'off', site: { selfRegistration: false } }
      });
      expect(site()).toMatchObject({ OptionsSelfRegistrationEnabled: false });
      expect(recordsOf('NetworkSelfRegistration')).toEqual([]);
      expect(members()).toHaveLength(before + 1);
    },
    TIMEOUT
  );

  it(
    'lets nobody into the org',
    async () => {
      const internal = ['--site', SITE, '--profile', 'Standard User', '--account', ACCOUNT];
      expect(await runProcess(...internal)).toMatchObject({
        exitCode: 1,
        said: {
          result: 'failed',
          failure: { message: expect.stringContaining('makes no external users') },
          changes: []
        }
      });
    },
    TIMEOUT
  );
});
