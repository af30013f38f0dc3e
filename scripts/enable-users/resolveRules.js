import { enableCompileCache, registerHooks } from 'node:module';

/**
 * Loaded before main.ts. Node 24 runs TypeScript by itself and lacks only the path of the rules; tsx, which knows the paths,
 * takes 60 MB and a second more at each start. What takes the types away needs 40 MB too: Node keeps what comes of it in its
 * compile cache, so that only a first start has to load it. That is why this file is JavaScript.
 */

const RULES = 'c/externalUserRules';
const ENTRY = '../../force-app/main/default/lwc/externalUserRules/externalUserRules.ts';

enableCompileCache();

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === RULES ? nextResolve(new URL(ENTRY, import.meta.url).href, context) : nextResolve(specifier, context)
});
