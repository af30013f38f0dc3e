import { LightningElement, api } from 'lwc';
import type { FlowInputs } from '../../platform/flowInterview.ts';
import { openUrl } from '../../platform/router.ts';
import { readFlowUrl } from './flowUrl.ts';

/**
 * The page of a flow. When the flow finishes, the page opens `retURL` or starts the flow again. Salesforce Help:
 * Understanding When a Screen Flow Finishes.
 */
export default class FlowPage extends LightningElement {
  flow: { readonly name: string; readonly inputs: FlowInputs } | null = null;

  #page: { readonly flowName: string } | undefined;

  /** Each navigation sets it, even one to the same flow. */
  @api
  get page(): { readonly flowName: string } | undefined {
    return this.#page;
  }
  set page(page: { readonly flowName: string } | undefined) {
    this.#page = page;
    this.flow = page === undefined ? null : { name: page.flowName, inputs: readFlowUrl(location).inputs };
  }

  handleFinished(event: Event): void {
    const { returnUrl } = readFlowUrl(location);
    if (returnUrl !== null) {
      event.preventDefault();
      openUrl(returnUrl, false);
    }
  }
}
