import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CapturedResult } from 'sf-cli/command';
import { localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createLocalOrg, serve, type Served } from 'sfdx-local-org';
import { runOurCommand } from '../../shared/testing/ourCommand.ts';
import { runHostedCommand } from './hostedCommand.ts';

const TIMEOUT = 120_000;

type Run = (...call: Parameters<typeof runHostedCommand>) => Promise<CapturedResult>;

describe('a call of one of our commands in a process that has loaded them', () => {
  let home: string;
  let served: Served;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });
  const accessToken = localOrg.people[0]?.accessToken ?? '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'hosted-command-'));
    served = await serve(localOrg.fetch, 0);
    await logInToLocalOrg(home, { url: served.url, accessToken }, undefined, runHostedSf);
    await writeFile(join(home, 'broken.csv'), 'ContactId\n"003');
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it.each([
    ['a table', 'doctor', 1, []],
    ['an unknown option', 'doctor', 2, ['--colour']],
    ['an error of the org', 'enable-users', 2, ['plan', '--query', 'SELECT Naem FROM Contact']],
    ['an error of a file', 'enable-users', 2, ['plan', '--file', 'broken.csv']],
    ['the help of the library', 'enable-users', 0, ['resume', '--help']]
  ] as const)('prints and exits as a process of its own does: %s', async (_title, name, exitCode, args) => {
    const flags = args[0] === 'plan' ? ['--run-folder', join(home, 'run')] : [];
    const call = async (run: Run): Promise<CapturedResult> => {
      await rm(join(home, 'run'), { recursive: true, force: true });
      const named = args.map((arg) => (arg.endsWith('.csv') ? join(home, arg) : arg));
      const {
        exitCode: code,
        output,
        stdout
      } = await run(name, [...named, ...flags], localEnvironment(home, accessToken));
      return { exitCode: code, output, stdout };
    };
    // The first call leaves what a second one could trip over.
    await call(runHostedCommand);
    const hosted = await call(runHostedCommand);
    expect(hosted.exitCode).toBe(exitCode);
    expect(hosted).toEqual(await call(runOurCommand));
  });
});
