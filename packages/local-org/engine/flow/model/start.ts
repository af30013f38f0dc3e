import type { Position } from '../../xml/xml.ts';
import type { RecordFilters } from './values.ts';

/** `Immediate` runs in the transaction itself; it is the start's own connector, not a path of this list. */
export type ScheduledPath = {
  readonly at: Position;
  readonly name: string;
  readonly label: string;
  readonly connector: string | null;
} & (
  | { readonly pathType: 'AsyncAfterCommit' }
  | {
      readonly pathType: 'Scheduled';
      /** Negative for before. */
      readonly offsetNumber: number;
      readonly offsetUnit: 'Minutes' | 'Hours' | 'Days' | 'Months';
      readonly timeSource: 'RecordTriggerEvent' | 'RecordField';
      /** The date field of a `RecordField` path. */
      readonly recordField: string | null;
      /** Records of one batch, 200 by default. */
      readonly maxBatchSize: number;
    }
);

export type Start =
  | { readonly triggerType: 'None'; readonly at: Position; readonly connector: string | null }
  | {
      readonly triggerType: 'RecordAfterSave';
      readonly at: Position;
      readonly connector: string | null;
      readonly object: string;
      readonly recordTriggerType: 'Create' | 'Update' | 'CreateAndUpdate';
      readonly entry: RecordFilters;
      /** Instead of filters. */
      readonly filterFormula: string | null;
      readonly doesRequireRecordChangedToMeetCriteria: boolean;
      readonly scheduledPaths: readonly ScheduledPath[];
    }
  | {
      readonly triggerType: 'PlatformEvent';
      readonly at: Position;
      readonly connector: string | null;
      readonly object: string;
      readonly entry: RecordFilters;
    };
