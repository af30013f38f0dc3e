import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, type CapturedResult } from 'sf-cli/command';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { serveForSf } from '../testing/serveForSf.ts';

const TIMEOUT = 120_000;

describe('a call of the sf CLI in a process that has loaded it', () => {
  const { home, environment } = serveForSf({ org: 'ready' }, TIMEOUT);

  const call = (run: typeof runCommand, args: readonly string[], minutes = 2): Promise<CapturedResult> =>
    run('sf', args, environment(), minutes, home());

  it.each([
    ['a record as JSON', 0, ['data', 'query', '--query', "SELECT Id FROM Contact WHERE Name = 'Suharto'", '--json']],
    ['a table', 0, ['data', 'query', '--query', 'SELECT Name, Account.Name FROM Contact ORDER BY Name LIMIT 3']],
    ['an error of the org', 1, ['data', 'query', '--query', 'SELECT Naem FROM Contact']],
    ['an unknown option', 2, ['org', 'display', '--colour']]
  ])('prints and exits as a process of its own does: %s', async (_title, exitCode, args) => {
    // The first call leaves what a second one could trip over.
    await call(runHostedSf, args);
    const hosted = await call(runHostedSf, args);
    expect(hosted.exitCode).toBe(exitCode);
    expect(hosted).toEqual(await call(runCommand, args));
  });

  it('sees the log-ins of its own home folder only', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'local-org-hosted-'));
    const listed = await runHostedSf('sf', ['alias', 'list', '--json'], { ...environment(), HOME: elsewhere });
    expect(JSON.parse(listed.stdout)).toMatchObject({ result: [] });
    const { stdout } = await call(runHostedSf, ['alias', 'list', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ result: [{ alias: 'local' }] });
    await rm(elsewhere, { recursive: true, force: true });
  });

  it('is ended when its time is up, and the next call is not', async () => {
    expect(await call(runHostedSf, ['org', 'display'], 0)).toEqual({ exitCode: null, output: '', stdout: '' });
    expect(await call(runHostedSf, ['version'])).toMatchObject({ exitCode: 0 });
  });
});
