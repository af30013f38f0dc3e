import { api, LightningElement } from 'lwc';

interface Option {
  readonly label: string;
  readonly value: string;
}

/** Replaces `lightning-radio-group` with native radio buttons. */
export default class RadioGroup extends LightningElement {
  @api variant = '';
  @api label = '';
  @api name = '';
  @api value = '';
  @api type = 'radio';
  @api options: readonly Option[] = [];

  get items(): readonly (Option & { readonly isChecked: boolean })[] {
    return this.options.map(({ label, value }) => ({ label, value, isChecked: value === this.value }));
  }

  handleChange(event: Event): void {
    event.stopPropagation();
    if (event.target instanceof HTMLInputElement) {
      this.dispatchEvent(new CustomEvent('change', { detail: { value: event.target.value } }));
    }
  }
}
