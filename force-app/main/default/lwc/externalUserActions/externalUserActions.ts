import { LightningElement } from 'lwc';

/** The buttons below a long table: they stay in sight. */
export default class ExternalUserActions extends LightningElement {}
