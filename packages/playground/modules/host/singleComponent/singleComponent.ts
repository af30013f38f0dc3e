import { LightningElement, api } from 'lwc';
import type { RecordPageComponent } from '../../../metadata/recordPageComponents.ts';
import { context } from '../../platform/context.ts';

/**
 * A page with one component of a project. The URL names its record: `?recordId=003…&objectApiName=Contact`. Its design
 * properties have the defaults that it has on record pages.
 */
export default class SingleComponent extends LightningElement {
  @api bundle = '';

  get component(): RecordPageComponent {
    return (
      context.recordPageComponents.find(({ bundle }) => bundle === this.bundle) ?? {
        bundle: this.bundle,
        objects: [],
        properties: {}
      }
    );
  }

  get recordId(): string {
    return new URLSearchParams(location.search).get('recordId') ?? '';
  }

  get objectApiName(): string {
    return new URLSearchParams(location.search).get('objectApiName') ?? '';
  }
}
