import { accountsToCheck, withExternallyOwned } from 'c/externalUserOrg';
import { known, unknown } from 'c/externalUserRules';
import { fieldUndefined, noAccess, queryData } from '../../../../../test/jest/answers.ts';
import { account, readyContact } from '../../../../../test/jest/facts.ts';

const contact = { ...readyContact, isPartnerAccount: known(false) };
const node = (accountId: string, userType: string) => ({
  Id: '003000010000044AAA',
  Name: { value: 'Lars Berg' },
  AccountId: { value: accountId },
  Owner: { Name: { value: 'Min-jun Kim' }, UserType: { value: userType } }
});
const other = node('001000010000099AAA', 'PowerPartner');
const data = (...nodes: readonly object[]) => ({ data: queryData({ Contact: nodes as never[] }) });

it.each([
  [
    'a partner',
    data(other, node(account.id, 'PowerPartner')),
    known({ id: '003000010000044AAA', name: 'Lars Berg', ownerName: 'Min-jun Kim' })
  ],
  ['nobody outside', data(node(account.id, 'Standard')), known(null)],
  ['an external user of another account only', data(other), known(null)],
  [
    'perhaps somebody who is not in a full answer',
    data(...Array.from({ length: 200 }, () => other)),
    unknown('failed')
  ],
  ['somebody, before the answer', {}, unknown('pending')],
  ['somebody who can’t be read', { errors: [noAccess] }, unknown('noAccess')],
  ['somebody in an org without User.UserType', { errors: [fieldUndefined] }, unknown('notInOrg')]
])('The contacts of an account belong to %s.', (_who, result, externallyOwned) => {
  expect(withExternallyOwned(contact, result)).toEqual({ ...contact, externallyOwned });
});

it('Only accounts that are known to be no partner accounts are asked for, each once.', () => {
  const unread = { ...contact, isPartnerAccount: unknown('notInOrg') };
  expect(accountsToCheck([contact, contact, readyContact, unread, { ...contact, account: known(null) }])).toEqual([
    account.id
  ]);
  expect(withExternallyOwned(readyContact, {})).toBe(readyContact);
});
