import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedLayer } from './layerCache.ts';

describe('the cache of built layers', () => {
  let folder: string;
  let builds: number;
  const built = {
    cache: undefined,
    warnings: [],
    files: [{ fileName: 'a.js', code: 'a' }],
    entries: new Map([['c/a', 'a.js']])
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'layers-'));
    builds = 0;
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const layer = async (directory: string | null): Promise<string | undefined> => {
    const { files } = await cachedLayer(directory, 'base', ['key'], () => {
      builds++;
      return Promise.resolve(built);
    });
    return files.get('a.js');
  };

  it('builds a layer once where there is a folder', async () => {
    expect([await layer(folder), await layer(folder), builds]).toEqual(['a', 'a', 1]);
  });

  it('builds each time, and writes nothing, where there is no folder', async () => {
    expect([await layer(null), await layer(null), builds]).toEqual(['a', 'a', 2]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on where the layer can’t be kept', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await layer(join(file, 'below'))).toBe('a');
  });
});
