import { elementOf } from '../model/flow.ts';
import type { FlowElement } from '../model/elements.ts';
import { assign } from './assign.ts';
import { areMet } from './conditions.ts';
import { createRecords, deleteRecords, updateRecords } from './dml.ts';
import { asBefore } from './entryConditions.ts';
import { fail } from './faultPaths.ts';
import { frameOf, type Interview } from './interview.ts';
import { lookUp } from './lookups.ts';
import { iterate } from './loops.ts';
import { enterSubflow, leaveFlow } from './subflows.ts';
import type { RunContext } from './values.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/** An element that runs once for all interviews that have reached it. */
type DataElement = Extract<FlowElement, { readonly kind: `record${string}` }>;

interface Stop {
  readonly element: DataElement;
  readonly running: RunContext;
}

/** Stops an endless loop, which on the platform exceeds the limit of CPU time. */
const MAX_STEPS = 200_000;

/**
 * Runs the interviews of one transaction until each has ended or shows a screen. Each runs up to an element that reads or
 * writes records; those at the same element share one query or one DML statement. If a governor limit is exceeded, all
 * interviews fail, in spite of fault paths. Source: Salesforce Help, "How Flow Bulkification Works", "Per-Transaction Flow Limits" [F-040].
 */
export function runBulkified(transaction: FlowTransaction, interviews: readonly Interview[]): void {
  const { limits } = transaction.scope;
  let stops = stopsOf(transaction, interviews);
  while (stops.length > 0) {
    const [first] = stops;
    const group = stops.filter(({ element }) => element === first?.element);
    const interviewsOfGroup = group.map(({ running }) => running.interview);
    if (first !== undefined)
      runTogether(
        transaction,
        first.element,
        group.map(({ running }) => running)
      );
    if (limits.exceeded !== null) {
      for (const interview of interviews) fail(interview, limits.exceeded, first?.element.name ?? '');
      return;
    }
    stops = [...stops.filter((stop) => !group.includes(stop)), ...stopsOf(transaction, interviewsOfGroup)];
  }
}

function stopsOf(transaction: FlowTransaction, interviews: readonly Interview[]): Stop[] {
  return interviews.flatMap((interview) => advance(transaction, interview) ?? []);
}

/** Runs one interview up to the next data element, screen or end. */
function advance({ world }: FlowTransaction, interview: Interview): Stop | null {
  while (interview.state.kind === 'running') {
    const frame = frameOf(interview);
    const running: RunContext = { world, interview, frame };
    if (frame.next === null) {
      leaveFlow({ world }, interview);
      continue;
    }
    const element = elementOf(frame.flow, frame.next);
    interview.steps += 1;
    if (element === undefined || interview.steps > MAX_STEPS) {
      fail(interview, element === undefined ? `No element ${frame.next}` : 'Apex CPU time limit exceeded', frame.next);
      break;
    }
    frame.visited.add(element.name.toLowerCase());
    if (isDataElement(element)) return { element, running };
    runAlone(running, element);
  }
  return null;
}

function isDataElement(element: FlowElement): element is DataElement {
  return element.kind.startsWith('record');
}

function runAlone(running: RunContext, element: Exclude<FlowElement, DataElement>): void {
  const { frame, interview } = running;
  switch (element.kind) {
    case 'assignment':
      for (const item of element.items) assign(running, item);
      frame.next = element.connector;
      return;
    case 'decision': {
      const rule = element.rules.find((candidate) => isTaken(running, candidate));
      for (const { name } of element.rules) frame.values.set(name.toLowerCase(), name === rule?.name);
      running.world.flowOutcomes.add(`${frame.flow.name}.${element.name}.${rule?.name ?? 'default'}`);
      frame.next = rule === undefined ? element.connector : rule.connector;
      return;
    }
    case 'loop':
      iterate(running, element);
      return;
    case 'subflow':
      enterSubflow(running, element);
      return;
    case 'screen':
      interview.state = { kind: 'screen', screen: element.name };
  }
}

function isTaken(
  running: RunContext,
  rule: Extract<FlowElement, { readonly kind: 'decision' }>['rules'][number]
): boolean {
  if (!areMet(running, rule.logic, rule.conditions)) return false;
  const before = rule.doesRequireRecordChangedToMeetCriteria ? asBefore(running) : null;
  return before === null || !areMet(before, rule.logic, rule.conditions);
}

function runTogether(transaction: FlowTransaction, element: DataElement, group: readonly RunContext[]): void {
  switch (element.kind) {
    case 'recordLookup':
      lookUp(transaction, element, group);
      return;
    case 'recordCreate':
      createRecords(transaction, element, group);
      return;
    case 'recordUpdate':
      updateRecords(transaction, element, group);
      return;
    case 'recordDelete':
      deleteRecords(transaction, element, group);
  }
}
