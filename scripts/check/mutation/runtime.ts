import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { readEnglish } from '../../shared/labelFiles.ts';
import NodeRuntime from '../jest/nodeRuntime.ts';

/**
 * Jest's `runtime` for Stryker. A mutant may change what a module does when it is loaded, so each mutant gets modules of its
 * own, by a name in their addresses. Stryker starts a new process now and then, because Node keeps them all.
 */

const PROJECT = `${pathToFileURL(process.cwd()).href}/`;
const BUNDLE = /^c\/(\w+)$/u;
const LABEL = '@salesforce/label/c.';
/** Of the person; the labels are read in English. */
const LANGUAGES = new Map([
  ['@salesforce/i18n/lang', 'en-US'],
  ['@salesforce/i18n/locale', 'en-US']
]);

const labels = new Map(readEnglish());

function inThisRun(url: string): string {
  const isOurs = url.startsWith(PROJECT) && url.endsWith('.ts') && !url.includes('/node_modules/');
  return isOurs ? `${url}?mutant=${process.env['__STRYKER_ACTIVE_MUTANT__'] ?? 'none'}` : url;
}

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const label = specifier.startsWith(LABEL) ? (labels.get(specifier.slice(LABEL.length)) ?? '') : undefined;
    const text = label ?? LANGUAGES.get(specifier);
    if (text !== undefined) {
      const code = `export default ${encodeURIComponent(JSON.stringify(text))}`;
      return { url: `data:text/javascript,${code}`, shortCircuit: true };
    }
    const [, bundle] = BUNDLE.exec(specifier) ?? [];
    const path = bundle === undefined ? specifier : `${PROJECT}force-app/main/default/lwc/${bundle}/${bundle}.ts`;
    const resolved = nextResolve(path, context);
    return { ...resolved, url: inThisRun(resolved.url) };
  }
});

export default class MutantRuntime extends NodeRuntime {
  override unstable_importModule(path: string): Promise<unknown> {
    return import(inThisRun(pathToFileURL(path).href));
  }
}
