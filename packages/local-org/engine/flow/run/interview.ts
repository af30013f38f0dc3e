import type { Flow } from '../model/flow.ts';
import type { FlowRecord, FlowValue } from '../model/values.ts';
import type { StoredRecord } from '../../storage/record.ts';
import type { Access } from '../../access/access.ts';
import type { Person } from '../../access/person.ts';

/** What set a flow off: a saved record, or the message of a platform event. */
export interface Trigger {
  readonly object: string;
  readonly record: StoredRecord;
  /** As it was before the save; null for a record that was created, and for an event. */
  readonly prior: StoredRecord | null;
}

/** A flow under way: the interview's own, or a subflow's. */
export interface Frame {
  readonly flow: Flow;
  access: Access;
  /** By lower-case name: variables, what elements found, the item of a loop; outputs of a subflow or component as `element.output`. */
  readonly values: Map<string, FlowValue>;
  readonly loops: Map<string, LoopState>;
  /** Elements that were run, in lower case. */
  readonly visited: Set<string>;
  /** Screens that were shown before, in their order. */
  readonly shown: string[];
  /** The element to run next; null at the end. */
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
  /** The subflow at hand is the last. */
  readonly frames: Frame[];
  /** `$Flow.FaultMessage` */
  faultMessage: string | null;
  state: InterviewState;
  /** How many elements it has run. */
  steps: number;
}

/** The frame at hand. Throws once the interview is over, which is a bug. */
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

/** What a record held when it came from the store, so that an update writes only what the flow has changed. */
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
