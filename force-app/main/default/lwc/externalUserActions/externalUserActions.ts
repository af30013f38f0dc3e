import { LightningElement } from 'lwc';

/** The buttons of a screen with a long table below: they stay in sight. */
export default class ExternalUserActions extends LightningElement {}
