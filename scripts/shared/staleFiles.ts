import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Removes compiled files whose source was renamed or removed: in bundles that are written in TypeScript, and where the whole
 * component is gone, if git knows that it was. Other files stay, as they may be somebody's work.
 *
 * @param lwcFolder - The folder of the bundles.
 * @returns The bundles that hold nothing but JavaScript: their component is gone, and an org refuses such a folder.
 */
export async function removeStaleFiles(lwcFolder: string): Promise<readonly string[]> {
  const left = new Set<string>();
  for await (const file of glob('*/*.js', { cwd: lwcFolder })) {
    const [bundle = ''] = file.split(/[\\/]/u);
    const path = join(lwcFolder, file);
    const hasSource = existsSync(path.replace(/\.js$/u, '.ts'));
    if (existsSync(join(lwcFolder, bundle, `${bundle}.js-meta.xml`))) {
      if (!hasSource && isTypeScript(lwcFolder, bundle)) await rm(path);
    } else if (!hasSource && (await wasCompiled(lwcFolder, file))) {
      await rm(path);
      await removeIfEmpty(dirname(path));
    } else left.add(bundle);
  }
  return [...left].sort();
}

function isTypeScript(lwcFolder: string, bundle: string): boolean {
  return existsSync(join(lwcFolder, bundle, `${bundle}.ts`));
}

/**
 * Whether a build has made the file: git had its `.ts` in this place once, and has never had the file itself. Without git, or
 * in a clone without that commit, nobody knows.
 */
async function wasCompiled(lwcFolder: string, file: string): Promise<boolean> {
  return (await wasInGit(lwcFolder, file.replace(/\.js$/u, '.ts'))) && !(await wasInGit(lwcFolder, file));
}

async function wasInGit(folder: string, file: string): Promise<boolean> {
  try {
    const { stdout } = await execute('git', ['log', '-1', '--format=%h', '--', file], { cwd: folder });
    return stdout !== '';
  } catch {
    // There is no git, or no repository.
    return false;
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  if ((await readdir(folder)).length === 0) await rmdir(folder);
}
