import { LightningElement, api } from 'lwc';

/**
 * Stand-in for `lightning-quick-action-panel`, with header, default slot and footer slot. LWC Component Reference:
 * quick-action-panel.
 */
export default class QuickActionPanel extends LightningElement {
  @api header = '';

  hasFooter = false;

  get hasHeader(): boolean {
    return this.header !== '';
  }

  get footerClass(): string {
    return this.hasFooter ? 'slds-modal__footer' : 'slds-hide';
  }

  get contentClass(): string {
    return `slds-modal__content slds-p-around_medium${this.hasFooter ? '' : ' slds-modal__content_has-no-footer'}`;
  }

  handleFooterChange(event: Event): void {
    const slot = event.target;
    this.hasFooter = slot instanceof HTMLSlotElement && slot.assignedElements({ flatten: true }).length > 0;
  }
}
