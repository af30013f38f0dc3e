import { api, LightningElement } from 'lwc';

/** Asks before something is done, and says what that does. The focus comes here when it appears. */
export default class ExternalUserConfirm extends LightningElement {
  @api heading = '';
  @api body = '';
  @api confirmLabel = '';
  @api cancelLabel = '';
  /** What was confirmed is under way; neither button does anything then. */
  @api isBusy = false;

  private hasFocused = false;

  override renderedCallback(): void {
    if (!this.hasFocused) {
      this.hasFocused = true;
      this.template?.querySelector<HTMLElement>('h3')?.focus();
    }
  }

  handleConfirm(): void {
    this.dispatchEvent(new CustomEvent('confirm'));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.isBusy) {
      // Only the question goes away, not the modal that it is asked in.
      event.preventDefault();
      event.stopPropagation();
      this.handleCancel();
    }
  }
}
