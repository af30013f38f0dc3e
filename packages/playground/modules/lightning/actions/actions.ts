/** Stand-in for `lightning/actions`. LWC Guide: use-quick-actions-screen. */
export const CLOSE_ACTION_SCREEN = 'lightning__actionsclosescreen';

/** Closes the quick action of the component. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor() {
    super(CLOSE_ACTION_SCREEN, { bubbles: true, composed: true });
  }
}
