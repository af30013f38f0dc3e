import { LightningElement, api } from 'lwc';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { callLocalOrg } from '../../platform/callLocalOrg.ts';
import { reloadRecords } from '../../platform/recordLoader.ts';
import { RefreshEvent } from '../../lightning/refresh/refresh.ts';
import { owner, type LayoutItem } from '../recordPage/layouts.ts';
import type { ShownField } from '../recordPage/shownFields.ts';
import { changesOf, editedFields, refusalOf, type EditedField } from './editing.ts';
import { readOptions, type Option } from './options.ts';

/** The fields of a record, and a form to change them. Refresh shows what flows changed after a save. */
export default class DetailsCard extends LightningElement {
  @api record: RecordRepresentation | undefined;
  @api objectInfo: ObjectInfoRepresentation | undefined;
  @api items: readonly LayoutItem[] = [];
  @api fields: readonly ShownField[] = [];
  /** Shows the form as soon as the record is there. */
  @api isEditRequested = false;

  /** The fields with their values from before the edit. */
  edited: readonly EditedField[] = [];
  isEditing = false;
  isSaving = false;
  problem = '';
  options: Readonly<Record<string, readonly Option[]>> = {};

  #entered: Record<string, string | boolean> = {};
  /** The element that gets the focus after the next rendering, because the focused one is removed. */
  #nextFocus: '.input' | '.edit' | null = null;
  /** The record whose form was shown at once. */
  #requested = '';

  override renderedCallback(): void {
    const requested = this.isEditRequested && this.canEdit ? (this.record?.id ?? '') : '';
    if (requested !== '' && requested !== this.#requested) {
      void this.edit(this.items);
    }
    this.#requested = this.isEditRequested ? requested || this.#requested : '';
    const next = this.#nextFocus === null ? null : this.template?.querySelector<HTMLElement>(this.#nextFocus);
    if (next) {
      this.#nextFocus = null;
      next.focus();
    }
  }

  get canEdit(): boolean {
    return this.objectInfo?.updateable === true && !this.isEditing;
  }

  /** A record of a person or a queue; the details of other records have no owner. */
  get canChangeOwner(): boolean {
    const hasOwner = this.items.some(({ field }) => field === owner.field);
    return this.canEdit && hasOwner && this.objectInfo?.fields[owner.field]?.updateable === true;
  }

  get inputs(): { readonly field: EditedField; readonly isList: boolean; readonly options: readonly Option[] }[] {
    const none = { label: '--None--', value: '' };
    return this.edited.map((field) => {
      const isList = field.isPicklist || field.lookupTo !== '';
      return { field, isList, options: [none, ...(this.options[field.name] ?? [])] };
    });
  }

  handleEdit(): void {
    void this.edit(this.items);
  }

  handleChangeOwner(): void {
    void this.edit([{ ...owner, isReadOnly: false }]);
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

  async edit(items: readonly LayoutItem[]): Promise<void> {
    const { record, objectInfo } = this;
    if (record === undefined || objectInfo === undefined) {
      return;
    }
    this.#entered = {};
    this.problem = '';
    this.edited = editedFields(items, record, objectInfo.fields);
    this.options = await readOptions(record.apiName, this.edited);
    this.isEditing = true;
    this.#nextFocus = '.input';
  }

  closeForm(): void {
    this.isEditing = false;
    this.#nextFocus = '.edit';
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
      this.closeForm();
      await reloadRecords([record.id]);
    } else {
      this.problem = refusalOf(answer.error);
    }
  }
}
