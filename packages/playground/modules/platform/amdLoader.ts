/** The modules that a factory asks for, in their order, and what it makes of them. */
interface Definition {
  readonly dependencies: readonly string[];
  readonly factory: (...dependencies: readonly unknown[]) => unknown;
}

/** Finds a module's file and runs it: the browser's `import()`, by the page's import map. */
export type ImportModule = (name: string) => Promise<unknown>;

/** What AMD calls the object that a module fills in with its exports. */
const EXPORTS = 'exports';

export interface AmdLoader {
  /** What a deployed file calls when it runs: `define('c/card', ['lwc'], function (lwc) { … })`. */
  readonly define: (name: string, dependencies: readonly string[], factory: Definition['factory']) => void;
  /** Loads a module with all that it needs. What its file does not `define` is an ES module. */
  readonly load: (name: string) => Promise<unknown>;
}

/**
 * Loads what the platform's compiler writes: AMD modules, https://github.com/amdjs/amdjs-api/blob/master/AMD.md. In a ring, a
 * module gets a function marked `__circular__` in place of one that is not ready, which the LWC engine calls when it is needed.
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

/** A module that exports nothing else is its default export itself. */
export function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}
