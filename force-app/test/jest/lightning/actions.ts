/** Stands in for `lightning/actions`, of which sfdx-lwc-jest has no stub. */

export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor() {
    super('lightning__actionsclosescreen', { bubbles: true, composed: true });
  }
}
