import { existsSync } from 'node:fs';
import { glob, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Removes compiled files whose source was renamed or removed, and bundle folders that held nothing else. The sf CLI would
 * deploy them, and an org refuses a folder without a component.
 *
 * @param lwcFolder - The folder of the bundles.
 * @returns The removed files, relative to that folder.
 */
export async function removeStaleFiles(lwcFolder: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for await (const file of glob('*/*.js', { cwd: lwcFolder })) {
    const path = join(lwcFolder, file);
    if (existsSync(path.replace(/\.js$/u, '.ts'))) continue;
    await rm(path);
    removed.push(file);
    if ((await readdir(dirname(path))).length === 0) await rmdir(dirname(path));
  }
  return removed.sort();
}
