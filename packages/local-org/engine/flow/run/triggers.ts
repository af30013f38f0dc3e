import type { Outbox } from '../../mail/outbox.ts';
import { isTrue } from '../../storage/record.ts';
import type { SavedRecord, Triggers } from '../../dml/statements.ts';
import type { World } from '../../world/world.ts';
import { activeFlows } from '../deployedFlows.ts';
import { isSameName, type Flow } from '../model/flow.ts';
import { meetsEntry } from './entryConditions.ts';
import { reportFailure, saveRefused } from './failedInterviews.ts';
import type { Interview } from './interview.ts';
import { runBulkified } from './bulkification.ts';
import { jobsOfPaths } from './scheduledPaths.ts';
import { startInterview } from './startInterview.ts';
import type { ObjectSchema } from '../../schema/objectSchema.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';
import type { Refusal } from '../../refusals/rule.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/** The stack depth of triggers. Source: Apex Developer Guide, "Execution Governors and Limits". */
const MAX_DEPTH = 16;

/**
 * Runs record-triggered flows in trigger order, then by name. Salesforce promises no order for flows without a trigger order.
 * Source: Salesforce Help, "Define the Run Order of Record-Triggered Flows for an Object".
 */
export function createFlowTriggers(world: World, outbox: Outbox, accessOf: (person: Person) => Access): Triggers {
  function flowsOn(object: ObjectSchema): readonly Flow[] {
    const { flowVersions } = world.metadata.state;
    if (flowVersions.size === 0) return [];
    return activeFlows(flowVersions)
      .filter(({ start }) => start.triggerType === 'RecordAfterSave' && isSameName(start.object, object.apiName))
      .sort((one, other) => one.triggerOrder - other.triggerOrder);
  }

  function afterSave(saved: readonly SavedRecord[], transaction: FlowTransaction): (Refusal | null)[] {
    const refusals: (Refusal | null)[] = saved.map(() => null);
    const objects = new Set(saved.map(({ object }) => object));
    for (const object of objects) {
      for (const flow of flowsOn(object)) {
        const started = saved.flatMap((record, index) => {
          const interview =
            record.object === object && refusals[index] === null ? begin(flow, record, transaction) : null;
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

  function begin(flow: Flow, { id, before, object }: SavedRecord, { person }: FlowTransaction): Interview | null {
    const record = world.records.find(id);
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
    hasTriggerOn: (object) => flowsOn(object).length > 0,
    afterSave: (saved, { person, scope }) => afterSave(saved, { world, person, scope, triggers })
  };
  return triggers;
}
