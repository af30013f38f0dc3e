import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

/** A headless quick action: nothing is drawn, `invoke` is called. */
export default class CountCalls extends LightningElement {
  @api recordId;

  @api async invoke() {
    await Promise.resolve();
    this.dispatchEvent(
      new ShowToastEvent({ title: 'Counted', message: this.recordId, variant: 'warning', mode: 'sticky' })
    );
  }
}
