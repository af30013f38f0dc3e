import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listAt, textAt } from 'sf-cli/json';

/** A Salesforce DX project: its folder and its package directories, as absolute paths. */
export interface SfdxProject {
  readonly directory: string;
  readonly packageDirectories: readonly string[];
}

/** Reads the `sfdx-project.json` of a directory. Throws with its path and the cause when it is missing or not valid. */
export function readSfdxProject(directory: string): SfdxProject {
  const file = resolve(directory, 'sfdx-project.json');
  if (!existsSync(file)) {
    throw new Error(`There is no sfdx-project.json in ${resolve(directory)}`);
  }
  const project: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const packageDirectories = listAt(project, 'packageDirectories')
    .map((entry) => textAt(entry, 'path'))
    .filter((path) => path !== '')
    .map((path) => resolve(directory, path));
  if (packageDirectories.length === 0) {
    throw new Error(`${file} names no packageDirectories`);
  }
  return { directory: resolve(directory), packageDirectories };
}

/** Finds the files in the package directories that match a glob, as absolute paths in a stable order. */
export function findSourceFiles(projects: readonly SfdxProject[], pattern: string): string[] {
  return projects
    .flatMap((project) => project.packageDirectories)
    .flatMap((directory) =>
      globSync(pattern, { cwd: directory, exclude: isIgnoredDirectory })
        .sort()
        .map((path) => join(directory, path))
    );
}

function isIgnoredDirectory(path: string): boolean {
  return /(^|[\\/])(node_modules|__tests__)$/u.test(path);
}
