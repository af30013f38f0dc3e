/** The dependencies of a module in their order, and the factory that gets them. */
interface Definition {
  readonly dependencies: readonly string[];
  readonly factory: (...dependencies: readonly unknown[]) => unknown;
}

/** Loads and runs the file of a module. In the browser this is `import()` with the page's import map. */
export type ImportModule = (name: string) => Promise<unknown>;

/** The name of the AMD dependency to which a module assigns its exports. */
const EXPORTS = 'exports';

export interface AmdLoader {
  /** The function that a deployed file calls: `define('c/card', ['lwc'], function (lwc) { … })`. */
  readonly define: (name: string, dependencies: readonly string[], factory: Definition['factory']) => void;
  /** Loads a module with its dependencies. A module that its file does not `define` is an ES module. */
  readonly load: (name: string) => Promise<unknown>;
}

/**
 * Loads AMD modules, which the platform's compiler writes: https://github.com/amdjs/amdjs-api/blob/master/AMD.md. In a
 * circle, a module that is not ready is replaced by a function marked `__circular__`, which the LWC engine calls later.
 */
export function createAmdLoader(importModule: ImportModule): AmdLoader {
  const definitions = new Map<string, Definition>();
  const modules = new Map<string, unknown>();

  async function findAll(name: string, found: Set<string>): Promise<void> {
    if (name === EXPORTS || found.has(name)) {
      return;
    }
    found.add(name);
    const module = await importModule(name);
    const definition = definitions.get(name);
    if (definition === undefined) {
      modules.set(name, module);
      return;
    }
    await Promise.all(definition.dependencies.map((dependency) => findAll(dependency, found)));
  }

  function run(name: string): unknown {
    const definition = definitions.get(name);
    if (modules.has(name) || definition === undefined) {
      return modules.get(name);
    }
    const { dependencies, factory } = definition;
    const exported = {};
    const isFilledIn = dependencies.includes(EXPORTS);
    modules.set(name, isFilledIn ? exported : Object.assign(() => modules.get(name), { __circular__: true }));
    try {
      const returned = factory(
        ...dependencies.map((dependency) => (dependency === EXPORTS ? exported : run(dependency)))
      );
      const module = isFilledIn ? exported : returned;
      modules.set(name, module);
      return module;
    } catch (error) {
      modules.delete(name);
      throw error;
    }
  }

  return {
    define: (name, dependencies, factory) => {
      definitions.set(name, { dependencies, factory });
    },
    async load(name) {
      await findAll(name, new Set());
      return run(name);
    }
  };
}

/** Returns the default export of a module. An AMD module that exports nothing else is its default export itself. */
export function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}
