/** Stand-in for `lightning/actions`. LWC: use-quick-actions-screen. */
export const CLOSE_ACTION_SCREEN = 'lightning__actionsclosescreen';

/** Closes the quick action that the component is. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor() {
    super(CLOSE_ACTION_SCREEN, { bubbles: true, composed: true });
  }
}
