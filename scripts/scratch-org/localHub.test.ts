import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersAsLocal, startLocalHub } from './localHub.ts';

/** For the start of a local org and three commands of the real CLI. */
const TIMEOUT = 120_000;

describe('a local Dev Hub', () => {
  it(
    'answers the CLI with its home folder until it is closed',
    async () => {
      const home = await mkdtemp(join(tmpdir(), 'local-hub-'));
      const hub = await startLocalHub(home);
      if (hub.kind === 'failed') throw new Error(hub.message);
      expect(await answersAsLocal(hub.sf)).toBe(true);
      await hub.close();
      expect(await answersAsLocal(hub.sf)).toBe(false);
      await rm(home, { recursive: true, force: true });
    },
    TIMEOUT
  );
});
