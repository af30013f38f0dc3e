import {
  isRoleBased,
  isStandardProfile,
  kindOfUserType,
  known,
  seatsLeft,
  unknown,
  valueOr
} from 'c/externalUserRules';
import { customerLicense, fullLicense, loginLicense } from '../../../../../test/jest/facts.ts';

describe('kindOfUserType', () => {
  it.each([
    ['CspLitePortal', 'customer'],
    ['PowerCustomerSuccess', 'customer'],
    ['CustomerSuccess', 'customer'],
    ['PowerPartner', 'partner'],
    ['Standard', null],
    ['Guest', null],
    ['CsnOnly', null],
    ['', null]
  ])('takes a profile of UserType "%s" as %s', (userType, kind) => {
    expect(kindOfUserType(userType)).toBe(kind);
  });
});

describe('isRoleBased', () => {
  it.each([
    ['PowerCustomerSuccess', true],
    ['PowerPartner', true],
    ['CspLitePortal', false],
    ['Standard', false]
  ])('says of UserType %s: %s', (userType, isOne) => {
    expect(isRoleBased(userType)).toBe(isOne);
  });
});

describe('isStandardProfile', () => {
  // Release notes of Spring '20 and Spring '21, license by license [F-011].
  it.each([
    'Authenticated Website',
    'Bronze Partner User',
    'CSP Lite Portal User',
    'Customer Community User',
    'Customer Community Login User',
    'Customer Community Plus User',
    'Customer Community Plus Login User',
    'Customer Portal Manager',
    'Customer Portal Manager Custom',
    'Customer Portal Manager Standard',
    'External Apps Login User',
    'External Apps Member User',
    'External Apps Plus Login User',
    'External Apps Plus Member User',
    'Gold Partner User',
    'High Volume Customer Portal',
    'High Volume Customer Portal User',
    'HighVolumePortal',
    'Ideas Only Portal User',
    'Limited Customer Portal Manager Custom',
    'Limited Customer Portal Manager Standard',
    'Overage Authenticated Website User',
    'Overage Customer Portal Manager Custom',
    'Overage Customer Portal Manager Standard',
    'Overage High Volume Customer Portal User',
    'Partner User',
    'Partner Community User',
    'Partner Community Login User',
    'Platform Portal User',
    'Silver Partner User'
  ])('recognizes %s', (name) => {
    expect(isStandardProfile(name)).toBe(true);
  });

  it.each([
    'Acme Customer Community User',
    'Customer Community User Custom',
    'Customer Community',
    'External Identity User',
    'Partner',
    'Partner Community Plus User',
    'Acme Partner',
    '',
    'Standard User'
  ])('doesn’t count "%s" as a standard external profile', (name) => {
    expect(isStandardProfile(name)).toBe(false);
  });
});

describe('seatsLeft', () => {
  it.each([
    ['the seats that are not used', customerLicense, known(17)],
    ['zero, if all are used', fullLicense, known(0)],
    ['zero, if more are used than bought', { ...customerLicense, used: known(21) }, known(0)],
    ['the seats of a license that counts log-ins', { ...loginLicense, total: known(20), used: known(4) }, known(16)],
    [
      'zero, if a license that counts log-ins is full',
      { ...loginLicense, total: known(20), used: known(20) },
      known(0)
    ],
    ['not known for a license that counts log-ins and can’t be read', loginLicense, unknown('noAccess')],
    ['zero, if no log-ins were bought', { ...loginLicense, total: known(0) }, known(0)],
    ['why the total is not known', { ...customerLicense, total: unknown('noAccess') }, unknown('noAccess')],
    ['why the used ones are not known', { ...customerLicense, used: unknown('failed') }, unknown('failed')]
  ] as const)('is %s', (_what, license, left) => {
    expect(seatsLeft(license)).toEqual(left);
  });
});

describe('valueOr', () => {
  it('gives the known value, even a null', () => {
    expect(valueOr(known(null), 'fallback')).toBeNull();
  });

  it('gives the fallback for an unknown', () => {
    expect(valueOr(unknown('pending'), 'fallback')).toBe('fallback');
  });
});
