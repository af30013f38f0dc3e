import { accountToCheck, findOwnedContact, known, unknown, type ContactOwner } from 'c/externalUserRules';
import { account, readyContact } from '../../../../../test/jest/facts.ts';

const kim: ContactOwner = {
  id: '003000010000044AAA',
  name: 'Lars Berg',
  accountId: account.id,
  ownerName: 'Kim',
  ownerType: 'PowerPartner'
};
const notAPartner = { ...readyContact, isPartnerAccount: known(false) };

describe('the account whose contacts matter', () => {
  it.each([
    ['is that of the contact, if it is no partner account', notAPartner, account.id],
    ['is none, if it is one', readyContact, null],
    [
      'is none, if it can’t be read whether it is one',
      { ...readyContact, isPartnerAccount: unknown('noAccess') },
      null
    ],
    ['is none for a contact without an account', { ...notAPartner, account: known(null) }, null],
    ['is none, if the account can’t be read', { ...notAPartner, account: unknown('noAccess') }, null]
  ] as const)('%s', (_what, contact, id) => {
    expect(accountToCheck(contact)).toBe(id);
  });
});

describe('the contact that an external user owns', () => {
  const owned = known({ id: kim.id, name: 'Lars Berg', ownerName: 'Kim' });
  it.each([
    ['is the one of the account', known([{ ...kim, accountId: '001X' }, kim]), 3, owned],
    ['is none of another account', known([{ ...kim, accountId: '001X' }]), 2, known(null)],
    ['is none whose owner is internal', known([{ ...kim, ownerType: 'Standard' }]), 2, known(null)],
    ['is found also in an answer that lacks some', known([kim]), 1, owned],
    ['isn’t known, if the answer lacks some', known([{ ...kim, accountId: '001X' }]), 1, unknown('failed')],
    ['isn’t known, if the query is refused', unknown('noAccess'), 1, unknown('noAccess')]
  ] as const)('%s', (_what, answer, most, found) => {
    expect(findOwnedContact(account.id, answer, most)).toEqual(found);
  });
});
