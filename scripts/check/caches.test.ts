import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatCache, typesCache } from './caches.ts';

describe('the caches of the checks', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caches-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are left out where there is no folder for them', () => {
    expect([typesCache(null), formatCache(null, '{}')]).toEqual([[], []]);
  });

  it('start again for other versions of packages, and leave nothing of the older ones', () => {
    const before = formatCache(folder, 'plugin 1').at(-1) ?? '';
    writeFileSync(before, '{}');
    expect(formatCache(folder, 'plugin 1').at(-1)).toBe(before);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(formatCache(folder, 'plugin 2').at(-1)).not.toBe(before);
    expect(readdirSync(folder)).toEqual([]);
  });
});
