import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEnglish } from '../../shared/labelFiles.ts';
import { currentRoom } from './rooms.ts';
import { createTestGlobals, type Test } from './testTree.ts';

const BUNDLE = /^c\/(\w+)$/u;
const LABEL = '@salesforce/label/c.';
/** Of the person; the labels are read in English. */
const LANGUAGES: Readonly<Record<string, string>> = {
  '@salesforce/i18n/lang': 'en-US',
  '@salesforce/i18n/locale': 'en-US'
};

/**
 * Answers what loads the tests of the room, file by file, from the current folder, where Stryker has put the code with
 * mutants. Each call gets modules of its own, by a number in their addresses, since a mutant may change what a module does
 * when it is loaded.
 */
export function createTestLoader(): () => AsyncGenerator<readonly Test[], void> {
  const { globals, collect } = createTestGlobals();
  const folder = `${pathToFileURL(process.cwd()).href}/`;
  const labels = new Map(readEnglish());
  const took = new Map<string, number>();
  let loads = 0;

  function inThisLoad(url: string): string {
    const isOurs = url.startsWith(folder) && url.endsWith('.ts') && !url.includes('/node_modules/');
    return isOurs ? `${url}?load=${String(loads)}` : url;
  }

  Object.assign(globalThis, globals);
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      const label = specifier.startsWith(LABEL) ? (labels.get(specifier.slice(LABEL.length)) ?? '') : undefined;
      const text = label ?? LANGUAGES[specifier];
      if (text !== undefined) {
        const code = `export default ${encodeURIComponent(JSON.stringify(text))}`;
        return { url: `data:text/javascript,${code}`, shortCircuit: true };
      }
      const [, bundle] = BUNDLE.exec(specifier) ?? [];
      const path = bundle === undefined ? specifier : `${folder}force-app/main/default/lwc/${bundle}/${bundle}.ts`;
      const resolved = nextResolve(path, context);
      return { ...resolved, url: inThisLoad(resolved.url) };
    }
  });

  return async function* load() {
    loads += 1;
    const patterns = currentRoom().tests.map((path) => new RegExp(`^${path}.*\\.test\\.ts$`, 'u'));
    const paths = globSync(['force-app/**/*.test.ts', 'scripts/**/*.test.ts'])
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => patterns.some((pattern) => pattern.test(path)));
    // Those that load slowly come last, as they are rarely needed.
    for (const path of paths.sort((a, b) => (took.get(a) ?? 0) - (took.get(b) ?? 0))) {
      const start = performance.now();
      await import(inThisLoad(pathToFileURL(resolve(path)).href));
      if (loads === 1) took.set(path, performance.now() - start);
      yield collect(path);
    }
  };
}
