import { api, LightningElement } from 'lwc';

/** Replaces `lightning-input`: label, value and the message that `reportValidity` shows. */
export default class Input extends LightningElement {
  @api label = '';
  @api name = '';
  @api type = 'text';
  @api value = '';
  @api required = false;
  @api fieldLevelHelp = '';

  shownMessage = '';
  private customMessage = '';

  get isInvalid(): string {
    return String(this.shownMessage !== '');
  }

  @api setCustomValidity(message: string): void {
    this.customMessage = message;
  }

  @api reportValidity(): boolean {
    this.shownMessage = this.customMessage;
    return this.customMessage === '';
  }

  @api focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  handleInput(event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      this.dispatchEvent(new CustomEvent('change', { detail: { value: event.target.value } }));
    }
  }

  handleBlur(): void {
    this.dispatchEvent(new CustomEvent('blur'));
  }
}
