import { ACTION } from '../../../shared/browser/enabling.ts';
import type { Landmark } from './watch.ts';

/** A quick action to measure. */
export interface MeasuredAction {
  /** On its button on the record page. */
  readonly label: string;
  readonly bundle: string;
  /** Appears on screen when a person can continue. */
  readonly interactive: Landmark;
}

export const action: MeasuredAction = {
  label: ACTION,
  bundle: 'enableExternalUser',
  interactive: { selector: '[role="dialog"] button:enabled', text: 'Create User' }
};

export const trivial: MeasuredAction = {
  label: 'Edit Assistant',
  bundle: 'editAssistant',
  interactive: { selector: '[role="dialog"] button:enabled', text: 'Save' }
};
