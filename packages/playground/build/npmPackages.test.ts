import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageDirectory, packageVersion } from './npmPackages.ts';

describe('an npm package', () => {
  it.each(['lwc', '@lwc/synthetic-shadow', 'lightning-base-components'])('is found by its name: %s', (name) => {
    expect(existsSync(join(packageDirectory(name), 'package.json'))).toBe(true);
    expect(packageVersion(name)).toMatch(/@\d+\.\d+\.\d+/u);
  });

  it('that is not installed is named in the error', () => {
    expect(() => packageDirectory('no-such-package')).toThrow('The npm package no-such-package is not installed');
  });
});
