import { LightningElement } from 'lwc';

export default class ParentCard extends LightningElement {}
