import { LightningElement, api } from 'lwc';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { RefreshEvent } from '../../lightning/refresh/refresh.ts';
import { loadPart } from '../laterPart.ts';
import { owner, type LayoutItem } from '../recordPage/layouts.ts';
import type { ShownField } from '../recordPage/shownFields.ts';
import type RecordForm from '../recordForm/recordForm.ts';
import { editedFields, type EditedField } from './editing.ts';
import { readOptions, type Option } from './options.ts';

/** The fields of a record; the form to change them is loaded when it is opened. Refresh shows what flows changed after a save. */
export default class DetailsCard extends LightningElement {
  @api record: RecordRepresentation | undefined;
  @api objectInfo: ObjectInfoRepresentation | undefined;
  @api items: readonly LayoutItem[] = [];
  @api fields: readonly ShownField[] = [];
  /** Shows the form as soon as the record is there. */
  @api isEditRequested = false;

  /** The fields with their values from before the edit. */
  edited: readonly EditedField[] = [];
  options: Readonly<Record<string, readonly Option[]>> = {};
  form: typeof RecordForm | null = null;
  /** Why there is no form; empty as long as it may still come. */
  problem = '';
  isEditing = false;
  /** Whether the form is being built or loaded. */
  isWaiting = false;

  /** Whether Edit gets the focus after the next rendering, because the form that had it is removed. */
  #focusesEdit = false;
  /** The record whose form was shown at once. */
  #requested = '';

  override renderedCallback(): void {
    const requested = this.isEditRequested && this.canEdit ? (this.record?.id ?? '') : '';
    if (requested !== '' && requested !== this.#requested) {
      void this.edit(this.items);
    }
    this.#requested = this.isEditRequested ? requested || this.#requested : '';
    const edit = this.#focusesEdit ? this.template?.querySelector<HTMLElement>('.edit') : null;
    if (edit) {
      this.#focusesEdit = false;
      edit.focus();
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

  handleEdit(): void {
    void this.edit(this.items);
  }

  handleChangeOwner(): void {
    void this.edit([{ ...owner, isReadOnly: false }]);
  }

  handleRefresh(): void {
    this.dispatchEvent(new RefreshEvent());
  }

  handleClose(): void {
    this.isEditing = false;
    this.#focusesEdit = true;
    this.dispatchEvent(new CustomEvent('close'));
  }

  async edit(items: readonly LayoutItem[]): Promise<void> {
    const { record, objectInfo } = this;
    if (record === undefined || objectInfo === undefined) {
      return;
    }
    this.edited = editedFields(items, record, objectInfo.fields);
    this.isWaiting = true;
    try {
      const [{ default: form }, options] = await Promise.all([
        loadPart(
          () => import('../recordForm/recordForm.ts'),
          (words) => {
            this.problem = words;
          }
        ),
        readOptions(record.apiName, this.edited)
      ]);
      this.form = form;
      this.options = options;
      this.isEditing = true;
    } finally {
      this.isWaiting = false;
    }
  }
}
