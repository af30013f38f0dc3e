import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Plugin } from 'rollup';
import { fileOf } from './fileOf.ts';
import { stripTypes } from './stripTypes.ts';

/** Maps a place in compiled JavaScript to the place in the `.ts` file. Lines count from 1, columns from 0. */
export type TypescriptLocations = (file: string, line: number, column: number) => { line: number; column: number };

/**
 * Removes the types and leaves the decorators, so that LWC's compiler gets the same JavaScript as an org. The playground does
 * not check types; `tsc` does. TypeScript is loaded only where Node can't strip the types.
 */
export function typescriptPlugin(): { plugin: Plugin; locate: TypescriptLocations } {
  const maps = new Map<string, SourceMap>();
  const plugin: Plugin = {
    name: 'typescript-to-javascript',
    async transform(source, id) {
      const file = fileOf(id);
      if (!file.endsWith('.ts')) {
        return null;
      }
      const stripped = stripTypes(source);
      // Nothing has moved, so no map is needed.
      if (stripped !== null) return { code: stripped, map: null };
      const { default: ts } = await import('typescript');
      const output = ts.transpileModule(source, {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: {
          target: ts.ScriptTarget.ESNext,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
          experimentalDecorators: false,
          sourceMap: true
        }
      });
      const problem = output.diagnostics?.[0];
      if (problem !== undefined) {
        const at = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0) ?? { line: 0, character: 0 };
        this.error({
          message: ts.flattenDiagnosticMessageText(problem.messageText, '\n'),
          id,
          loc: { file, line: at.line + 1, column: at.character }
        });
      }
      const map = readSourceMap(output.sourceMapText);
      if (map !== undefined) {
        maps.set(file, new SourceMap(map));
      }
      return {
        code: output.outputText.replace(/\n\/\/# sourceMappingURL=\S*\s*$/u, '\n'),
        map: output.sourceMapText ?? null
      };
    }
  };
  return {
    plugin,
    locate(file, line, column) {
      const entry = maps.get(file)?.findEntry(line - 1, column);
      return entry !== undefined && 'originalLine' in entry
        ? { line: entry.originalLine + 1, column: entry.originalColumn }
        : { line, column };
    }
  };
}

function readSourceMap(text: string | undefined): SourceMapPayload | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as SourceMapPayload);
}
