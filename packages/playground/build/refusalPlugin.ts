import type { Plugin } from 'rollup';
import { refusalOf } from '../modules/platform/refusals.ts';
import { placeOf } from './resolvePlugin.ts';
import { fileOf } from './fileOf.ts';

const PREFIX = '\0refused:';

/**
 * Refuses modules that the local org does not have. A tag in a template becomes a component that says so in its place; an
 * import in code is a fault of its file, because the code would go on with a value that it doesn't expect.
 */
export function refusalPlugin(): Plugin {
  return {
    name: 'refusals',
    resolveId(id, importer) {
      const sentence = importer === undefined || importer.startsWith('\0') ? null : refusalOf(id);
      if (sentence === null || importer === undefined) return null;
      const file = fileOf(importer);
      return file.endsWith('.html')
        ? `${PREFIX}${id}`
        : this.error({ message: sentence, loc: { file, ...placeOf(id, file) } });
    },
    load(id) {
      return id.startsWith(PREFIX) ? refusedComponent(id.slice(PREFIX.length)) : null;
    }
  };
}

function refusedComponent(specifier: string): string {
  const problem = { name: specifier, message: refusalOf(specifier), file: null, line: null, column: null, frame: null };
  return `import { failedComponent } from 'host/failedComponent';
export default failedComponent(${JSON.stringify(problem)});`;
}
