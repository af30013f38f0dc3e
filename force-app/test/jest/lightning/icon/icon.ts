import { api, LightningElement } from 'lwc';

/** Stands in for `lightning-icon`: what a screen reader says of it. */
export default class Icon extends LightningElement {
  @api iconName = '';
  @api alternativeText = '';
  @api size = 'medium';
  @api variant = '';
}
