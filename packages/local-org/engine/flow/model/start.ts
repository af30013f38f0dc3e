import type { Position } from '../../xml/xml.ts';
import type { RecordFilters } from './values.ts';

/** A path that runs later. The immediate path is not in this list: it is the connector of the start, and runs in the transaction. */
export type ScheduledPath = {
  readonly at: Position;
  readonly name: string;
  readonly label: string;
  readonly connector: string | null;
} & (
  | { readonly pathType: 'AsyncAfterCommit' }
  | {
      readonly pathType: 'Scheduled';
      /** A negative number means before the time. */
      readonly offsetNumber: number;
      readonly offsetUnit: 'Minutes' | 'Hours' | 'Days' | 'Months';
      readonly timeSource: 'RecordTriggerEvent' | 'RecordField';
      /** The date field of a `RecordField` path. */
      readonly recordField: string | null;
      /** How many records run in one batch, 200 by default. */
      readonly maxBatchSize: number;
    }
);

/** The start of a flow that a saved record triggers. */
export interface RecordStart {
  readonly triggerType: 'RecordAfterSave' | 'RecordBeforeSave';
  readonly at: Position;
  readonly connector: string | null;
  readonly object: string;
  readonly recordTriggerType: 'Create' | 'Update' | 'CreateAndUpdate';
  readonly entry: RecordFilters;
  /** A formula replaces the filters. */
  readonly filterFormula: string | null;
  readonly doesRequireRecordChangedToMeetCriteria: boolean;
  /** None before the save. */
  readonly scheduledPaths: readonly ScheduledPath[];
}

export type Start =
  | { readonly triggerType: 'None'; readonly at: Position; readonly connector: string | null }
  | RecordStart
  | {
      readonly triggerType: 'PlatformEvent';
      readonly at: Position;
      readonly connector: string | null;
      readonly object: string;
      readonly entry: RecordFilters;
    };

export function isRecordTriggered(start: Start): start is RecordStart {
  return start.triggerType === 'RecordAfterSave' || start.triggerType === 'RecordBeforeSave';
}
