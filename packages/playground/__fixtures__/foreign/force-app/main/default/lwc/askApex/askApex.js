import { LightningElement, api } from 'lwc';
import loadScore from '@salesforce/apex/ScoreController.loadScore';

/** Calls Apex, which the local org does not run, and shows what it was told. */
export default class AskApex extends LightningElement {
  @api recordId;

  answer = '';

  async handleAsk() {
    try {
      this.answer = await loadScore({ contactId: this.recordId });
    } catch (error) {
      this.answer = error.body.message;
    }
  }
}
