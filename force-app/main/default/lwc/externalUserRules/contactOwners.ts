import { known, unknown, valueOr, type Fact } from './fact.ts';
import { kindOfUserType, type ContactFacts, type OwnedContact } from './facts.ts';

/** A contact with its owner, as a query returns it. */
export interface ContactOwner extends OwnedContact {
  readonly accountId: string;
  /** The owner's `UserType`. */
  readonly ownerType: string;
}

/** The account that a partner user would make a partner account; null if there is none. */
export function accountToCheck({ account, isPartnerAccount }: ContactFacts): string | null {
  return valueOr(isPartnerAccount, true) ? null : (valueOr(account, null)?.id ?? null);
}

/**
 * The contact of an account that an external user owns: with one, the account becomes no partner account [F-103]. Unknown
 * where the answer has all the records that an answer may have, because it then lacks some.
 */
export function findOwnedContact(
  accountId: string,
  answer: Fact<readonly ContactOwner[]>,
  mostRecords: number
): Fact<OwnedContact | null> {
  if (answer.kind === 'unknown') return answer;
  const found = answer.value.find((one) => one.accountId === accountId && kindOfUserType(one.ownerType) !== null);
  if (found !== undefined) return known({ id: found.id, name: found.name, ownerName: found.ownerName });
  return answer.value.length < mostRecords ? known(null) : unknown('failed');
}
