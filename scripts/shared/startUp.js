import { enableCompileCache, registerHooks } from 'node:module';
import { cacheFolder } from './cacheFolder.js';

/**
 * Loaded before a command's main.ts. Node 24 runs TypeScript and lacks only the path of the rules. Its type stripper takes
 * 40 MB, which the compile cache saves from the second start on; this file is JavaScript, so that the cache is on before the
 * stripper is needed.
 */

const RULES = /^c\/(externalUser(?:List)?Rules)$/u;
const BUNDLES = '../../force-app/main/default/lwc';

const compiled = cacheFolder('node');
if (compiled === null) {
  process.env.NODE_DISABLE_COMPILE_CACHE ??= '1';
} else {
  // The sf CLI and ESLint use it too; without a name they would take a folder in which anybody can prepare code.
  process.env.NODE_COMPILE_CACHE ??= compiled;
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

const bundles = cacheFolder('bundles');
// For the local org, so that a deploy compiles only what has changed.
if (bundles !== null) process.env.LOCAL_ORG_CACHE ??= bundles;

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const name = RULES.exec(specifier)?.[1];
    const path = name === undefined ? null : new URL(`${BUNDLES}/${name}/${name}.ts`, import.meta.url);
    return nextResolve(path?.href ?? specifier, context);
  }
});
