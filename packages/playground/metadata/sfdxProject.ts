import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listAt, parsedJson, textAt } from 'sf-cli/json';

/** A Salesforce DX project: its folder and its package directories, as absolute paths. */
export interface SfdxProject {
  readonly directory: string;
  readonly packageDirectories: readonly string[];
}

/** Says in one sentence why a directory is no Salesforce DX project. */
export class SfdxProjectError extends Error {}

/** Reads the `sfdx-project.json` of a directory. Throws SfdxProjectError when it is missing or not valid. */
export function readSfdxProject(directory: string): SfdxProject {
  const file = resolve(directory, 'sfdx-project.json');
  if (!existsSync(file)) {
    throw new SfdxProjectError(`There is no sfdx-project.json in ${resolve(directory)}`);
  }
  const project = parsedJson(readFileSync(file, 'utf8'));
  if (project === undefined) {
    throw new SfdxProjectError(`${file} is not valid JSON`);
  }
  const packageDirectories = listAt(project, 'packageDirectories')
    .map((entry) => textAt(entry, 'path'))
    .filter((path) => path !== '')
    .map((path) => resolve(directory, path));
  if (packageDirectories.length === 0) {
    throw new SfdxProjectError(`${file} names no packageDirectories`);
  }
  return { directory: resolve(directory), packageDirectories };
}

/**
 * Finds the files in the package directories that match a glob of `**`, `*` and `{a,b}`, as absolute paths in a stable order.
 * Node's own globs take three times as long.
 */
export function findSourceFiles(projects: readonly SfdxProject[], pattern: string): string[] {
  const wanted = toRegExp(pattern);
  return projects
    .flatMap((project) => project.packageDirectories)
    .flatMap((directory) =>
      filesIn(directory)
        .filter((path) => wanted.test(path))
        .sort()
        .map((path) => join(directory, path))
    );
}

const IGNORED = ['node_modules', '__tests__'];

const listings = new Map<string, readonly string[]>();

/** The files of a package directory. A page asks a dozen times in one go, so that a listing is kept until the next event. */
function filesIn(directory: string): readonly string[] {
  if (listings.size === 0) {
    setImmediate(() => {
      listings.clear();
    });
  }
  const listing = listings.get(directory) ?? (existsSync(directory) ? filesBelow(directory, '') : []);
  listings.set(directory, listing);
  return listing;
}

/** Paths with `/`. */
function filesBelow(directory: string, prefix: string): string[] {
  return readdirSync(join(directory, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return IGNORED.includes(entry.name) ? [] : filesBelow(directory, `${path}/`);
  });
}

function toRegExp(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*\/|[*{},.]/gu, (part) => PARTS[part] ?? part);
  return new RegExp(`^${source}$`, 'u');
}

const PARTS: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '*': '[^/]*',
  '{': '(?:',
  ',': '|',
  '}': ')',
  '.': '\\.'
};
