import { LightningElement, api } from 'lwc';
import { toText, type FlowAction, type FlowChoice, type FlowField as Field } from '../../platform/flowScreen.ts';
import type FlowComponent from '../flowComponent/flowComponent.ts';
import { enteredValue, inputTypeOf } from './enteredValue.ts';

/** A base component that a person fills in. */
interface Input extends HTMLElement {
  reportValidity(): boolean;
}

/** One field of a flow screen. It keeps what was entered until the runtime asks for it. */
export default class FlowField extends LightningElement {
  @api availableActions: readonly FlowAction[] = [];

  entered: unknown = null;

  #field: Field | undefined;

  @api
  get field(): Field | undefined {
    return this.#field;
  }
  set field(field: Field | undefined) {
    this.#field = field;
    this.entered = field?.value ?? null;
  }

  get isDisplayText(): boolean {
    return this.#field?.fieldType === 'DisplayText';
  }

  get isComponent(): boolean {
    return this.#field?.fieldType === 'ComponentInstance';
  }

  get isTextArea(): boolean {
    return this.#field?.fieldType === 'LargeTextArea';
  }

  get isRadioGroup(): boolean {
    return this.#field?.fieldType === 'RadioButtons';
  }

  get isDropdown(): boolean {
    return this.#field?.fieldType === 'DropdownBox';
  }

  get isInput(): boolean {
    return this.#field?.fieldType === 'InputField';
  }

  get text(): string {
    return toText(this.entered);
  }

  get isChecked(): boolean {
    return this.entered === true;
  }

  /** A checkbox has a value either way. */
  get isRequired(): boolean {
    return this.#field?.isRequired === true && this.#field.dataType !== 'Boolean';
  }

  get inputType(): string {
    return this.#field === undefined ? 'text' : inputTypeOf(this.#field);
  }

  get formatter(): string | undefined {
    return this.#field?.dataType === 'Currency' ? 'currency' : undefined;
  }

  /** A choice that need not be made may be taken back. */
  get options(): FlowChoice[] {
    return [{ label: '--None--', value: '' }, ...(this.#field?.choices ?? [])];
  }

  handleChange(event: CustomEvent<{ readonly value?: unknown; readonly checked?: boolean }>): void {
    const { value, checked } = event.detail;
    this.entered = this.inputType === 'checkbox' && this.isInput ? checked === true : value;
  }

  /** Whether the flow may go on; a field that is not filled in well says so. */
  @api validate(): boolean {
    if (this.isComponent) {
      return this.component?.validate() ?? true;
    }
    return this.template?.querySelector<Input>('.input')?.reportValidity() ?? true;
  }

  /** The field's answer by its name, a component's by `field.attribute`; none for what only shows a text. */
  @api answer(): [string, unknown][] {
    const field = this.#field;
    if (field === undefined || this.isDisplayText) {
      return [];
    }
    return this.isComponent
      ? Object.entries(this.component?.answer() ?? {}).map(([name, value]) => [`${field.name}.${name}`, value])
      : [[field.name, enteredValue(field, this.entered)]];
  }

  get component(): (FlowComponent & HTMLElement) | null | undefined {
    return this.template?.querySelector<FlowComponent & HTMLElement>('host-flow-component');
  }
}
