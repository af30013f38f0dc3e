import { toText, type FlowField } from '../../platform/flowScreen.ts';

/** The `type` of the lightning-input for a field's data type. Metadata API Guide: FlowScreenField, InputField. */
export function inputTypeOf({ dataType }: FlowField): string {
  switch (dataType) {
    case 'Boolean':
      return 'checkbox';
    case 'Number':
    case 'Currency':
      return 'number';
    case 'Date':
      return 'date';
    case 'DateTime':
      return 'datetime';
    default:
      return 'text';
  }
}

/** The entered value in the type of the field; null when nothing was entered. */
export function enteredValue({ dataType }: FlowField, entered: unknown): string | number | boolean | null {
  switch (dataType) {
    case 'Boolean':
      return entered === true || entered === 'true';
    case 'Number':
    case 'Currency': {
      const text = toText(entered);
      return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
    }
    default:
      return toText(entered) || null;
  }
}
