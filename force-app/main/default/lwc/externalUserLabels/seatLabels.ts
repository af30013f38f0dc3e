import { seatsLeft, type License } from 'c/externalUserRules';
import seatsLogin from '@salesforce/label/c.ExternalUser_SeatsLogin';
import seatsOf from '@salesforce/label/c.ExternalUser_SeatsOf';
import seatsOfLogin from '@salesforce/label/c.ExternalUser_SeatsOfLogin';
import seatsUnknown from '@salesforce/label/c.ExternalUser_SeatsUnknown';
import freeSeat from '@salesforce/label/c.ExternalUser_FreeSeat';
import freeSeatHelp from '@salesforce/label/c.ExternalUser_FreeSeatHelp';
import freeSeatNobody from '@salesforce/label/c.ExternalUser_FreeSeatNobody';
import freesSeat from '@salesforce/label/c.ExternalUser_FreesSeat';
import deactivateOf from '@salesforce/label/c.ExternalUser_DeactivateOf';
import showMore from '@salesforce/label/c.ExternalUser_ShowMore';
import { fill } from './fill.ts';

/** The labels of Free a seat; `fill` completes those with placeholders (`{0}`). */
export const seatLabels = {
  freeSeat,
  freeSeatHelp,
  freeSeatNobody,
  freesSeat,
  deactivateOf,
  showMore
} as const;

const labels = { seatsLogin, seatsOf, seatsOfLogin, seatsUnknown } as const;

/** Says how many seats of a license are free, as far as that is known. */
export function sentenceForSeats(license: License): string {
  const { name, total, isLoginBased } = license;
  const left = seatsLeft(license);
  if (left.kind !== 'known' || total.kind !== 'known') {
    return fill(isLoginBased ? labels.seatsLogin : labels.seatsUnknown, [name]);
  }
  return fill(isLoginBased ? labels.seatsOfLogin : labels.seatsOf, [name, left.value, total.value].map(String));
}
