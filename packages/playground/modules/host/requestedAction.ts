import type { QuickAction } from '../../metadata/quickActions.ts';

/** A quick action that somebody chose, and the record that it is for. */
export interface RequestedAction {
  readonly action: QuickAction;
  readonly recordId: string;
  readonly objectApiName: string;
  /** Gives the focus back to the button that was pressed. */
  readonly returnFocus: () => void;
}
