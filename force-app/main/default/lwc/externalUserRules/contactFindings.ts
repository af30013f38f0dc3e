import { isPending, valueOr } from './fact.ts';
import { kindOfUserType, type ContactFacts, type RecordReference } from './facts.ts';
import { finding, judge, pending, type Check, type Details, type Finding } from './finding.ts';

const CHECKS: readonly Check[] = ['account', 'owner', 'email', 'privacy', 'partner'];

/** Checks the contact and its account; every check is pending until the contact is read. */
export function findContactFindings(contact: ContactFacts | undefined): readonly Finding[] {
  if (contact === undefined) {
    return CHECKS.map(pending);
  }
  const { account } = contact;
  const owned = account.kind === 'known' ? account.value : null;
  const isAwaited = isPending(account);
  return [
    accountOf(contact),
    isAwaited ? pending('owner') : owned && ownerOf(owned, contact),
    owned && contactOwners(owned, contact),
    email(contact),
    privacy(contact),
    isAwaited ? pending('partner') : partnerOrPerson(contact, owned)
  ].filter((found) => found !== null);
}

/**
 * Object Reference, "User", ContactId: "The contact must have a value in the AccountId field or an error occurs"
 * [F-002]. Without access to the account, Salesforce offers no user at all [F-155].
 */
function accountOf({ id, name, account }: ContactFacts): Finding {
  return judge(account, finding('account', 'accountHidden', 'warning', { words: [name] }), (record) => {
    return record === null
      ? finding('account', 'accountMissing', 'blocked', { record: { id, name }, words: [name], fix: 'editContact' })
      : finding('account', 'accountPresent', 'pass', { record, words: [record.name] });
  });
}

/** The owner of the account must have a role. Salesforce Help, "Create Partner Users" [F-003]. */
function ownerOf(account: RecordReference, { owner, isPartnerAccount }: ContactFacts): Finding {
  const hidden: Details = { record: account, words: [account.name] };
  return judge(
    owner,
    finding('owner', 'ownerRoleHidden', 'unknown', hidden),
    ({ id, name, isActive, roleId, userType }) => {
      const record = { id, name };
      const words = [name, account.name];
      if (!valueOr(isActive, true)) {
        return finding('owner', 'ownerInactive', 'blocked', {
          record: account,
          words,
          fix: 'changeOwner',
          otherFixes: [{ fix: 'activateOwner', record, words }]
        });
      }
      return judge(roleId, finding('owner', 'ownerRoleHidden', 'unknown', { ...hidden, record }), (role) => {
        if (role === null) {
          return finding('owner', 'ownerWithoutRole', 'blocked', {
            record,
            words,
            fix: 'giveRole',
            otherFixes: [{ fix: 'changeOwner', record: account, words }]
          });
        }
        // Salesforce doesn't let external users own partner accounts [F-103].
        if (kindOfUserType(valueOr(userType, '')) !== null && !valueOr(isPartnerAccount, true)) {
          return finding('owner', 'ownerExternal', 'warning', { record: account, words, fix: 'changeOwner' });
        }
        return isActive.kind === 'known'
          ? finding('owner', 'ownerReady', 'pass', { record, words })
          : finding('owner', 'ownerRoleHidden', 'unknown', { ...hidden, record });
      });
    }
  );
}

/** Salesforce makes no partner account of an account with a contact that an external user owns [F-103]. */
function contactOwners(account: RecordReference, { isPartnerAccount, externallyOwned }: ContactFacts): Finding | null {
  if (externallyOwned === undefined || isPending(externallyOwned) || valueOr(isPartnerAccount, true)) {
    return null;
  }
  const hidden = finding('contactOwners', 'contactOwnersHidden', 'unknown', { record: account, words: [account.name] });
  if (externallyOwned.kind === 'unknown') {
    return hidden;
  }
  const contact = externallyOwned.value;
  return (
    contact &&
    finding('contactOwners', 'contactOwnerExternal', 'warning', {
      record: { id: contact.id, name: contact.name },
      words: [contact.ownerName, contact.name, account.name],
      fix: 'changeContactOwner'
    })
  );
}

/** A missing email only warns: the user needs one, but the form accepts another one than the contact's. */
function email({ id, name, email: address }: ContactFacts): Finding {
  const details: Details = { record: { id, name }, words: [address ?? name], fix: 'editContact' };
  if (address === null) {
    return finding('email', 'emailMissing', 'warning', details);
  }
  // No mail arrives in `.invalid` (RFC 2606), which sandboxes append to addresses [F-014].
  return /\.invalid$/i.test(address)
    ? finding('email', 'emailUnusable', 'warning', details)
    : finding('email', 'emailPresent', 'pass', { words: [address] });
}

/**
 * The user is created, but may become no member of a site. Knowledge Article 000390958: "Don't Process" and "Forget this
 * Individual" [F-013].
 */
function privacy({ id, name, refusesProcessing, asksToBeForgotten }: ContactFacts): Finding {
  const words = [name];
  const details: Details = { record: { id, name }, words, fix: 'editContact' };
  const hidden = finding('privacy', 'processingHidden', 'unknown', { words });
  // A preference that is on warns, also where the other one can't be read.
  if (valueOr(asksToBeForgotten, false)) {
    return finding('privacy', 'forgettingAsked', 'warning', details);
  }
  if (valueOr(refusesProcessing, false)) {
    return finding('privacy', 'processingRefused', 'warning', details);
  }
  return judge(refusesProcessing, hidden, () =>
    judge(asksToBeForgotten, hidden, () => finding('privacy', 'processingAllowed', 'pass'))
  );
}

/** Account.IsPartner exists only if partner accounts are enabled; a person account can't be a partner account. */
function partnerOrPerson(contact: ContactFacts, account: RecordReference | null): Finding | null {
  if (valueOr(contact.isPersonAccount, false)) {
    return finding('personAccount', 'personAccount', 'warning', { words: [contact.name] });
  }
  if (account === null) {
    return null;
  }
  const details: Details = { record: account, words: [account.name] };
  return judge(contact.isPartnerAccount, finding('partner', 'partnerAccountsOff', 'unknown', details), (isPartner) => {
    return isPartner
      ? finding('partner', 'partnerAccount', 'pass', details)
      : finding('partner', 'partnerAccountNotEnabled', 'warning', { ...details, fix: 'enablePartnerAccount' });
  });
}
