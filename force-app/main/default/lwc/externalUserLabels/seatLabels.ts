import { seatsLeft, type License } from 'c/externalUserRules';
import { fill } from './fill.ts';
import { labels } from './screenLabels.ts';

/** A licence and how many of its seats are free, as far as that is known. `counted` takes name, seats left and total. */
export function sentenceForSeats(license: License, counted: string = labels.seatsOf): string {
  const { name, total, isLoginBased } = license;
  const left = seatsLeft(license);
  if (left.kind === 'known' && total.kind === 'known') {
    return fill(counted, [name, String(left.value), String(total.value)]);
  }
  return fill(isLoginBased ? labels.seatsLogin : labels.seatsUnknown, [name]);
}
