import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';

/** A record page component of another repository, in plain JavaScript. */
export default class ContactBadge extends LightningElement {
  @api recordId;
  @api objectApiName;
  @api prefix;
  @api isLoud;

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  record;

  get fields() {
    return [`${this.objectApiName}.Name`];
  }

  get greeting() {
    const name = getFieldValue(this.record.data, `${this.objectApiName}.Name`) ?? '';
    return `${this.prefix} ${this.isLoud ? name.toUpperCase() : name}`;
  }
}
