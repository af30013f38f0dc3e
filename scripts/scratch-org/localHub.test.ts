import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersAsLocal, startLocalHub } from './localHub.ts';

/** Two commands of the real CLI. */
const TIMEOUT = 120_000;

describe('a Dev Hub of this machine', () => {
  it(
    'answers the CLI whose home it was given, until it is closed',
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
