import type { TransactionScope } from './transactionScope.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Person } from '../access/person.ts';
import type { Refusal } from '../refusals/rule.ts';
import type { WriteResult, Writes } from './writes.ts';

/** A record that a statement has saved; `before` is null for a new record. */
export interface SavedRecord {
  readonly object: ObjectSchema;
  readonly before: StoredRecord | null;
  readonly id: string;
}

/** A record that is about to be saved; `before` is null for a new record. */
export interface UnsavedRecord {
  readonly object: ObjectSchema;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord;
}

/** The flows that saves trigger within the transaction. */
export interface Triggers {
  hasTriggerOn(object: ObjectSchema): boolean;
  /** Returns the fields that flows before the save set, or the refusal of the save. */
  beforeSave(
    record: UnsavedRecord,
    transaction: { readonly person: Person; readonly scope: TransactionScope }
  ): Fields | Refusal;
  /** Returns for each record the refusal of its save, or null. */
  afterSave(
    saved: readonly SavedRecord[],
    transaction: { readonly person: Person; readonly scope: TransactionScope }
  ): readonly (Refusal | null)[];
}

/** So many records run through triggers at once. Source: Apex Developer Guide, "Triggers and Order of Execution". */
const CHUNK_SIZE = 200;

interface Statements {
  readonly statement: Writes['statement'];
  /** Runs a write as a statement of its own, unless a statement is open already. */
  single(write: () => WriteResult): WriteResult;
  noteSaved(record: SavedRecord): void;
}

/** The DML statements of one transaction. */
export function createStatements(
  {
    person,
    scope,
    triggers
  }: { readonly person: Person; readonly scope: TransactionScope; readonly triggers: Triggers },
  onRefused: () => void
): Statements {
  /** The records that the open statement has saved; null if no statement is open. */
  let saved: SavedRecord[] | null = null;

  function single(write: () => WriteResult): WriteResult {
    if (saved !== null) return write();
    let result: WriteResult = { success: false, errors: [] };
    const refusals = statement(1, () => {
      result = write();
      return result.success;
    }).get(0);
    return refusals === undefined ? result : { success: false, errors: refusals };
  }

  function statement(count: number, step: (index: number) => boolean): ReadonlyMap<number, readonly Refusal[]> {
    if (saved !== null) throw new Error('A statement cannot start within another one');
    const refused = new Map<number, readonly Refusal[]>();
    for (let start = 0; start < count; start += CHUNK_SIZE) {
      // Limits start again for each chunk of a request, but not for the statements of a flow.
      if (scope.depth === 0) scope.limits.renew();
      const end = Math.min(start + CHUNK_SIZE, count);
      // The loop ends, because each round refuses at least one more record.
      for (let isDone = false; !isDone;) isDone = runChunk(start, end, step, refused);
    }
    if (refused.size > 0) onRefused();
    return refused;
  }

  /** Returns false if a trigger refused records: the chunk is rolled back and has to run again without them. */
  function runChunk(
    start: number,
    end: number,
    step: (index: number) => boolean,
    refused: Map<number, readonly Refusal[]>
  ): boolean {
    const rollback = scope.savepoint();
    const steps: { readonly index: number; readonly record: SavedRecord }[] = [];
    for (let index = start; index < end; index++) {
      if (refused.has(index)) continue;
      for (const record of runStep(index, step)) steps.push({ index, record });
    }
    const answers = steps.length === 0 ? [] : runTriggers(steps.map(({ record }) => record));
    const refusals = answers.flatMap((refusal, position) => {
      const index = steps[position]?.index;
      return refusal === null || index === undefined ? [] : [{ index, refusal }];
    });
    const [first] = refusals;
    if (first === undefined) return true;
    rollback();
    for (const { index, refusal } of refusals) refused.set(index, [refusal]);
    if (scope.limits.exceeded === null) return false;
    // Source: Salesforce Help, "How Flow Bulkification Works": if "any interview hits a governor limit, all the interviews in the transaction fail".
    for (let index = start; index < end; index++) if (!refused.has(index)) refused.set(index, [first.refusal]);
    return true;
  }

  function runStep(index: number, step: (index: number) => boolean): readonly SavedRecord[] {
    const rollback = scope.savepoint();
    const records: SavedRecord[] = [];
    saved = records;
    try {
      if (step(index)) return records.filter(({ object }) => triggers.hasTriggerOn(object));
    } finally {
      saved = null;
    }
    rollback();
    return [];
  }

  function runTriggers(records: readonly SavedRecord[]): readonly (Refusal | null)[] {
    const answers: (Refusal | null)[] = [];
    for (let start = 0; start < records.length; start += CHUNK_SIZE) {
      const chunk = records.slice(start, start + CHUNK_SIZE);
      answers.push(...scope.deeper(() => triggers.afterSave(chunk, { person, scope })));
    }
    return answers;
  }

  return {
    statement,
    single,
    noteSaved: (record) => {
      saved?.push(record);
    }
  };
}
