import { seatsLeft, type ContactFacts, type ExternalProfile, type ExternalUserKind } from './facts.ts';
import { finding, type Finding } from './prerequisites.ts';

/**
 * What stands between this contact and a partner user, or null.
 * Help, Create Partner Users: "ensure that the account has been enabled as a Partner Account".
 */
export function findPartnerBlocker(kind: ExternalUserKind, contact: ContactFacts): Finding | null {
  const { account, isPartnerAccount } = contact;
  if (kind === 'customer' || account.kind === 'unknown' || account.value === null) {
    return null;
  }
  return isPartnerAccount.kind === 'known' && !isPartnerAccount.value
    ? finding('partnerAccountNotEnabled', 'blocked', {
        record: account.value,
        words: [account.value.name],
        fix: 'enablePartnerAccount'
      })
    : null;
}

/** The chosen profile's licence has no seat for one more active user, or null where it has one or it is not known. */
export function findSeatBlocker(profile: ExternalProfile | undefined): Finding | null {
  if (profile?.license.kind !== 'known') {
    return null;
  }
  const left = seatsLeft(profile.license.value);
  return left.kind === 'known' && left.value === 0
    ? finding('seatsTaken', 'blocked', { words: [profile.license.value.name] })
    : null;
}
