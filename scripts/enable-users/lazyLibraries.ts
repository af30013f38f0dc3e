import { registerHooks } from 'node:module';

/**
 * Lets `@salesforce/core` and the library of commands load without what these commands hardly ever use, which would take some
 * 40 MB, a fifth of the memory of a run. The parts that are CommonJS load at their first use, and then work as ever.
 */

const LATER: readonly string[] = [
  'jszip', // zip files
  'faye', // streaming
  'multistream', // files of Bulk API 1.0
  'tldts', // suffixes of cookies’ domains
  'xml2js', // reads XML
  'js2xmlparser', // writes XML
  'fast-levenshtein', // suggestions for misspelt settings
  'form-data', // uploads of files
  'jsonwebtoken', // the log-in of a server
  'memfs', // files in memory
  'ejs', // templates of help
  'minimatch', // patterns of plugins
  'tinyglobby' // folders of plugins
];

/** Those that pass for ES modules: their importers would copy the exports of any other module at once. */
const ES_MODULES: readonly string[] = ['js2xmlparser', 'jsonwebtoken', 'memfs'];

/** CSV, which the library reads and writes in its own way. */
const CSV: readonly string[] = ['csv-parse', 'csv-parse/sync', 'csv-stringify', 'csv-stringify/sync'];
const JSFORCE = '/@jsforce/jsforce-node/';

/** The types of the SOAP APIs. */
const SOAP_SCHEMA = /\/@jsforce\/jsforce-node\/lib\/api\/(?:metadata|soap)\/schema\.js$/u;

/** Draws tables with React. It is an ES module that awaits at its top, so that nothing can load it in the middle of a call. */
const TABLES = '@oclif/table';

/** The schemas of sfdx-project.json and of scratch org definitions, with the two libraries that check them. */
const SCHEMAS = '/@salesforce/core/lib/schema/';

/** Sends what the library itself asks an org, such as for a new session. The commands' own requests are Node's. */
const REQUESTS = 'undici';

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
      return isLater(specifier, resolved.url, context.parentURL ?? '')
        ? { url: SCHEME + resolved.url, format: 'commonjs', shortCircuit: true }
        : resolved;
    },
    load: (url, context, nextLoad) => {
      if (!url.startsWith(SCHEME)) return nextLoad(url, context);
      const real = url.slice(SCHEME.length);
      return real === TABLES
        ? { format: 'module', source: WITHOUT_TABLES, shortCircuit: true }
        : { format: 'commonjs', source: sourceOf(real), shortCircuit: true };
    }
  });
}

function isLater(specifier: string, url: string, parent: string): boolean {
  return (
    specifier === REQUESTS ||
    LATER.includes(specifier) ||
    (CSV.includes(specifier) && parent.includes(JSFORCE)) ||
    (SOAP_SCHEMA.test(url) && !SOAP_SCHEMA.test(parent)) ||
    (url.includes(SCHEMAS) && !parent.includes(SCHEMAS))
  );
}

function sourceOf(url: string): string {
  if (SOAP_SCHEMA.test(url)) return valueAtFirstUse(url, 'ApiSchemas');
  if (url.includes(SCHEMAS)) return exportsAtFirstUse(url, 'Reflect.construct(load()[name], values)');
  // jsforce makes the agent of its connections as soon as it loads.
  if (isOf(url, REQUESTS)) return exportsAtFirstUse(url, 'madeAtFirstUse(name, values)');
  return atFirstUse(url);
}

function isOf(url: string, library: string): boolean {
  return url.includes(`/node_modules/${library}/`);
}

const WITHOUT_TABLES = `
const refuse = () => { throw new Error('enable-users loads nothing that draws tables'); };
export { refuse as makeTable, refuse as printTable };
`;

/** A module that stands for another one. */
function atFirstUse(url: string): string {
  const isEsModule = ES_MODULES.some((library) => isOf(url, library)) ? 'true' : 'undefined';
  return `${standIns(url)}
module.exports = standIn(load, (name) => (name === '__esModule' ? ${isEsModule} : load()[name]));
`;
}

/** A module with one export, whose name is copied when it loads. */
function valueAtFirstUse(url: string, name: string): string {
  return `${standIns(url)}
Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });
`;
}

/**
 * A module each of whose exports stands for one of another module, which isn't loaded when they are passed on. `constructed`:
 * what `new` makes of the export `name` and of `values`.
 */
function exportsAtFirstUse(url: string, constructed: string): string {
  return `${standIns(url)}
const valueIn = (owner, name) => (typeof owner[name] === 'function' ? owner[name].bind(owner) : owner[name]);
const madeAtFirstUse = (name, values) => {
  let made;
  const real = () => (made ??= Reflect.construct(load()[name], values));
  return standIn(real, (member) => valueIn(real(), member));
};
const exportAtFirstUse = (name) =>
  standIn(() => load()[name], (member) => valueIn(load()[name], member), (values) => ${constructed});
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
const standIn = (real, get, construct = (values) => Reflect.construct(real(), values)) => new Proxy(function () {}, {
  get: (_target, name) => get(name),
  has: (_target, name) => name in real(),
  apply: (_target, self, values) => Reflect.apply(real(), self, values),
  construct: (_target, values) => construct(values)
});`;
}
