import { api, LightningElement, wire } from 'lwc';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import { sentenceForAccountCard, statusLabels } from 'c/externalUserLabels';
import { ACCOUNT_FIELDS, ACCOUNT_OPTIONAL_FIELDS, toAccountHolder, type AccountHolder } from 'c/externalUserOrg';

/** Shows the external user of a person account on its record page: the card of contacts, for the account's contact. */
export default class ExternalUserCardOfAccount extends LightningElement {
  @api get recordId(): string | undefined {
    return this.accountId;
  }
  set recordId(id: string | undefined) {
    this.accountId = id;
    this.holder = { kind: 'pending' };
  }
  /** App Builder sets these three and gives each its default. */
  @api cardTitle = '';
  @api showSites = false;
  @api showActions = false;

  @wire(getRecord, { recordId: '$accountId', fields: ACCOUNT_FIELDS, optionalFields: ACCOUNT_OPTIONAL_FIELDS })
  receiveAccount(result: WireResult<RecordRepresentation>): void {
    const holder = toAccountHolder(result);
    // A failed refresh must not close the card that is open for the contact.
    if (this.contactId === undefined || holder.kind === 'person') {
      this.holder = holder;
    }
  }

  accountId: string | undefined;
  private holder: AccountHolder = { kind: 'pending' };

  get contactId(): string | undefined {
    return this.holder.kind === 'person' ? this.holder.contactId : undefined;
  }

  get heading(): string {
    return this.cardTitle || statusLabels.cardTitle;
  }

  get sentence(): string {
    return sentenceForAccountCard(this.holder);
  }
}
