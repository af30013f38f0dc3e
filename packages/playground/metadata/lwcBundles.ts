import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';

/** A Lightning web component or service module: its `name` as in `c/name`, its folder and its entry file. */
export interface LwcBundle {
  readonly name: string;
  readonly directory: string;
  readonly entry: string;
}

/**
 * Finds the bundles in every `lwc/` folder of the package directories. A `.ts` wins over a `.js` of the same name,
 * which was compiled from it and may be old. The first of two bundles with the same name wins, in the order of the
 * package directories in `sfdx-project.json`.
 */
export function findLwcBundles(projects: readonly SfdxProject[]): LwcBundle[] {
  const bundles = new Map<string, LwcBundle>();
  for (const file of findSourceFiles(projects, '**/lwc/*/*.{ts,js,html}')) {
    const directory = dirname(file);
    const name = basename(directory);
    const entry = [`${name}.ts`, `${name}.js`, `${name}.html`]
      .map((candidate) => join(directory, candidate))
      .find((candidate) => existsSync(candidate));
    if (entry !== undefined && !bundles.has(name)) {
      bundles.set(name, { name, directory, entry });
    }
  }
  return [...bundles.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** The text of each bundle's js-meta.xml, by the bundle's name. */
export function readBundleConfigurations(projects: readonly SfdxProject[]): [name: string, configuration: string][] {
  return findLwcBundles(projects).flatMap(({ name, directory }): [string, string][] => {
    const file = join(directory, `${name}.js-meta.xml`);
    return existsSync(file) ? [[name, readFileSync(file, 'utf8')]] : [];
  });
}
