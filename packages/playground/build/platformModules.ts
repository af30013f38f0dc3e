import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { NamedModule } from './resolvePlugin.ts';

/** The folder of the playground's own modules. */
export const MODULES = resolve(import.meta.dirname, '../modules');

/** The only npm module that the playground's own modules import. */
export const JSON_MODULE = 'sf-cli/json';

/**
 * The modules that are imported by name: stand-ins for `lightning/*`, and the page around the components. Both use
 * `modules/platform`, of whose state a page has one, so these files have names too.
 */
export function platformModules(): readonly NamedModule[] {
  const bundles = globSync('{host,lightning}/*/*.ts', { cwd: MODULES }).filter(
    (path) => basename(path, '.ts') === basename(dirname(path))
  );
  const shared = globSync('platform/*.ts', { cwd: MODULES, exclude: ['**/*.test.ts'] });
  return [...bundles.map((path) => [dirname(path), path]), ...shared.map((path) => [path.replace(/\.ts$/u, ''), path])]
    .map(([name = '', path = '']) => ({ specifier: name.replaceAll('\\', '/'), entry: join(MODULES, path) }))
    .sort((one, other) => (one.specifier < other.specifier ? -1 : 1));
}

/** The texts of all files of the playground's modules, which a cache compares. */
export function platformSources(): readonly string[] {
  const paths = globSync('**/*.{ts,html,css}', { cwd: MODULES }).sort();
  return [
    ...paths,
    ...paths.map((path) => readFileSync(join(MODULES, path), 'utf8')),
    readFileSync(createRequire(import.meta.url).resolve(JSON_MODULE), 'utf8')
  ];
}
