import { api, LightningElement } from 'lwc';
import { sentenceForSeats } from 'c/externalUserLabels';
import { seatsLeft, valueOr, type License } from 'c/externalUserRules';

/** The seats of a licence as a sentence, and as a bar where they are counted. */
export default class ExternalUserSeats extends LightningElement {
  @api license: License | undefined;
  /** How many were used before; then the sentence says from how many to how many. */
  @api before: number | undefined;

  get sentence(): string {
    return this.license === undefined ? '' : sentenceForSeats(this.license, this.before);
  }

  /** The width of the bar's filled part; without a count there is no bar. */
  get filled(): string | undefined {
    const { license } = this;
    const left = license === undefined ? undefined : valueOr(seatsLeft(license), undefined);
    const total = license === undefined ? undefined : valueOr(license.total, undefined);
    return left === undefined || total === undefined
      ? undefined
      : `width: ${String(total === 0 ? 100 : Math.round((100 * (total - left)) / total))}%`;
  }
}
