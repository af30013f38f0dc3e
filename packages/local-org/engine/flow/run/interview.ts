import type { Flow } from '../model/flow.ts';
import type { FlowRecord, FlowValue } from '../model/values.ts';
import type { StoredRecord } from '../../storage/record.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';

/** What triggered a flow: a saved record or a platform event message. */
export interface Trigger {
  readonly object: string;
  readonly record: StoredRecord;
  /** The record before the save; null for a new record and for an event. */
  readonly prior: StoredRecord | null;
}

/** The state of a running flow: that of the interview, or of a subflow in it. */
export interface Frame {
  readonly flow: Flow;
  access: Access;
  /** Values by name in lower case: variables, outputs of elements, loop items. Outputs of subflows and components are `element.output`. */
  readonly values: Map<string, FlowValue>;
  readonly loops: Map<string, LoopState>;
  /** The names of the elements that have run, in lower case. */
  readonly visited: Set<string>;
  /** The names of the earlier screens, in their order. */
  readonly shown: string[];
  /** The name of the next element; null at the end. */
  next: string | null;
}

interface LoopState {
  readonly items: readonly FlowValue[];
  position: number;
}

type InterviewState =
  | { readonly kind: 'running' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'failed'; readonly message: string; readonly element: string };

/** One run of a flow. Source: Salesforce Help, "Flow Interviews". */
export interface Interview {
  readonly guid: string;
  readonly person: Person;
  readonly startedAt: number;
  readonly trigger: Trigger | null;
  /** The flow and its open subflows; the last one is running. */
  readonly frames: Frame[];
  /** `$Flow.FaultMessage` */
  faultMessage: string | null;
  state: InterviewState;
  /** How many elements have run. */
  steps: number;
}

/** The frame of the running flow. Throws if the interview has ended, which is a bug. */
export function frameOf({ frames }: Interview): Frame {
  const frame = frames.at(-1);
  if (frame === undefined) throw new Error('The interview is over');
  return frame;
}

export function isRecord(value: FlowValue | undefined): value is FlowRecord {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

export function isCollection(value: FlowValue | undefined): value is readonly FlowValue[] {
  return Array.isArray(value);
}

/** The stored fields of each record, so that an update writes only the fields that the flow has changed. */
const origins = new WeakMap<FlowRecord, FlowRecord['fields']>();

export function fromStore(record: FlowRecord): FlowRecord {
  origins.set(record, record.fields);
  return record;
}

export function withField(record: FlowRecord, field: string, value: FlowRecord['fields'][string]): FlowRecord {
  const changed: FlowRecord = { ...record, fields: { ...record.fields, [field]: value } };
  const origin = origins.get(record);
  if (origin !== undefined) origins.set(changed, origin);
  return changed;
}

/** The fields that the flow has set. */
export function changedFields(record: FlowRecord): FlowRecord['fields'] {
  const origin = origins.get(record);
  return Object.fromEntries(
    Object.entries(record.fields).filter(([name, value]) => name !== 'Id' && value !== origin?.[name])
  );
}
