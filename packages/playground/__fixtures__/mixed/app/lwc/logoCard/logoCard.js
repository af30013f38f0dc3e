import { LightningElement } from 'lwc';
import logo from '@salesforce/resourceUrl/logo';

export default class LogoCard extends LightningElement {
  logo = logo;
}
