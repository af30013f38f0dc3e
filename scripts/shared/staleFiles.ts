import { existsSync } from 'node:fs';
import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes compiled files whose source was renamed or removed, in bundles that are written in TypeScript. Other files stay,
 * as they may be somebody's work.
 *
 * @param lwcFolder - The folder of the bundles.
 * @returns The bundles that hold nothing but JavaScript: their component is gone, and an org refuses such a folder.
 */
export async function removeStaleFiles(lwcFolder: string): Promise<readonly string[]> {
  const left = new Set<string>();
  for await (const file of glob('*/*.js', { cwd: lwcFolder })) {
    const [bundle = ''] = file.split(/[\\/]/u);
    const path = join(lwcFolder, file);
    if (!existsSync(join(lwcFolder, bundle, `${bundle}.js-meta.xml`))) left.add(bundle);
    else if (isTypeScript(lwcFolder, bundle) && !existsSync(path.replace(/\.js$/u, '.ts'))) await rm(path);
  }
  return [...left].sort();
}

function isTypeScript(lwcFolder: string, bundle: string): boolean {
  return existsSync(join(lwcFolder, bundle, `${bundle}.ts`));
}
