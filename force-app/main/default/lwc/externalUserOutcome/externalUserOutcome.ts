import { api, LightningElement } from 'lwc';
import { fill, statusLabels as labels } from 'c/externalUserLabels';
import type { ExistingUser, OrgFacts, RecordReference } from 'c/externalUserRules';

/** The user who was just created, as the org has it. Says only what was read back. */
export default class ExternalUserOutcome extends LightningElement {
  /** Undefined where the org accepted the user but won't show it. */
  @api user: ExistingUser | undefined;
  @api org: OrgFacts | undefined;
  @api contact: RecordReference | undefined;
  /** What was sent, for what can't be read back. */
  @api email = '';
  @api profileId: string | undefined;
  @api usedBefore: number | undefined;
  /** The answer to the attempt was lost; the user was found by a look-up. */
  @api wasFoundLater = false;

  labels = labels;

  get heading(): string {
    return this.user === undefined
      ? labels.unverified
      : fill(this.user.isActive ? labels.createdTitle : labels.createdInactive, [this.user.name]);
  }
}
