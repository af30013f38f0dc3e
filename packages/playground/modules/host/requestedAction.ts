import type { QuickAction } from '../../metadata/quickActions.ts';

/** A quick action that a person chose, and the record that it runs on. */
export interface RequestedAction {
  readonly action: QuickAction;
  readonly recordId: string;
  readonly objectApiName: string;
  /** Returns the focus to the button of the action. */
  readonly returnFocus: () => void;
}
