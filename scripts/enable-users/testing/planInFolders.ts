import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planIn } from './smallOrg.ts';

type Planning = ReturnType<typeof planIn>;

/** Plans in the small org, each test in a folder of its own. */
export function planInFolders(): (input: string | Buffer, around?: Parameters<typeof planIn>[2]) => Planning {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  return (input, around) => planIn(folder, input, around);
}
