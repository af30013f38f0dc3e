import { LightningElement, api } from 'lwc';
import { FlowAttributeChangeEvent, FlowNavigationNextEvent } from 'lightning/flowSupport';

/** A flow screen component as anybody writes one: it changes nothing itself, and tells the flow. */
export default class RateContact extends LightningElement {
  @api availableActions = [];
  @api rating;
  @api subject;

  @api
  get verdict() {
    return this.rating === null ? '' : this.rating > 3 ? 'Good' : 'Poor';
  }

  get question() {
    return `How was ${this.subject}?`;
  }

  get canGoOn() {
    return this.availableActions.includes('NEXT');
  }

  @api
  validate() {
    return this.rating >= 1 && this.rating <= 5
      ? { isValid: true }
      : { isValid: false, errorMessage: 'Rate from 1 to 5.' };
  }

  handleChange(event) {
    this.dispatchEvent(new FlowAttributeChangeEvent('rating', Number(event.detail.value)));
  }

  handleSend() {
    this.dispatchEvent(new FlowNavigationNextEvent());
  }
}
