import { LightningElement, api } from 'lwc';

export default class FormCard extends LightningElement {
  @api recordId;
}
