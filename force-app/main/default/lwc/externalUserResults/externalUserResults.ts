import { api, LightningElement } from 'lwc';
import { fieldLabels, labels, massLabels } from 'c/externalUserLabels';

export interface ResultRow {
  readonly id: string;
  readonly name: string;
  /** The address of the contact's page; null if the id belongs to no contact. */
  readonly url: string | null;
  readonly outcome: string;
  /** The name of a `utility:` icon; `variant` is its color. */
  readonly icon: string;
  readonly variant: string;
  readonly userUrl: string | null;
  readonly username: string;
  readonly message: string;
}

/** Shows the outcome for each contact. */
export default class ExternalUserResults extends LightningElement {
  @api rows: readonly ResultRow[] = [];

  labels = { ...massLabels, username: fieldLabels.username, details: labels.stepDetails };
}
