import { LightningElement } from 'lwc';
import { labels } from 'c/externalUserLabels';

/** Ends the label of a link that opens a new tab: eyes see an arrow, screen readers say it. */
export default class ExternalUserNewTab extends LightningElement {
  newTab = labels.newTab;
}
