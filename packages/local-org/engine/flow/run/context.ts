import type { Outbox } from '../../mail/outbox.ts';
import type { TransactionRunner } from '../../dml/transactionRunner.ts';
import type { World } from '../../world/world.ts';
import type { JobQueue } from '../../dml/jobQueue.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';

export interface AutomationContext {
  readonly world: World;
  readonly queue: JobQueue;
  readonly outbox: Outbox;
  readonly transactions: TransactionRunner;
  readonly accessOf: (person: Person) => Access;
}
