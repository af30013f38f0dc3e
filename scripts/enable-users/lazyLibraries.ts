import { registerHooks } from 'node:module';

/**
 * Lets `@salesforce/core` and the library of commands load without what these commands hardly ever use, which is a tenth of
 * the memory of a run. The parts that are CommonJS load at their first use, and then work as ever.
 */

/** Zip files, streaming, suffixes of cookies' domains, XML, and suggestions for misspelt settings. */
const LATER: readonly string[] = ['jszip', 'faye', 'tldts', 'xml2js', 'fast-levenshtein'];

/** Draws tables with React. It is an ES module that awaits at its top, so that nothing can load it in the middle of a call. */
const TABLES = '@oclif/table';

/** The schemas of sfdx-project.json and of scratch org definitions, with the two libraries that check them. */
const SCHEMAS = '/@salesforce/core/lib/schema/';

const SCHEME = 'lazy:';

/** A test runs several commands in one process. */
let isLazy = false;

/** Call it before the libraries load. What was loaded before stays as it is. */
export function loadLibrariesLazily(): void {
  if (isLazy) return;
  isLazy = true;
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      if (specifier === TABLES) return { url: SCHEME + TABLES, format: 'module', shortCircuit: true };
      const resolved = nextResolve(specifier, context);
      return LATER.includes(specifier) ||
        (resolved.url.includes(SCHEMAS) && context.parentURL?.includes(SCHEMAS) !== true)
        ? { url: SCHEME + resolved.url, format: 'commonjs', shortCircuit: true }
        : resolved;
    },
    load: (url, context, nextLoad) => {
      if (!url.startsWith(SCHEME)) return nextLoad(url, context);
      const real = url.slice(SCHEME.length);
      return real === TABLES
        ? { format: 'module', source: WITHOUT_TABLES, shortCircuit: true }
        : {
            format: 'commonjs',
            source: real.includes(SCHEMAS) ? exportsAtFirstUse(real) : atFirstUse(real),
            shortCircuit: true
          };
    }
  });
}

const WITHOUT_TABLES = `
const refuse = () => { throw new Error('enable-users loads nothing that draws tables'); };
export { refuse as makeTable, refuse as printTable };
`;

/** A module that stands for another one. It is not marked as a translated ES module, as none of these is one. */
function atFirstUse(url: string): string {
  return `${standIns(url)}
module.exports = standIn(load, (name) => (name === '__esModule' ? undefined : load()[name]));
`;
}

/** A module each of whose exports stands for one of another module, which isn't loaded when they are passed on. */
function exportsAtFirstUse(url: string): string {
  return `${standIns(url)}
const valueIn = (owner, name) => (typeof owner[name] === 'function' ? owner[name].bind(owner) : owner[name]);
const exportAtFirstUse = (name) => standIn(() => load()[name], (member) => valueIn(load()[name], member));
module.exports = standIn(load, (name) => (name === '__esModule' ? undefined : exportAtFirstUse(name)));
`;
}

/** Code with `load`, which loads a module once, and `standIn` for what a function answers when it is needed. */
function standIns(url: string): string {
  return `
const { createRequire } = process.getBuiltinModule('node:module');
const { fileURLToPath } = process.getBuiltinModule('node:url');
const file = fileURLToPath(${JSON.stringify(url)});
let loaded;
const load = () => (loaded ??= createRequire(file)(file));
const standIn = (real, get) => new Proxy(function () {}, {
  get: (_target, name) => get(name),
  has: (_target, name) => name in real(),
  apply: (_target, self, values) => Reflect.apply(real(), self, values),
  construct: (_target, values) => Reflect.construct(real(), values)
});`;
}
