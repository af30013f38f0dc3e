import { api, LightningElement } from 'lwc';
import { sentenceForSeats } from 'c/externalUserLabels';
import { seatsLeft, valueOr, type License } from 'c/externalUserRules';

/** Shows the seats of a license as a sentence, and as a bar if they are counted. */
export default class ExternalUserSeats extends LightningElement {
  @api license: License | undefined;
  /** The seats used before; if it is set, the sentence says how the number changed. */
  @api before: number | undefined;

  get sentence(): string {
    return this.license === undefined ? '' : sentenceForSeats(this.license, this.before);
  }

  /** The width of the bar's filled part; undefined, and so no bar, if the seats are not counted. */
  get filled(): string | undefined {
    const { license } = this;
    const left = license === undefined ? undefined : valueOr(seatsLeft(license), undefined);
    const total = license === undefined ? undefined : valueOr(license.total, undefined);
    return left === undefined || total === undefined
      ? undefined
      : `width: ${String(total === 0 ? 100 : Math.round((100 * (total - left)) / total))}%`;
  }
}
