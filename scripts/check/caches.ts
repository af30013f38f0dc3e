import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Options with which a checker keeps what it found in files that are unchanged. ESLint has none: it compares one file only,
 * and the rules that know types also depend on the files that it imports.
 */

/** tsc compares its version, its options and all files that a file depends on. */
export function typesCache(folder: string | null): readonly string[] {
  return folder === null ? [] : ['--incremental', '--tsBuildInfoFile', join(folder, 'tsconfig.tsbuildinfo')];
}

/**
 * Prettier compares its version, its options and the content of the file, but not the versions of its plugins. So each state
 * of package-lock.json has a file of its own, and those of older states are removed.
 */
export function formatCache(folder: string | null, packageLock: string): readonly string[] {
  if (folder === null) return [];
  const name = createHash('sha256').update(packageLock).digest('hex');
  for (const old of readdirSync(folder).filter((other) => other !== name)) rmSync(join(folder, old));
  return ['--cache', '--cache-strategy', 'content', '--cache-location', join(folder, name)];
}
