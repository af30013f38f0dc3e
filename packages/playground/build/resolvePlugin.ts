import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Plugin } from 'rollup';
import { fileOf } from './fileOf.ts';

/** A module that a page imports by name, and its entry file. */
export interface NamedModule {
  /** As in an import: `lightning/button`, `c/contactCard`. */
  readonly specifier: string;
  readonly entry: string;
}

/**
 * Finds modules by name, and files of the same bundle by path, as an org does. Any other import is an error that names
 * its place. LWC's own resolver needs a package.json around the components, which an SFDX project may lack; only
 * imports between npm packages are left to it. `elsewhere` are modules of other builds, which are imported by name only.
 */
export function resolvePlugin(
  modules: readonly NamedModule[],
  isLeft: (id: string, importer: string) => boolean,
  elsewhere: readonly NamedModule[] = []
): Plugin {
  const entries = new Map(modules.map(({ specifier, entry }) => [specifier, entry]));
  const specifiers = new Map(modules.map(({ specifier, entry }) => [entry, specifier]));
  const external = new Map(elsewhere.map(({ specifier, entry }) => [entry, specifier]));
  return {
    name: 'resolve-modules',
    resolveId(id, importer) {
      const entry = entries.get(id);
      if (entry !== undefined) {
        return withSpecifier(entry, id);
      }
      if (importer === undefined || isLeft(id, importer) || id.startsWith('\0')) {
        return null;
      }
      const file = fileOf(importer);
      if (id.startsWith('.')) {
        if (isMarkup(id)) {
          return isOptional(id, file) || existsSync(resolve(dirname(file), id))
            ? null
            : this.error(unresolved(id, file));
        }
        const script = findScript(file, id) ?? this.error(unresolved(id, file));
        const other = external.get(script);
        if (other !== undefined) return { id: other, external: true };
        const specifier = specifiers.get(script);
        // A module that is imported by name in one place and by path in another must stay one module.
        return specifier === undefined ? script : withSpecifier(script, specifier);
      }
      return id.startsWith('/') ? null : this.error(unresolved(id, file));
    }
  };
}

/** LWC's plugin reads a component's namespace and name from the id's query. */
function withSpecifier(entry: string, specifier: string): string {
  return `${entry}?${new URLSearchParams({ specifier }).toString()}`;
}

function isMarkup(id: string): boolean {
  return /\.(html|css)(\?.*)?$/u.test(id);
}

/** A component's own template and all styles may be missing; LWC's plugin supplies empty ones. */
function isOptional(id: string, importer: string): boolean {
  return !id.endsWith('.html') || basename(id, '.html') === basename(importer, extname(importer));
}

/** Finds the file of `./rules`, `./rules.js` or `./rules.ts`. A `.ts` wins over the `.js` that was compiled from it. */
export function findScript(importer: string, id: string): string | undefined {
  const path = resolve(dirname(importer), id);
  const extension = extname(path);
  const withoutExtension = ['.js', '.ts'].includes(extension) ? path.slice(0, -extension.length) : path;
  return [`${withoutExtension}.ts`, `${withoutExtension}.js`].find((candidate) => existsSync(candidate));
}

function unresolved(
  id: string,
  file: string
): { message: string; loc: { file: string; line: number; column: number } } {
  return { message: `Failed to resolve import "${id}"`, loc: { file, ...placeOf(id, file) } };
}

/**
 * Finds the place where a file imports a module, or where a template has its tag. Lines count from 1, columns from 0.
 */
export function placeOf(specifier: string, file: string): { line: number; column: number } {
  const name = file.endsWith('.html') ? `<${tagOf(specifier)}` : specifier;
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const index = lines.findIndex((line) => line.includes(name));
  return index === -1 ? { line: 1, column: 0 } : { line: index + 1, column: lines[index]?.indexOf(name) ?? 0 };
}

/** `c/contactCard` → `c-contact-card` */
function tagOf(specifier: string): string {
  return specifier.replace('/', '-').replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
