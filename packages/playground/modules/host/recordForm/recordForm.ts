import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { callLocalOrg } from '../../platform/callLocalOrg.ts';
import { reloadRecords } from '../../platform/recordLoader.ts';
import { changesOf, refusalOf, type EditedField } from '../detailsCard/editing.ts';
import type { Option } from '../detailsCard/options.ts';

/** The form of a record. Closes after a save, and says what the org refused. */
export default class RecordForm extends LightningElement {
  @api record: RecordRepresentation | undefined;
  /** The fields with their values from before the edit. */
  @api edited: readonly EditedField[] = [];
  /** The options of each picklist and lookup, by the name of the field. */
  @api options: Readonly<Record<string, readonly Option[]>> = {};

  isSaving = false;
  problem = '';

  #entered: Record<string, string | boolean> = {};
  #hasFocused = false;

  override renderedCallback(): void {
    const first = this.#hasFocused ? null : this.template?.querySelector<HTMLElement>('.input');
    if (first) {
      this.#hasFocused = true;
      first.focus();
    }
  }

  get inputs(): { readonly field: EditedField; readonly isList: boolean; readonly options: readonly Option[] }[] {
    const none = { label: '--None--', value: '' };
    return this.edited.map((field) => {
      const isList = field.isPicklist || field.lookupTo !== '';
      return { field, isList, options: [none, ...(this.options[field.name] ?? [])] };
    });
  }

  handleCancel(): void {
    this.close();
  }

  handleChange(event: CustomEvent<{ readonly value?: string; readonly checked?: boolean }>): void {
    const { currentTarget: input, detail } = event;
    const name = input instanceof HTMLElement ? input.dataset['name'] : undefined;
    const field = this.edited.find((candidate) => candidate.name === name);
    if (field !== undefined) {
      this.#entered[field.name] = field.type === 'checkbox' ? detail.checked === true : (detail.value ?? '');
    }
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    void this.save();
  }

  close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async save(): Promise<void> {
    const { record } = this;
    if (record === undefined) {
      return;
    }
    this.isSaving = true;
    const fields = changesOf(this.edited, this.#entered);
    const answer = await callLocalOrg('PATCH', `/ui-api/records/${record.id}`, { fields });
    this.isSaving = false;
    if (answer.ok) {
      this.close();
      await reloadRecords([record.id]);
    } else {
      this.problem = refusalOf(answer.error);
    }
  }
}
