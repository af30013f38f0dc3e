import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { findUnpacked } from './findBrowser.ts';

it('takes the unpacked browser of the cache, not one in the folder for temporary files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    const foreign = join(folder, 'chromium');
    const unpacked = join(folder, 'cache', packageJson.devDependencies['@sparticuz/chromium']);
    mkdirSync(unpacked, { recursive: true });
    for (const path of [foreign, join(unpacked, 'chromium')]) {
      symlinkSync('/bin/true', path);
    }
    const found = await findUnpacked(join(folder, 'cache'));
    expect(found.executablePath).toBe(join(unpacked, 'chromium'));
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    rmSync(folder, { recursive: true });
  }
});
