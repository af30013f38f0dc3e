import { api, LightningElement, wire } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import { accountLabels, labels, sentenceForAccount } from 'c/externalUserLabels';
import { ACCOUNT_FIELDS, ACCOUNT_OPTIONAL_FIELDS, toAccountHolder, type AccountHolder } from 'c/externalUserOrg';

/** The quick action on accounts: finds the contact of a person account, and opens the action of contacts for it. */
export default class EnableExternalUserOfAccount extends NavigationMixin(LightningElement) {
  /** The account. The platform sets it after connectedCallback. */
  @api recordId: string | undefined;

  @wire(getRecord, { recordId: '$recordId', fields: ACCOUNT_FIELDS, optionalFields: ACCOUNT_OPTIONAL_FIELDS })
  receiveAccount(result: WireResult<RecordRepresentation>): void {
    const holder = toAccountHolder(result);
    // A failed refresh must not close the form that is open for the contact.
    if (this.contactId === undefined || holder.kind === 'person') {
      this.holder = holder;
    }
  }

  labels = { ...labels, ...accountLabels };
  private holder: AccountHolder = { kind: 'pending' };

  get contactId(): string | undefined {
    return this.holder.kind === 'person' ? this.holder.contactId : undefined;
  }

  get sentence(): string {
    return sentenceForAccount(this.holder);
  }

  get isBusiness(): boolean {
    return this.holder.kind === 'business';
  }

  handleOpenContacts(): void {
    const { recordId = '' } = this;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordRelationshipPage',
      attributes: { recordId, objectApiName: 'Account', relationshipApiName: 'Contacts', actionName: 'view' }
    });
  }

  handleClose(): void {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
