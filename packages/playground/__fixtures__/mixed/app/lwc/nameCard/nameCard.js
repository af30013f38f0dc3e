import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import NAME from '@salesforce/schema/Contact.Name';

export default class NameCard extends LightningElement {
  @api recordId;

  @wire(getRecord, { recordId: '$recordId', fields: [NAME] })
  record;

  get name() {
    return getFieldValue(this.record.data, NAME);
  }
}
