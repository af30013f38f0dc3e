import { PLATFORM_ACCESS } from '../access/access.ts';
import type { Queue } from './queue.ts';
import type { FlowTransaction } from '../flow/run/flowWrites.ts';
import type { RecordChange } from '../storage/records.ts';
import type { Triggers } from './statements.ts';
import { createTransaction } from './dmlOperations.ts';
import { createTransactionScope, type TransactionScope } from './transactionState.ts';
import type { Access, Org, Person, TransactionOptions, Writes } from '../../types.ts';
import type { World } from '../world/world.ts';

/** The transactions of an org, one after the other. */
export interface Transactions extends Pick<Org, 'transact' | 'together'> {
  /** One in which flows run; nothing of it stays unless `work` says so. What it changed is added to `changes`. */
  runFlows<T>(
    person: Person,
    work: (transaction: FlowTransaction) => { readonly isKept: boolean; readonly answer: T },
    changes?: RecordChange[]
  ): T;
}

export interface TransactionsContext {
  readonly world: World;
  readonly queue: Queue;
  readonly triggers: Triggers;
  readonly accessOf: (person: Person) => Access;
  /** Follows each commit, and answers what was changed. */
  readonly committed: () => readonly RecordChange[];
}

export function createTransactions({ world, queue, triggers, accessOf, committed }: TransactionsContext): Transactions {
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
    const { writes, hasRefusal } = createTransaction(context);
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

  function together(work: () => boolean): void {
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

  return { transact, together, runFlows };
}
