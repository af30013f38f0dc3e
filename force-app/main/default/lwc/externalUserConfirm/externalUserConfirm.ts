import { api, LightningElement } from 'lwc';

/** Asks before an action and explains its consequence. It takes the focus when it appears. */
export default class ExternalUserConfirm extends LightningElement {
  @api heading = '';
  @api body = '';
  @api confirmLabel = '';
  @api cancelLabel = '';
  /** Disables both buttons while the confirmed action runs. */
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
      // Escape must close only the question, not the modal around it.
      event.preventDefault();
      event.stopPropagation();
      this.handleCancel();
    }
  }
}
