import accountIsBusiness from '@salesforce/label/c.ExternalUser_AccountIsBusiness';
import accountCardBusiness from '@salesforce/label/c.ExternalUser_AccountCardBusiness';
import accountContactHidden from '@salesforce/label/c.ExternalUser_AccountContactHidden';
import accountUnreadable from '@salesforce/label/c.ExternalUser_AccountUnreadable';
import accountUnanswered from '@salesforce/label/c.ExternalUser_AccountUnanswered';
import openContacts from '@salesforce/label/c.ExternalUser_OpenContacts';
import type { AccountHolder } from 'c/externalUserOrg';
import { fill } from './fill.ts';
import { labels } from './screenLabels.ts';

/** The labels of the quick action on accounts. */
export const accountLabels = { openContacts } as const;

const SENTENCES: Readonly<Record<Exclude<AccountHolder['kind'], 'person'>, string>> = {
  pending: labels.loading,
  business: accountIsBusiness,
  hidden: accountContactHidden,
  gone: accountUnreadable,
  unanswered: accountUnanswered
};

/** Says why an account has no user here, and where to go; empty for a person's account. */
export function sentenceForAccount(holder: AccountHolder): string {
  return holder.kind === 'person'
    ? ''
    : fill(SENTENCES[holder.kind], ['name' in holder ? holder.name : '', labels.title]);
}

/** As `sentenceForAccount`, for the card, which leads to nothing. */
export function sentenceForAccountCard(holder: AccountHolder): string {
  return holder.kind === 'business' ? fill(accountCardBusiness, [holder.name]) : sentenceForAccount(holder);
}
