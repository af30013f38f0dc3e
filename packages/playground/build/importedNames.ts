import type { Plugin, PluginContext } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { valueAt, listAt, textAt } from 'sf-cli/json';
import { fileOf } from './fileOf.ts';
import { findScript } from './resolvePlugin.ts';

/** What a file imports from one module: `import { wire, api } from 'lwc'`. */
export interface ImportedNames {
  readonly file: string;
  /** As it is written: `c/rules`, `./rules`. */
  readonly specifier: string;
  /** Names that the module must export. A template imports the default export of its child components. */
  readonly names: readonly string[];
}

/** What another module exports; null when it is not known before the page runs. */
export type ExportedNames = (specifier: string) => ReadonlySet<string> | null;

/** Reads the imports of all files of a build, and the exports of the files that are imported by path. */
export function importedNamesPlugin(): {
  readonly plugin: Plugin;
  readonly imports: ImportedNames[];
  readonly exportsOf: (file: string) => ReadonlySet<string> | null;
} {
  const imports: ImportedNames[] = [];
  const exports = new Map<string, ReadonlySet<string>>();
  return {
    imports,
    exportsOf: (file) => exports.get(file) ?? null,
    plugin: {
      name: 'imported-names',
      buildEnd(this: PluginContext) {
        for (const id of this.getModuleIds()) {
          const info = this.getModuleInfo(id);
          if (info === null || info.isExternal || id.startsWith('\0')) continue;
          const file = fileOf(id);
          imports.push(...importsOf(info.ast).map((imported) => ({ file, ...imported })));
          // What `export *` passes on is not known here.
          if (info.exports !== null && !info.exports.includes('*')) exports.set(file, new Set(info.exports));
        }
      }
    }
  };
}

/** The exports of a built file; null when it passes on all of another file. */
export function exportedNames(code: string): ReadonlySet<string> | null {
  const statements = listAt(parseAst(code), 'body');
  if (statements.some((statement) => textAt(statement, 'type') === 'ExportAllDeclaration')) return null;
  return new Set(
    statements.flatMap((statement) =>
      textAt(statement, 'type') === 'ExportDefaultDeclaration'
        ? ['default']
        : [...listAt(statement, 'specifiers').map((one) => nameIn(one, 'exported')), ...declaredNames(statement)]
    )
  );
}

/** The first name that a file imports and the module lacks, by path or by name. */
export function missingName(
  { file, specifier, names }: ImportedNames,
  exportsOfFile: ExportedNames,
  exportsOfModule: ExportedNames
): string | undefined {
  const script = specifier.startsWith('.') ? findScript(file, specifier) : undefined;
  const exported = script === undefined ? exportsOfModule(specifier) : exportsOfFile(script);
  return exported === null ? undefined : names.find((name) => !exported.has(name));
}

function importsOf(program: unknown): Omit<ImportedNames, 'file'>[] {
  return listAt(program, 'body').flatMap((statement) => {
    const specifier = textAt(statement, 'source', 'value');
    return specifier === ''
      ? []
      : [{ specifier, names: listAt(statement, 'specifiers').flatMap((one) => importedName(one)) }];
  });
}

function importedName(specifier: unknown): string[] {
  switch (textAt(specifier, 'type')) {
    case 'ImportDefaultSpecifier':
      return ['default'];
    case 'ImportSpecifier':
      return [nameIn(specifier, 'imported')];
    case 'ExportSpecifier':
      return [nameIn(specifier, 'local')];
    default:
      return [];
  }
}

/** A name may be written as a text: `export { x as 'a-b' }`. */
function nameIn(specifier: unknown, key: string): string {
  const named = valueAt(specifier, key);
  return textAt(named, 'name') || textAt(named, 'value');
}

/** `export const one = 1, other = 2`, `export function f() {}`. */
function declaredNames(statement: unknown): string[] {
  const declaration =
    valueAt(statement, 'type') === 'ExportNamedDeclaration' ? valueAt(statement, 'declaration') : null;
  const named = [declaration, ...listAt(declaration, 'declarations')];
  return named.map((one) => nameIn(one, 'id')).filter((name) => name !== '');
}
