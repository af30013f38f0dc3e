import { api, LightningElement } from 'lwc';
import { fill, statusLabels as labels } from 'c/externalUserLabels';
import type { ExistingUser, OrgFacts, RecordReference } from 'c/externalUserRules';

/** Shows the new user as read back from the org, never as sent. */
export default class ExternalUserOutcome extends LightningElement {
  /** Undefined if the org accepted the user but doesn't show it. */
  @api user: ExistingUser | undefined;
  @api org: OrgFacts | undefined;
  @api contact: RecordReference | undefined;
  /** The sent values, for a user that can't be read back. */
  @api email = '';
  @api profileId: string | undefined;
  @api usedBefore: number | undefined;
  /** Whether a look-up found the user after the answer was lost. */
  @api wasFoundLater = false;

  labels = labels;

  get heading(): string {
    return this.user === undefined
      ? labels.unverified
      : fill(this.user.isActive ? labels.createdTitle : labels.createdInactive, [this.user.name]);
  }
}
