import { createTestLoader } from './modules.ts';
import { runTests, type Test } from './testTree.ts';

/**
 * Stryker's test runner for tests that need no page. It loads the tests of a room once and switches a mutant on in the same
 * process, where Jest would load all of them for each mutant.
 */

/** What the code with mutants reads and writes (Stryker, "instrumenter"). */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

/** The part of Stryker's MutantRunOptions that is used. */
interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  /** `static`: in code that runs when a module is loaded. */
  readonly mutantActivation: 'runtime' | 'static';
}

interface Kill {
  readonly test: Test;
  readonly failure: string;
}

const shared = globalThis as typeof globalThis & { __stryker__?: Instruments };
const instruments = (shared.__stryker__ ??= {});

class InProcessTestRunner {
  readonly #load = createTestLoader();
  #tests: readonly Test[] = [];

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<unknown> {
    await this.#loadAll();
    const results: unknown[] = [];
    let start = 0;
    await runTests(this.#tests, {
      onStart: ({ id }) => {
        instruments.currentTestId = id;
        start = performance.now();
      },
      onEnd: ({ id, path }, failure) => {
        instruments.currentTestId = undefined;
        const result = { id, name: id, fileName: path, timeSpentMs: Math.round(performance.now() - start) };
        results.push(failure === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: failure });
        return true;
      }
    });
    return { status: 'complete', tests: results, mutantCoverage: instruments.mutantCoverage };
  }

  async mutantRun(run: MutantRun): Promise<unknown> {
    if (this.#tests.length === 0) await this.#loadAll();
    const result = await this.#tryMutant(run);
    if (result.killed === null || (await firstFailure([result.killed.test])) === null) return result.answer;
    // The mutant, or one before it, left something behind.
    await this.#loadAll();
    return (await this.#tryMutant(run)).answer;
  }

  async #tryMutant({ activeMutant: { id }, testFilter, hitLimit, mutantActivation }: MutantRun): Promise<{
    readonly killed: Kill | null;
    readonly answer: unknown;
  }> {
    const chosen = testFilter === undefined ? null : new Set(testFilter);
    Object.assign(instruments, { hitLimit, hitCount: 0, activeMutant: id });
    try {
      const killed =
        mutantActivation === 'static'
          ? await this.#firstFailureAnew()
          : await firstFailure(this.#tests.filter((test) => chosen?.has(test.id) ?? true));
      const { hitCount = 0 } = instruments;
      if (hitLimit !== undefined && hitCount > hitLimit) {
        return { killed: null, answer: { status: 'timeout', reason: 'It does not end.' } };
      }
      const answer =
        killed === null
          ? { status: 'survived', nrOfTests: this.#tests.length }
          : { status: 'killed', killedBy: [killed.test.id], failureMessage: killed.failure, nrOfTests: 1 };
      return { killed: mutantActivation === 'static' ? null : killed, answer };
    } catch (error) {
      return { killed: null, answer: { status: 'error', errorMessage: String(error) } };
    } finally {
      Object.assign(instruments, { hitLimit: undefined, activeMutant: undefined });
    }
  }

  async #loadAll(): Promise<void> {
    this.#tests = (await Array.fromAsync(this.#load())).flat();
  }

  /** Loads the tests while the mutant is on, until one fails. */
  async #firstFailureAnew(): Promise<Kill | null> {
    for await (const tests of this.#load()) {
      const killed = await firstFailure(tests);
      if (killed !== null) return killed;
    }
    return null;
  }
}

async function firstFailure(tests: readonly Test[]): Promise<Kill | null> {
  const kills: Kill[] = [];
  await runTests(tests, {
    onStart: () => undefined,
    onEnd: (test, failure) => {
      if (failure !== null) kills.push({ test, failure });
      return failure === null;
    }
  });
  return kills[0] ?? null;
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessTestRunner }];
