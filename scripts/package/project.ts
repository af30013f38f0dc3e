import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isJson, listAt, textAt, valueAt, type Json } from 'sf-cli/json';

/** The packages of sfdx-project.json, and the copy of the project from which the CLI makes them. */

const FILE = 'sfdx-project.json';
/** Without it the CLI would package tests and sources. */
const IGNORE = '.forceignore';

export interface ProjectPackage {
  readonly name: string;
  /** The folder of its source. */
  readonly path: string;
  readonly description: string;
  /** Names of the packages on which it depends. */
  readonly dependencies: readonly string[];
  readonly definitionFile: string;
}

/** The package directories that name a package, each after those on which it depends. */
export function packagesIn(project: Json): readonly ProjectPackage[] {
  const all = listAt(project, 'packageDirectories')
    .filter(isJson)
    .filter((directory) => textAt(directory, 'package') !== '')
    .map((directory) => ({
      name: textAt(directory, 'package'),
      path: textAt(directory, 'path'),
      description: textAt(directory, 'versionDescription'),
      dependencies: listAt(directory, 'dependencies').map((dependency) => textAt(dependency, 'package')),
      definitionFile: textAt(directory, 'definitionFile')
    }));
  const ordered: ProjectPackage[] = [];
  const add = (one: ProjectPackage): void => {
    if (ordered.includes(one)) return;
    for (const other of all) if (other !== one && one.dependencies.includes(other.name)) add(other);
    ordered.push(one);
  };
  for (const one of all) add(one);
  return ordered;
}

export async function readProject(root: string): Promise<Json> {
  const project: unknown = JSON.parse(await readFile(join(root, FILE), 'utf8'));
  return isJson(project) ? project : {};
}

/** The aliases that are committed, by name: ids of packages and versions. */
export function aliasesIn(project: Json): Readonly<Record<string, string>> {
  const aliases = valueAt(project, 'packageAliases');
  return Object.fromEntries(Object.keys(isJson(aliases) ? aliases : {}).map((name) => [name, textAt(aliases, name)]));
}

/** Copies what the packages are made of, so that the CLI changes no file of the project. */
export async function copyProject(root: string, folder: string, packages: readonly ProjectPackage[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const paths = [IGNORE, ...packages.flatMap(({ path, definitionFile }) => [path, definitionFile])];
  for (const path of new Set(paths.filter((one) => one !== ''))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
}

/** Gives the copy the project file of `root` with these aliases, without its other package directories. */
export async function writeCopiedProject(
  folder: string,
  project: Json,
  aliases: Readonly<Record<string, string>>
): Promise<void> {
  const packageDirectories = listAt(project, 'packageDirectories').filter((one) => textAt(one, 'package') !== '');
  const packageAliases = { ...aliasesIn(project), ...aliases };
  await writeFile(join(folder, FILE), JSON.stringify({ ...project, packageDirectories, packageAliases }, null, 2));
}

/** Is the same for two versions that are made of the same files and options. */
export async function fingerprintOf(
  folder: string,
  { path, definitionFile }: ProjectPackage,
  options: readonly string[]
): Promise<string> {
  const hash = createHash('sha256').update(options.join('\0'));
  const files = (await Array.fromAsync(glob('**/*', { cwd: join(folder, path) }))).sort();
  for (const file of [
    join(folder, FILE),
    join(folder, definitionFile),
    ...files.map((one) => join(folder, path, one))
  ]) {
    if ((await stat(file)).isFile()) hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Writes aliases into the project's own file, and leaves the rest of its text as it is. false if the file has no place for them. */
export async function writeAliases(root: string, aliases: Readonly<Record<string, string>>): Promise<boolean> {
  const text = await readFile(join(root, FILE), 'utf8');
  const known = aliasesIn(await readProject(root));
  const lines = JSON.stringify({ ...known, ...aliases }, null, 2).replaceAll('\n', '\n  ');
  const place = /"packageAliases":\s*\{[^}]*\}/u;
  if (!place.test(text)) return false;
  await writeFile(
    join(root, FILE),
    text.replace(place, () => `"packageAliases": ${lines}`)
  );
  return true;
}
