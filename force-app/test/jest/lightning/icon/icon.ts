import { api, LightningElement } from 'lwc';

/** Replaces `lightning-icon` and shows the text that a screen reader reads. */
export default class Icon extends LightningElement {
  @api iconName = '';
  @api alternativeText = '';
  @api size = 'medium';
  @api variant = '';
}
