import type { Outbox } from '../../mail/outbox.ts';
import { isTrue, withFields, type Fields, type StoredRecord } from '../../storage/record.ts';
import { isRefusal, normalizeFields } from '../../dml/normalizeFields.ts';
import type { SavedRecord, Triggers, UnsavedRecord } from '../../dml/statements.ts';
import type { World } from '../../world/world.ts';
import { activeFlows } from '../deployedFlows.ts';
import { isSameName, type Flow } from '../model/flow.ts';
import type { RecordStart } from '../model/start.ts';
import { meetsEntry } from './entryConditions.ts';
import { reportFailure, saveRefused } from './failedInterviews.ts';
import { changedFields, frameOf, isRecord, type Interview } from './interview.ts';
import { runBulkified } from './bulkification.ts';
import { jobsOfPaths } from './scheduledPaths.ts';
import { startInterview } from './startInterview.ts';
import type { ObjectSchema } from '../../schema/objectSchema.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';
import type { Refusal } from '../../refusals/rule.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/** Who saves, and the scope of the transaction. */
type Saver = Pick<FlowTransaction, 'person' | 'scope'>;

/** The stack depth of triggers. Source: Apex Developer Guide, "Execution Governors and Limits". */
const MAX_DEPTH = 16;

/**
 * Runs record-triggered flows in trigger order, then by name. Salesforce promises no order for flows without a trigger order.
 * Source: Salesforce Help, "Define the Run Order of Record-Triggered Flows for an Object".
 */
export function createFlowTriggers(world: World, outbox: Outbox, accessOf: (person: Person) => Access): Triggers {
  function flowsOn(object: ObjectSchema, triggerType: RecordStart['triggerType']): readonly Flow[] {
    const { flowVersions } = world.metadata.state;
    if (flowVersions.size === 0) return [];
    return activeFlows(flowVersions)
      .filter(({ start }) => start.triggerType === triggerType && isSameName(start.object, object.apiName))
      .sort((one, other) => one.triggerOrder - other.triggerOrder);
  }

  function afterSave(saved: readonly SavedRecord[], transaction: FlowTransaction): (Refusal | null)[] {
    const refusals: (Refusal | null)[] = saved.map(() => null);
    const objects = new Set(saved.map(({ object }) => object));
    for (const object of objects) {
      for (const flow of flowsOn(object, 'RecordAfterSave')) {
        const started = saved.flatMap((record, index) => {
          const interview =
            record.object === object && refusals[index] === null
              ? begin(flow, { ...record, record: world.records.find(record.id) }, transaction.person)
              : null;
          return interview === null ? [] : [{ index, record, interview }];
        });
        if (flow.start.connector !== null) {
          run(
            transaction,
            started.map(({ interview }) => interview)
          );
        }
        for (const { index, record, interview } of started) {
          if (interview.state.kind === 'failed') refusals[index] = saveRefused(interview);
          else for (const job of jobsOfPaths(world, flow, record, transaction.person)) transaction.scope.addJob(job);
        }
      }
    }
    return refusals;
  }

  /** Flows before the save change the record without a statement of their own [F-127], so each can run alone. */
  function beforeSave({ object, before, after }: UnsavedRecord, { person, scope }: Saver): Fields | Refusal {
    let record = after;
    let set: Fields = {};
    for (const flow of flowsOn(object, 'RecordBeforeSave')) {
      const interview = begin(flow, { object, before, record }, person);
      if (interview === null) continue;
      const { values } = frameOf(interview);
      run({ world, person, scope, triggers }, [interview]);
      if (interview.state.kind === 'failed') return saveRefused(interview);
      const changed = values.get('$record');
      const given = normalizeFields(world.schema, object, isRecord(changed) ? changedFields(changed) : {});
      if (isRefusal(given)) return given;
      record = withFields(record, given);
      set = { ...set, ...given };
    }
    return set;
  }

  function begin(
    flow: Flow,
    { object, before, record }: { readonly record: StoredRecord | undefined } & Pick<SavedRecord, 'object' | 'before'>,
    person: Person
  ): Interview | null {
    // Saving a person account runs automation of Account, not of Contact [F-125].
    if (record === undefined || (object.apiName === 'Contact' && isTrue(record, 'IsPersonAccount'))) return null;
    const trigger = { object: object.apiName, record, prior: before };
    const interview = startInterview(world, flow, { person, access: accessOf(person), trigger });
    return meetsEntry(world, flow, interview) ? interview : null;
  }

  function run(transaction: FlowTransaction, interviews: readonly Interview[]): void {
    if (transaction.scope.depth > MAX_DEPTH) {
      for (const interview of interviews) {
        interview.state = { kind: 'failed', message: 'Maximum trigger depth exceeded.', element: '' };
      }
    } else runBulkified(transaction, interviews);
    for (const interview of interviews) reportFailure(world, outbox, interview);
  }

  const triggers: Triggers = {
    hasTriggerOn: (object) => flowsOn(object, 'RecordAfterSave').length > 0,
    beforeSave,
    afterSave: (saved, { person, scope }) => afterSave(saved, { world, person, scope, triggers })
  };
  return triggers;
}
