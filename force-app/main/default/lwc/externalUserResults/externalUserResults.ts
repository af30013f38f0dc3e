import { api, LightningElement } from 'lwc';
import { fieldLabels, labels, massLabels } from 'c/externalUserLabels';

export interface ResultRow {
  readonly id: string;
  readonly name: string;
  /** The contact's page; null for what is none. */
  readonly url: string | null;
  readonly outcome: string;
  /** An icon of `utility:`, and its variant. */
  readonly icon: string;
  readonly variant: string;
  readonly userUrl: string | null;
  readonly username: string;
  readonly message: string;
}

/** What became of each contact. */
export default class ExternalUserResults extends LightningElement {
  @api rows: readonly ResultRow[] = [];

  labels = { ...massLabels, username: fieldLabels.username, details: labels.stepDetails };
}
