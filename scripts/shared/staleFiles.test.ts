import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeStaleFiles } from './staleFiles.ts';

describe('compiled files of components', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stale-'));
    for (const file of ['kept/kept.ts', 'kept/kept.js', 'kept/gone.js', 'kept/kept.html', 'renamed/renamed.js']) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), '');
    }
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('are removed if their source is gone, with the folder of a bundle that is gone', async () => {
    expect(await removeStaleFiles(folder)).toEqual(['kept/gone.js', 'renamed/renamed.js']);
    expect(existsSync(join(folder, 'renamed'))).toBe(false);
  });

  it('stay beside their source, with all other files', async () => {
    await removeStaleFiles(folder);
    expect(['kept/kept.ts', 'kept/kept.js', 'kept/kept.html'].every((file) => existsSync(join(folder, file)))).toBe(
      true
    );
  });
});
