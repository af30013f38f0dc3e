import type { Person } from '../../engine/access/person.ts';
import type { MetadataTransaction } from '../../engine/org/metadataTransaction.ts';
import type { Org } from '../../engine/org/org.ts';
import { toDateTime } from '../../engine/storage/clock.ts';

/**
 * Saves a running BackgroundOperation and returns its id; the work follows after the answer.
 * Source: Object Reference, "BackgroundOperation".
 */
export function startBackgroundOperation(
  org: Org,
  person: Person,
  name: string,
  work: (transaction: MetadataTransaction) => void = () => undefined
): string {
  const operation = org.schema.object('BackgroundOperation');
  if (operation === undefined) throw new Error('The schema has no BackgroundOperation');
  const now = (): string => toDateTime(org.clock.now());
  let id = '';
  org.metadata.transact(person, new Map(), (transaction) => {
    const fields = { Name: name, Status: 'Running', SubmittedAt: now(), StartedAt: now() };
    id = transaction.saveRecord(operation, undefined, fields).Id;
    return true;
  });
  setImmediate(() => {
    org.metadata.transact(person, new Map(), (transaction) => {
      work(transaction);
      transaction.saveRecord(operation, org.find(id), { Status: 'Complete', FinishedAt: now() });
      return true;
    });
  });
  return id;
}
