import { expect } from 'expect';

type Work = () => unknown;
type Define = (title: string, work: Work) => void;
type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

/** A `describe` with its hooks, or a whole file. */
interface Block {
  readonly title: string;
  readonly hooks: Readonly<Record<Hook, Work[]>>;
}

/** A test with the blocks around it, the outermost first. */
export interface Test {
  readonly id: string;
  readonly path: string;
  readonly blocks: readonly Block[];
  readonly work: Work;
}

function createBlock(title: string): Block {
  return { title, hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } };
}

/** A test, or a block, for each row of a table. */
function eachOf(define: Define) {
  return (rows: readonly unknown[]) => (title: string, work: (...row: readonly unknown[]) => unknown) => {
    for (const row of rows) define(title, () => work(...(Array.isArray(row) ? (row as unknown[]) : [row])));
  };
}

/** The functions by which a file says what it tests. `collect` answers what was said since it was called last. */
export function createTestGlobals(): {
  readonly globals: object;
  readonly collect: (path: string) => readonly Test[];
} {
  let blocks: readonly Block[] = [createBlock('')];
  let tests: Omit<Test, 'path'>[] = [];

  function describe(title: string, define: Work): void {
    const outer = blocks;
    blocks = [...blocks, createBlock(title)];
    define();
    blocks = outer;
  }

  function it(title: string, work: Work): void {
    const titles = [...blocks.map((block) => block.title), title].filter((text) => text !== '');
    tests.push({ id: `${titles.join(' ')} #${String(tests.length + 1)}`, blocks, work });
  }

  const hook =
    (name: Hook) =>
    (work: Work): void =>
      void blocks.at(-1)?.hooks[name].push(work);
  const testing = Object.assign(it, { each: eachOf(it), skip: () => undefined });

  return {
    globals: {
      expect,
      describe: Object.assign(describe, { each: eachOf(describe) }),
      it: testing,
      test: testing,
      beforeAll: hook('beforeAll'),
      beforeEach: hook('beforeEach'),
      afterEach: hook('afterEach'),
      afterAll: hook('afterAll')
    },
    collect: (path) => {
      const found = tests.map((test) => ({ ...test, path, id: `${path}: ${test.id}` }));
      tests = [];
      blocks = [createBlock('')];
      return found;
    }
  };
}

/** What is to be known of a test. A failure is a text; `onEnd` answers whether to go on. */
export interface Watch {
  readonly onStart: (test: Test) => void;
  readonly onEnd: (test: Test, failure: string | null) => boolean;
}

/** Runs tests, which are in the order of their files, one after the other. */
export async function runTests(tests: readonly Test[], { onStart, onEnd }: Watch): Promise<void> {
  let open: readonly Block[] = [];
  let failure: string | null = null;

  async function attempt(works: readonly Work[]): Promise<void> {
    try {
      for (const work of works) await work();
    } catch (error) {
      failure ??= error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }

  async function leaveBut(kept: readonly Block[]): Promise<void> {
    const left = open.filter((block) => !kept.includes(block)).reverse();
    open = open.filter((block) => kept.includes(block));
    for (const { hooks } of left) await attempt(hooks.afterAll);
  }

  for (const test of tests) {
    const { blocks, work } = test;
    onStart(test);
    failure = null;
    await leaveBut(blocks);
    const entered = blocks.filter((block) => !open.includes(block));
    open = blocks;
    await attempt([
      ...entered.flatMap(({ hooks }) => hooks.beforeAll),
      ...blocks.flatMap(({ hooks }) => hooks.beforeEach),
      work
    ]);
    for (const { hooks } of [...blocks].reverse()) await attempt(hooks.afterEach);
    if (!onEnd(test, failure)) break;
  }
  await leaveBut([]);
}
