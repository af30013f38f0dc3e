import { LightningElement, api, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import ASSISTANT_NAME_FIELD from '@salesforce/schema/Contact.AssistantName';
import ASSISTANT_PHONE_FIELD from '@salesforce/schema/Contact.AssistantPhone';

/** As little as an action can do. Its fields are not on the Contact page: the record has to be asked for, as ours has. */
export default class EditAssistant extends LightningElement {
  @api recordId;

  @wire(getRecord, { recordId: '$recordId', fields: [ASSISTANT_NAME_FIELD, ASSISTANT_PHONE_FIELD] })
  contact;

  typed = {};

  get isLoading() {
    return this.contact.data === undefined;
  }

  get name() {
    return this.typed.AssistantName ?? getFieldValue(this.contact.data, ASSISTANT_NAME_FIELD);
  }

  get phone() {
    return this.typed.AssistantPhone ?? getFieldValue(this.contact.data, ASSISTANT_PHONE_FIELD);
  }

  handleNameChange(event) {
    this.typed = { ...this.typed, AssistantName: event.detail.value };
  }

  handlePhoneChange(event) {
    this.typed = { ...this.typed, AssistantPhone: event.detail.value };
  }

  async handleSave() {
    await updateRecord({ fields: { Id: this.recordId, ...this.typed } });
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
