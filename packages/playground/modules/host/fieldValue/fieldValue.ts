import { LightningElement, api } from 'lwc';
import type { ShownField } from '../recordPage/shownFields.ts';

/** The value of a field, shown by the base component of its type. */
export default class FieldValue extends LightningElement {
  @api field: ShownField | undefined;

  get isEmail(): boolean {
    return this.field?.kind === 'email';
  }

  get isPhone(): boolean {
    return this.field?.kind === 'phone';
  }

  get isUrl(): boolean {
    return this.field?.kind === 'url';
  }

  get isLink(): boolean {
    return this.field?.kind === 'link';
  }

  get text(): string {
    return this.field?.text ?? '';
  }

  get href(): string {
    return this.field?.href ?? '';
  }
}
