import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL } from 'sf-cli/localSf';
import { localHome, startLocalHub } from './localHub.ts';

/** For the start of a local org and two commands of the real CLI. */
const TIMEOUT = 120_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-hub-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a local Dev Hub', () => {
  it(
    'answers the CLI with its home folder, and takes it along when it is closed',
    async () => {
      const home = join(folder, 'home');
      const hub = await startLocalHub(home);
      if (hub.kind === 'failed') throw new Error(hub.message);
      expect(await hub.sf(['org', 'display', '--target-org', LOCAL])).toMatchObject({
        kind: 'known',
        value: { connectedStatus: 'Connected' }
      });
      await hub.close();
      expect(existsSync(home)).toBe(false);
    },
    TIMEOUT
  );

  it('has a home folder for each process, without those of ended processes', async () => {
    const ended = spawnSync(process.execPath, ['--eval', '']).pid;
    const names = [`local-${String(ended)}`, `local-${String(process.ppid)}`, 'external-user-demo'];
    for (const name of names) await mkdir(join(folder, name));
    expect(await localHome(folder)).toBe(join(folder, `local-${String(process.pid)}`));
    expect((await readdir(folder)).sort()).toEqual(['external-user-demo', `local-${String(process.ppid)}`]);
  });
});
