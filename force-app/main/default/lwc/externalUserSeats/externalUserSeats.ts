import { api, LightningElement } from 'lwc';
import { sentenceForSeats } from 'c/externalUserLabels';
import { seatsLeft, valueOr, type License } from 'c/externalUserRules';

/** The bar appears where a smaller share of the seats is left. */
const FEW = 0.1;

/** Shows the seats of a license as a sentence, and as a bar if few are left. */
export default class ExternalUserSeats extends LightningElement {
  @api license: License | undefined;

  get sentence(): string {
    return this.license === undefined ? '' : sentenceForSeats(this.license);
  }

  /** The width of the bar's filled part; undefined, and so no bar, while there are enough seats. */
  get filled(): string | undefined {
    const { license } = this;
    const left = license === undefined ? undefined : valueOr(seatsLeft(license), undefined);
    const total = license === undefined ? undefined : valueOr(license.total, undefined);
    return left === undefined || total === undefined || left >= FEW * total
      ? undefined
      : `width: ${String(Math.round((100 * (total - left)) / total))}%`;
  }
}
