import { api, LightningElement } from 'lwc';

interface Option {
  readonly label: string;
  readonly value: string;
  /** The second line of the option. */
  readonly description?: string;
}

/** Replaces `lightning-combobox` with a native list of the same options. */
export default class Combobox extends LightningElement {
  @api label = '';
  @api name = '';
  @api value = '';
  @api required = false;
  @api placeholder = '';
  @api fieldLevelHelp = '';
  @api options: readonly Option[] = [];

  shownMessage = '';
  private customMessage = '';

  get isInvalid(): string {
    return String(this.shownMessage !== '');
  }

  get items(): readonly (Option & { readonly isSelected: boolean })[] {
    return this.options.map((option) => ({ ...option, isSelected: option.value === this.value }));
  }

  get isEmpty(): boolean {
    return !this.options.some(({ value }) => value === this.value);
  }

  @api setCustomValidity(message: string): void {
    this.customMessage = message;
  }

  @api reportValidity(): boolean {
    this.shownMessage = this.customMessage;
    return this.customMessage === '';
  }

  @api focus(): void {
    this.template?.querySelector('select')?.focus();
  }

  handleChange(event: Event): void {
    event.stopPropagation();
    if (event.target instanceof HTMLSelectElement) {
      this.dispatchEvent(new CustomEvent('change', { detail: { value: event.target.value } }));
    }
  }

  handleBlur(): void {
    this.dispatchEvent(new CustomEvent('blur'));
  }
}
