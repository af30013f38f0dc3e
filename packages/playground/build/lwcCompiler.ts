import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type lwcPlugin from '@lwc/rollup-plugin';

/**
 * What LWC's compiler loads and no build of the playground runs: the compiler for servers, and Lightning Web Security.
 * Loading it takes as long as a third of the compiler.
 */
const UNUSED: ReadonlySet<string> = new Set([
  '@lwc/ssr-compiler',
  '@locker/babel-plugin-transform-unforgeables',
  '@babel/plugin-transform-async-generator-functions',
  '@babel/plugin-transform-async-to-generator'
]);
const EMPTY = pathToFileURL(join(import.meta.dirname, 'empty.cjs')).href;

/** Loads LWC's plugin for rollup and rolldown without the parts that are not used. */
export function loadLwcPlugin(): typeof lwcPlugin {
  const hooks = registerHooks({
    resolve: (specifier, context, nextResolve) =>
      UNUSED.has(specifier) && context.parentURL?.includes('/@lwc/compiler/') === true
        ? { url: EMPTY, format: 'commonjs', shortCircuit: true }
        : nextResolve(specifier, context)
  });
  try {
    return createRequire(import.meta.url)('@lwc/rollup-plugin') as typeof lwcPlugin;
  } finally {
    hooks.deregister();
  }
}
