import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';

/** A Lightning web component or service module: `name` as in `c/name`, and the file that it starts at. */
export interface LwcBundle {
  readonly name: string;
  readonly directory: string;
  readonly entry: string;
}

/**
 * The bundles in every `lwc/` folder of the package directories. Where a `.js` lies beside a `.ts` of the same name it was
 * compiled from it and may be old: the `.ts` is the source. A name that appears twice keeps its first bundle, as package
 * directories override each other in their order in `sfdx-project.json`.
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
