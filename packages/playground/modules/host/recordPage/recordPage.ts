import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { getRecord, type FetchResponse, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import type { RecordPageComponent } from '../../../metadata/recordPageComponents.ts';
import { context } from '../../platform/context.ts';
import { navigateTo } from '../../platform/router.ts';
import { reloadRecords } from '../../platform/recordLoader.ts';
import { registerRefreshContainer, unregisterRefreshContainer } from '../../lightning/refresh/refresh.ts';
import { setPageTitle } from '../pageTitle.ts';
import { messageOf } from './errorMessage.ts';
import { fieldsOf, layoutOf, type Layout } from './layouts.ts';
import { shownFields, type ShownField } from './shownFields.ts';

/**
 * The record page: the highlights panel with the actions, the details, and the projects' components beside them.
 */
export default class RecordPage extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  /** Shows the form at once. */
  @api isEdit = false;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo: WireResult<ObjectInfoRepresentation> = {};

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$optionalFields' })
  record: WireResult<RecordRepresentation> = {};

  #container: number | undefined;

  override connectedCallback(): void {
    this.#container = registerRefreshContainer(document, () => {
      void reloadRecords(this.recordId === undefined ? [] : [this.recordId]);
    });
  }

  override disconnectedCallback(): void {
    if (this.#container !== undefined) {
      unregisterRefreshContainer(this.#container);
    }
  }

  override renderedCallback(): void {
    if (this.personAccountId !== null) {
      navigateTo(`/lightning/r/Account/${this.personAccountId}/view`, true);
    } else if (this.isReady) {
      setPageTitle(`${this.name} | ${this.objectLabel}`);
    }
  }

  /** The form is closed, so its URL gives way to that of the record. */
  handleClose(): void {
    if (this.isEdit) {
      navigateTo(`/lightning/r/${this.objectApiName ?? ''}/${this.recordId ?? ''}/view`, true);
    }
  }

  /** After a move to another object, the wire still holds the info of the previous one. */
  get info(): ObjectInfoRepresentation | undefined {
    const { data } = this.objectInfo;
    return data?.apiName.toLowerCase() === this.objectApiName?.toLowerCase() ? data : undefined;
  }

  get layout(): Layout {
    return layoutOf(this.objectApiName ?? '', this.info?.fields);
  }

  /** The record is not requested before the object's info, which names the custom fields. */
  get optionalFields(): string[] {
    return this.info === undefined ? [] : fieldsOf(this.objectApiName ?? '', this.layout);
  }

  get isReady(): boolean {
    return this.record.data !== undefined && this.info !== undefined && this.personAccountId === null;
  }

  get error(): FetchResponse | undefined {
    return this.record.error ?? this.objectInfo.error;
  }

  get errorMessage(): string {
    return this.error === undefined ? '' : messageOf(this.error);
  }

  get name(): string {
    const name = this.record.data?.fields['Name'];
    return typeof name?.value === 'string' ? name.value : (this.recordId ?? '');
  }

  get objectLabel(): string {
    return this.info?.label ?? '';
  }

  get highlights(): ShownField[] {
    return this.shown(this.layout.highlights);
  }

  get details(): ShownField[] {
    return this.shown(this.layout.details);
  }

  /** The account that is shown instead of its contact, because both are one person [F-125]. */
  get personAccountId(): string | null {
    const fields = this.record.data?.fields ?? {};
    const accountId = fields['AccountId']?.value;
    return fields['IsPersonAccount']?.value === true && typeof accountId === 'string' ? accountId : null;
  }

  /** The projects' components for this object's pages; each is placed once. */
  get components(): RecordPageComponent[] {
    return context.recordPageComponents.filter(
      ({ objects }) => objects.length === 0 || objects.includes(this.objectApiName ?? '')
    );
  }

  get hasComponents(): boolean {
    return this.components.length > 0;
  }

  shown(items: Layout['details']): ShownField[] {
    const { data: record } = this.record;
    return record === undefined || this.info === undefined ? [] : shownFields(items, record, this.info.fields);
  }
}
