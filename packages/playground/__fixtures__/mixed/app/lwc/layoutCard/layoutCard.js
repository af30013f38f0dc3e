import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';

export default class LayoutCard extends LightningElement {
  @api recordId;

  @wire(getRecord, { recordId: '$recordId', layoutTypes: ['Full'] })
  record;
}
