import { globSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { NamedModule } from './resolvePlugin.ts';

/** The folder of the playground's own modules. */
export const MODULES = resolve(import.meta.dirname, '../modules');

/** The only npm module that the playground's own modules import. */
export const JSON_MODULE = 'sf-cli/json';

/**
 * The modules that are imported by name: stand-ins for `lightning/*`, and the page around the components. Both use
 * `modules/platform`.
 */
export function platformModules(): readonly NamedModule[] {
  return globSync('{host,lightning}/*/*.ts', { cwd: MODULES })
    .filter((path) => /^(?<name>\w+)\.ts$/u.exec(basename(path))?.groups?.['name'] === basename(dirname(path)))
    .sort()
    .map((path) => ({ specifier: dirname(path).replaceAll('\\', '/'), entry: join(MODULES, path) }));
}
