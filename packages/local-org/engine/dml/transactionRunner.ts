import { PLATFORM_ACCESS, type Access } from '../access/access.ts';
import type { JobQueue } from './jobQueue.ts';
import type { RecordChange } from '../storage/recordStore.ts';
import type { Triggers } from './statements.ts';
import { createWrites } from './createWrites.ts';
import { createTransactionScope, type TransactionScope } from './transactionScope.ts';
import type { World } from '../world/world.ts';
import type { Person } from '../access/person.ts';
import type { TransactionOptions, Writes } from './writes.ts';

/** The transactions of an org, one after the other. */
export interface TransactionRunner {
  /**
   * Runs writes as one transaction, in the name of a person. With `allOrNone`, one refusal takes all of it back.
   * Mails and memberships follow only once it is committed.
   */
  readonly transact: <T>(person: Person, options: TransactionOptions, work: (writes: Writes) => T) => T;
  /** Runs what `work` does as one transaction, whatever it starts in between. Nothing of it stays unless `work` answers true. */
  readonly asOneTransaction: (work: () => boolean) => void;
  /** One in which flows run; nothing of it stays unless `work` says so. What it changed is added to `changes`. */
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
  /** Called before the first write, which waits for those who hold locks. */
  readonly beforeWrite?: () => void;
}

export interface TransactionRunnerContext {
  readonly world: World;
  readonly queue: JobQueue;
  readonly triggers: Triggers;
  readonly accessOf: (person: Person) => Access;
  /** Follows each commit, and answers what was changed. */
  readonly committed: () => readonly RecordChange[];
}

export function createTransactionRunner({
  world,
  queue,
  triggers,
  accessOf,
  committed
}: TransactionRunnerContext): TransactionRunner {
  /** What the transactions share that run as one just now. */
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
