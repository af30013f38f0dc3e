import { seatsLeft, valueOr, type License } from 'c/externalUserRules';
import seatsBefore from '@salesforce/label/c.ExternalUser_SeatsBefore';
import seatsLogin from '@salesforce/label/c.ExternalUser_SeatsLogin';
import seatsOf from '@salesforce/label/c.ExternalUser_SeatsOf';
import seatsOfLogin from '@salesforce/label/c.ExternalUser_SeatsOfLogin';
import seatsUnknown from '@salesforce/label/c.ExternalUser_SeatsUnknown';
import { fill } from './fill.ts';

const labels = { seatsBefore, seatsLogin, seatsOf, seatsOfLogin, seatsUnknown } as const;

/** Says how many seats of a license are free, or how many are used since `before`, as far as that is known. */
export function sentenceForSeats(license: License, before?: number): string {
  const { name, total, isLoginBased } = license;
  const left = seatsLeft(license);
  if (left.kind !== 'known' || total.kind !== 'known') {
    return fill(isLoginBased ? labels.seatsLogin : labels.seatsUnknown, [name]);
  }
  const used = valueOr(license.used, before);
  const unchanged = isLoginBased ? labels.seatsOfLogin : labels.seatsOf;
  const sentence = before === undefined || before === used ? unchanged : labels.seatsBefore;
  return fill(sentence, [name, left.value, total.value, before, used].map(String));
}
