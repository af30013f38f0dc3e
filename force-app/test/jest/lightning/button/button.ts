import { api, LightningElement } from 'lwc';

/** Replaces `lightning-button`, because sfdx-lwc-jest's stub shows nothing. */
export default class Button extends LightningElement {
  @api label = '';
  @api disabled = false;
  @api variant = 'neutral';
}
