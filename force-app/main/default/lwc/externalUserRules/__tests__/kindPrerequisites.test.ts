import { findPartnerBlocker, findSeatBlocker, known, unknown } from 'c/externalUserRules';
import {
  account,
  customerLicense,
  customerProfile,
  fullLicense,
  loginLicense,
  readyContact
} from '../../../../../test/jest/facts.ts';

describe('findPartnerBlocker', () => {
  const notEnabled = { ...readyContact, isPartnerAccount: known(false) };

  it('blocks a partner user of an account that is not a partner account, and can enable it', () => {
    expect(findPartnerBlocker('partner', notEnabled)).toEqual({
      code: 'partnerAccountNotEnabled',
      status: 'blocked',
      record: account,
      words: [account.name],
      fix: 'enablePartnerAccount'
    });
  });

  it.each([
    ['a customer user', 'customer', notEnabled],
    ['an enabled account', 'partner', readyContact],
    ['an org without Account.IsPartner', 'partner', { ...readyContact, isPartnerAccount: unknown('notInOrg') }],
    ['an account that cannot be read', 'partner', { ...notEnabled, account: unknown('noAccess') }],
    ['a contact without account', 'partner', { ...notEnabled, account: known(null) }]
  ] as const)('lets %s be', (_who, kind, contact) => {
    expect(findPartnerBlocker(kind, contact)).toBeNull();
  });
});

describe('findSeatBlocker', () => {
  it('blocks a profile whose licence is full, and names the licence', () => {
    const finding = findSeatBlocker({ ...customerProfile, license: known(fullLicense) });
    expect(finding).toMatchObject({ code: 'seatsTaken', status: 'blocked', words: ['Customer Community'], fix: null });
  });

  it.each([
    ['no profile is chosen', undefined],
    ['a seat is free', customerProfile],
    ['exactly one seat is free', { ...customerProfile, license: known({ ...fullLicense, used: known(19) }) }],
    ['log-ins are counted, not seats', { ...customerProfile, license: known(loginLicense) }],
    ['the licence is hidden', { ...customerProfile, license: unknown('noAccess') }],
    ['the licence is not there yet', { ...customerProfile, license: unknown('pending') }],
    ['its count is hidden', { ...customerProfile, license: known({ ...customerLicense, used: unknown('noAccess') }) }]
  ] as const)('blocks nothing while %s', (_while, profile) => {
    expect(findSeatBlocker(profile)).toBeNull();
  });
});
