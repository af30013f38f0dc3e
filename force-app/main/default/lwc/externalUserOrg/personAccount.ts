import type { RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { toContactProblem, type ContactProblem } from './contact.ts';

/** Names in strings, because an org without person accounts has no `PersonContactId` [F-082]. */
export const ACCOUNT_FIELDS: readonly string[] = ['Account.Name'];

/** Left out of the answer where this person or this org lacks them (UI API Developer Guide, Get a Record: optionalFields). */
export const ACCOUNT_OPTIONAL_FIELDS: readonly string[] = ['Account.IsPersonAccount', 'Account.PersonContactId'];

/** Whose account it is: a person's with a contact, a person's whose contact can't be read, a company's, or none that can be read. */
export type AccountHolder =
  | { readonly kind: 'person'; readonly contactId: string }
  | { readonly kind: 'hidden' | 'business'; readonly name: string }
  | { readonly kind: ContactProblem | 'pending' };

/** An org without person accounts answers without both optional fields, so every account is a company's there. */
export function toAccountHolder(result: WireResult<RecordRepresentation>): AccountHolder {
  const problem = toContactProblem(result);
  if (problem !== null) {
    return { kind: problem };
  }
  if (result.data === undefined) {
    return { kind: 'pending' };
  }
  const { Name, IsPersonAccount, PersonContactId } = result.data.fields;
  if (typeof PersonContactId?.value === 'string') {
    return { kind: 'person', contactId: PersonContactId.value };
  }
  const name = typeof Name?.value === 'string' ? Name.value : '';
  return { kind: IsPersonAccount?.value === true ? 'hidden' : 'business', name };
}
