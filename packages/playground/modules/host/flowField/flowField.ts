import { LightningElement, api } from 'lwc';
import { toText, type FlowAction, type FlowChoice, type FlowField as Field } from '../../platform/flowScreen.ts';
import type FlowComponent from '../flowComponent/flowComponent.ts';
import { enteredValue, inputTypeOf } from './enteredValue.ts';

/** A base component for input. */
interface Input extends HTMLElement {
  reportValidity(): boolean;
}

/** One field of a flow screen. It keeps the entered value until the runtime asks for it. */
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

  /** A checkbox is never empty, so it is never required. */
  get isRequired(): boolean {
    return this.#field?.isRequired === true && this.#field.dataType !== 'Boolean';
  }

  get inputType(): string {
    return this.#field === undefined ? 'text' : inputTypeOf(this.#field);
  }

  get formatter(): string | undefined {
    return this.#field?.dataType === 'Currency' ? 'currency' : undefined;
  }

  /** With --None--, an optional choice can be undone. */
  get options(): FlowChoice[] {
    return [{ label: '--None--', value: '' }, ...(this.#field?.choices ?? [])];
  }

  handleChange(event: CustomEvent<{ readonly value?: unknown; readonly checked?: boolean }>): void {
    const { value, checked } = event.detail;
    this.entered = this.inputType === 'checkbox' && this.isInput ? checked === true : value;
  }

  /** Whether the flow may go on. A field with a wrong value shows its error. */
  @api validate(): boolean {
    if (this.isComponent) {
      return this.component?.validate() ?? true;
    }
    return this.template?.querySelector<Input>('.input')?.reportValidity() ?? true;
  }

  /**
   * The field's value by its name, and a component's values by `field.attribute`. A field that only shows text has
   * none.
   */
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
