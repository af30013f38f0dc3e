import { createRequire, flushCompileCache, registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import '../../shared/startUp.js';

/**
 * Jest's `runtime` for tests that run in Node: Node itself loads the modules, and takes the types away. Jest's own runtime
 * loads every module anew for each test file, which takes longer than the tests: here a worker loads a module once.
 * It has no `jest` object: a test that replaces a module could not be told from one that does not.
 */

/** Modules of a page have state, as a page has: each test file gets its own, by a number in their addresses. */
const PAGE_MODULES = pathToFileURL(resolve('packages/playground/modules')).href;

/** The part of Jest that keeps the state of one test file. */
const CIRCUS = /[\\/]jest-circus[\\/]build[\\/]/u;

const require = createRequire(import.meta.url);

let testFiles = 0;

registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const resolved = nextResolve(specifier, context);
    return resolved.url.startsWith(PAGE_MODULES)
      ? { ...resolved, url: `${resolved.url}?testFile=${testFiles}` }
      : resolved;
  }
});

export default class NodeRuntime {
  constructor() {
    testFiles += 1;
    for (const path of Object.keys(require.cache).filter((key) => CIRCUS.test(key))) {
      Reflect.deleteProperty(require.cache, path);
    }
  }

  setGlobalsForRuntime(globals: object): void {
    Object.assign(globalThis, globals);
  }

  requireInternalModule(path: string): unknown {
    return require(path);
  }

  requireModule(path: string): unknown {
    return require(path);
  }

  unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  unstable_importModule(path: string): Promise<unknown> {
    return import(pathToFileURL(path).href);
  }

  getSourceMaps(): null {
    return null;
  }

  getAllCoverageInfoCopy(): undefined {
    return undefined;
  }

  /** Node would write the code that it compiled when the worker ends, for longer than the 500 ms that Jest gives a worker. */
  teardown(): void {
    flushCompileCache();
  }
}
