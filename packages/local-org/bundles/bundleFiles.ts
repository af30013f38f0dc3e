import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The source files that are deployed; the JavaScript comes from the folder of emitted files. */
const DEPLOYED = /\.(html|css|svg|js-meta\.xml)$/;

/** The names of the bundles in an `lwc` folder. */
export async function bundleNames(lwcFolder: string): Promise<readonly string[]> {
  const entries = await readdir(lwcFolder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : []));
}

/** The files of a bundle as a deploy sends them: content by file name. */
export async function readBundle(sourceFolder: string, emittedFolder: string): Promise<Record<string, string>> {
  const [source, emitted] = await Promise.all([
    readFiles(sourceFolder, (name) => DEPLOYED.test(name)),
    readFiles(emittedFolder, (name) => name.endsWith('.js'))
  ]);
  return { ...source, ...emitted };
}

async function readFiles(folder: string, isWanted: (name: string) => boolean): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() && isWanted(entry.name) ? entry.name : []));
  const contents = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
  );
  return Object.fromEntries<string>(contents);
}
