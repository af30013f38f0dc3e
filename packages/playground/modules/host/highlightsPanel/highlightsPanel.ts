import { LightningElement, api } from 'lwc';
import type { QuickAction } from '../../../metadata/quickActions.ts';
import { context } from '../../platform/context.ts';
import type { ShownField } from '../recordPage/shownFields.ts';
import type { RequestedAction } from '../requestedAction.ts';

/** The top of a record page, with the quick actions that the projects have for the object. */
export default class HighlightsPanel extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api objectLabel = '';
  @api iconName = '';
  @api name = '';
  @api fields: readonly ShownField[] = [];

  get actions(): QuickAction[] {
    return context.quickActions.filter(({ objectApiName }) => objectApiName === this.objectApiName);
  }

  /** The page of a user in Setup, which has role, profile and status [F-050]. */
  get userDetailUrl(): string {
    const address = encodeURIComponent(`/${this.recordId}?noredirect=1`);
    return this.objectApiName === 'User' ? `/lightning/setup/ManageUsers/page?address=${address}` : '';
  }

  handleAction(event: Event): void {
    const { currentTarget: button } = event;
    const apiName = button instanceof HTMLElement ? button.dataset['action'] : undefined;
    const action = this.actions.find((candidate) => candidate.apiName === apiName);
    if (action !== undefined && button instanceof HTMLElement) {
      const detail: RequestedAction = {
        action,
        recordId: this.recordId,
        objectApiName: this.objectApiName,
        returnFocus: () => {
          button.focus();
        }
      };
      this.dispatchEvent(new CustomEvent('runaction', { detail, bubbles: true, composed: true }));
    }
  }
}
