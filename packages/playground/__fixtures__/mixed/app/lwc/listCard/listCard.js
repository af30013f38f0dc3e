import { LightningElement, wire } from 'lwc';
import { getListUi } from 'lightning/uiListApi';

export default class ListCard extends LightningElement {
  @wire(getListUi, { objectApiName: 'Contact', listViewApiName: 'AllContacts' })
  list;
}
