import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';

const { resolve } = createRequire(import.meta.url);

/**
 * Finds the folder of an npm package as Node does, so that npm may install it at any level. A package whose `exports`
 * hide its package.json is found too.
 */
export function packageDirectory(name: string): string {
  const directory = resolve
    .paths(name)
    ?.map((folder) => join(folder, name))
    .find((candidate) => existsSync(join(candidate, 'package.json')));
  if (directory === undefined) {
    throw new Error(`The npm package ${name} is not installed`);
  }
  return directory;
}

/** The package with its version, for keys of caches: `lwc@8.28.2`. */
export function packageVersion(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageDirectory(name), 'package.json'), 'utf8'));
  return `${name}@${textAt(manifest, 'version')}`;
}
