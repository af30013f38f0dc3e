import { LightningElement, api, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import NAME_FIELD from '@salesforce/schema/Contact.Name';

/** A quick action of another repository, in plain JavaScript. */
export default class GreetContact extends LightningElement {
  @api recordId;
  @api objectApiName;

  greeting = 'Hello';

  @wire(getRecord, { recordId: '$recordId', fields: [NAME_FIELD] })
  contact;

  get name() {
    return getFieldValue(this.contact.data, NAME_FIELD);
  }

  handleChange(event) {
    this.greeting = event.detail.value;
  }

  handleGreet() {
    this.dispatchEvent(
      new ShowToastEvent({
        title: `${this.greeting}, ${this.name}`,
        message: 'Greeted a {0}',
        messageData: [this.objectApiName],
        variant: 'success'
      })
    );
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
