import { api, LightningElement } from 'lwc';
import { fixLabelFor } from 'c/externalUserLabels';
import { fixUrl } from 'c/externalUserOrg';
import type { FixOffer } from 'c/externalUserRules';

/**
 * Shows each way to fix something: a link to its page, which opens a new tab and so leaves the action as it is, or a button.
 * The event `fix` of a button bubbles, with what a person chose.
 */
export default class ExternalUserFixes extends LightningElement {
  @api offers: readonly FixOffer[] = [];
  /** `base` for links inside a text. */
  @api variant = 'neutral';

  get buttons() {
    return this.offers.map((offer) => ({ fix: offer.fix, url: fixUrl(offer), label: fixLabelFor(offer) }));
  }

  get hasOffers(): boolean {
    return this.offers.length > 0;
  }

  get className(): string {
    return this.variant === 'base' ? 'links' : 'buttons';
  }

  get buttonClass(): string {
    return this.variant === 'base' ? 'fix slds-button' : 'fix slds-button slds-button_neutral';
  }

  handleFix({ currentTarget }: Event): void {
    const fix = currentTarget instanceof HTMLElement ? currentTarget.dataset['fix'] : undefined;
    const detail = this.offers.find((offer) => offer.fix === fix);
    if (detail !== undefined) {
      this.dispatchEvent(new CustomEvent<FixOffer>('fix', { detail, bubbles: true, composed: true }));
    }
  }
}
