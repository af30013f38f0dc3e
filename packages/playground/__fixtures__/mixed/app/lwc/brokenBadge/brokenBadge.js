import { LightningElement } from 'lwc';
import { level } from 'c/removedLevels';

export default class BrokenBadge extends LightningElement {
  level = level;
}
