import { ACTION } from '../../../shared/browser/enabling.ts';
import type { Sign } from './watch.ts';

/** A quick action that is opened and timed. */
export interface MeasuredAction {
  /** What its button on the record page says. */
  readonly label: string;
  readonly bundle: string;
  /** On screen once a person can go on. */
  readonly interactive: Sign;
}

export const action: MeasuredAction = {
  label: ACTION,
  bundle: 'enableExternalUser',
  interactive: { selector: '[role="dialog"] button:enabled', text: 'Next' }
};

export const trivial: MeasuredAction = {
  label: 'Edit Assistant',
  bundle: 'editAssistant',
  interactive: { selector: '[role="dialog"] button:enabled', text: 'Save' }
};
