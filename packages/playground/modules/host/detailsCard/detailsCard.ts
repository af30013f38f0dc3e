import { LightningElement, api } from 'lwc';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { listAt, textAt, valueAt } from 'sf-cli/json';
import { callLocalOrg } from '../../platform/callLocalOrg.ts';
import { reloadRecords } from '../../platform/recordLoader.ts';
import { RefreshEvent } from '../../lightning/refresh/refresh.ts';
import type { LayoutItem } from '../recordPage/layouts.ts';
import type { ShownField } from '../recordPage/shownFields.ts';
import { changesOf, editedFields, refusalOf, type EditedField } from './editing.ts';

interface Option {
  readonly label: string;
  readonly value: string;
}

/** The record type id of objects without record types. UI API Guide: Picklist Values. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The fields of a record, and a form to change them. Refresh shows what flows changed after a save. */
export default class DetailsCard extends LightningElement {
  @api record: RecordRepresentation | undefined;
  @api objectInfo: ObjectInfoRepresentation | undefined;
  @api items: readonly LayoutItem[] = [];
  @api fields: readonly ShownField[] = [];

  /** The fields with their values from before the edit. */
  edited: readonly EditedField[] = [];
  isEditing = false;
  isSaving = false;
  problem = '';
  options: Readonly<Record<string, readonly Option[]>> = {};

  #entered: Record<string, string | boolean> = {};
  /** The element that gets the focus after the next rendering, because the focused one is removed. */
  #nextFocus: '.input' | '.edit' | null = null;

  override renderedCallback(): void {
    const next = this.#nextFocus === null ? null : this.template?.querySelector<HTMLElement>(this.#nextFocus);
    if (next) {
      this.#nextFocus = null;
      next.focus();
    }
  }

  get canEdit(): boolean {
    return this.objectInfo?.updateable === true && !this.isEditing;
  }

  get inputs(): { readonly field: EditedField; readonly options: readonly Option[] }[] {
    const none = { label: '--None--', value: '' };
    return this.edited.map((field) => ({ field, options: [none, ...(this.options[field.name] ?? [])] }));
  }

  handleEdit(): void {
    void this.edit();
  }

  handleCancel(): void {
    this.closeForm();
  }

  handleRefresh(): void {
    this.dispatchEvent(new RefreshEvent());
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

  async edit(): Promise<void> {
    const { record, objectInfo } = this;
    if (record === undefined || objectInfo === undefined) {
      return;
    }
    this.#entered = {};
    this.problem = '';
    this.edited = editedFields(this.items, record, objectInfo.fields);
    this.options = await readOptions(record.apiName, this.edited);
    this.isEditing = true;
    this.#nextFocus = '.input';
  }

  closeForm(): void {
    this.isEditing = false;
    this.#nextFocus = '.edit';
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
      this.closeForm();
      await reloadRecords([record.id]);
    } else {
      this.problem = refusalOf(answer.error);
    }
  }
}

/** Reads the options of each picklist. A picklist without values in the org can only be emptied. */
async function readOptions(object: string, fields: readonly EditedField[]): Promise<Record<string, readonly Option[]>> {
  if (!fields.some(({ isPicklist }) => isPicklist)) {
    return {};
  }
  const path = `/ui-api/object-info/${object}/picklist-values/${MASTER_RECORD_TYPE}`;
  const answer = await callLocalOrg<unknown>('GET', path);
  const all = answer.ok ? valueAt(answer.data, 'picklistFieldValues') : undefined;
  return Object.fromEntries(
    fields.map(({ name, value }) => {
      const options = listAt(all, name, 'values').map((option) => ({
        label: textAt(option, 'label'),
        value: textAt(option, 'value')
      }));
      // The record may hold a value that is no longer offered.
      const isOffered = value === '' || options.some((option) => option.value === value);
      return [name, isOffered ? options : [...options, { label: value, value }]];
    })
  );
}
