import { PLATFORM_ACCESS, type Access } from '../access/access.ts';
import type { JobQueue } from './jobQueue.ts';
import type { RecordChange } from '../storage/recordStore.ts';
import type { Triggers } from './statements.ts';
import { createWrites } from './createWrites.ts';
import { createTransactionScope, type TransactionScope } from './transactionScope.ts';
import type { World } from '../world/world.ts';
import type { Person } from '../access/person.ts';
import type { TransactionOptions, Writes } from './writes.ts';

/** Runs the transactions of an org, one after the other. */
export interface TransactionRunner {
  /**
   * Runs writes as one transaction, with a person as the current user. With `allOrNone`, one refusal rolls it back.
   * Mails and memberships follow after the commit.
   */
  readonly transact: <T>(person: Person, options: TransactionOptions, work: (writes: Writes) => T) => T;
  /** Runs `work` and all transactions that it starts as one transaction. Rolls back unless `work` returns true. */
  readonly asOneTransaction: (work: () => boolean) => void;
  /** Runs flows in one transaction. Rolls back unless `work` returns `isKept`. Adds the committed changes to `changes`. */
  runFlows<T>(
    person: Person,
    work: (transaction: FlowTransaction) => { readonly isKept: boolean; readonly answer: T },
    changes?: RecordChange[]
  ): T;
}

/** The transaction in which interviews run. */
export interface FlowTransaction {
  readonly world: World;
  readonly person: Person;
  readonly scope: TransactionScope;
  readonly triggers: Triggers;
  /** Called before the first write, which waits for other transactions that hold locks. */
  readonly beforeWrite?: () => void;
}

export interface TransactionRunnerContext {
  readonly world: World;
  readonly queue: JobQueue;
  readonly triggers: Triggers;
  readonly accessOf: (person: Person) => Access;
  /** Called at each commit. Returns the committed changes. */
  readonly committed: () => readonly RecordChange[];
}

export function createTransactionRunner({
  world,
  queue,
  triggers,
  accessOf,
  committed
}: TransactionRunnerContext): TransactionRunner {
  /** The scope that `asOneTransaction` shares; null outside it. */
  let joint: TransactionScope | null = null;

  function begin(): TransactionScope {
    if (world.records.savepoint() !== 0) throw new Error('A transaction cannot start within another one');
    return createTransactionScope(world.records, queue);
  }

  function commit(scope: TransactionScope): readonly RecordChange[] {
    queue.add(scope.jobs);
    return committed();
  }

  function transact<T>(person: Person, options: TransactionOptions, work: (writes: Writes) => T): T {
    const scope = joint ?? begin();
    const rollback = scope.savepoint();
    const { lockHolder, isPlatform } = options;
    const access = isPlatform === true ? PLATFORM_ACCESS : accessOf(person);
    const context = { world, person, access, scope, triggers, lockHolder, isPlatform };
    const { writes, hasRefusal } = createWrites(context);
    try {
      const answer = work(writes);
      if (hasRefusal() && options.allOrNone) rollback();
      else if (joint === null) commit(scope);
      return answer;
    } catch (error) {
      rollback();
      throw error;
    }
  }

  function asOneTransaction(work: () => boolean): void {
    const scope = begin();
    const rollback = scope.savepoint();
    joint = scope;
    let isKept = false;
    try {
      isKept = work();
    } finally {
      joint = null;
      if (isKept) commit(scope);
      else rollback();
    }
  }

  function runFlows<T>(
    person: Person,
    work: (transaction: FlowTransaction) => { readonly isKept: boolean; readonly answer: T },
    changes: RecordChange[] = []
  ): T {
    const scope = begin();
    const rollback = scope.savepoint();
    let isKept = false;
    try {
      const done = scope.deeper(() => work({ world, person, scope, triggers }));
      isKept = done.isKept;
      return done.answer;
    } finally {
      if (isKept) changes.push(...commit(scope));
      else rollback();
    }
  }

  return { transact, asOneTransaction, runFlows };
}
