import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeStaleFiles } from './staleFiles.ts';

describe('compiled files of components', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stale-'));
    const files = ['kept/kept.ts', 'kept/kept.js', 'kept/gone.js', 'kept/kept.html', 'kept/kept.js-meta.xml'];
    const ofOthers = ['renamed/renamed.js', 'plain/plain.js', 'plain/plain.js-meta.xml'];
    for (const file of [...files, ...ofOthers]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), '');
    }
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('are removed from a TypeScript bundle if their source is gone', async () => {
    await removeStaleFiles(folder);
    expect(existsSync(join(folder, 'kept/gone.js'))).toBe(false);
  });

  it('are named, not removed, where the component is gone', async () => {
    expect(await removeStaleFiles(folder)).toEqual(['renamed']);
    expect(existsSync(join(folder, 'renamed/renamed.js'))).toBe(true);
  });

  it.each(['kept/kept.ts', 'kept/kept.js', 'kept/kept.html', 'plain/plain.js'])('leave %s alone', async (file) => {
    await removeStaleFiles(folder);
    expect(existsSync(join(folder, file))).toBe(true);
  });
});
