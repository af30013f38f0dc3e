import { toPermissionSets } from 'c/externalUserOrg';
import { noAccess, queryData } from '../../../../../test/jest/answers.ts';
import { customerLicense } from '../../../../../test/jest/facts.ts';

const data = queryData({
  PermissionSet: [
    { Id: '0PS01', Label: { value: 'For anyone' }, LicenseId: { value: null } },
    { Id: '0PS02', Label: { value: 'For customers' }, LicenseId: { value: customerLicense.id } },
    { Id: '0PS03', Label: { value: 'For employees' }, LicenseId: { value: '100000010000001AAA' } },
    { Id: '0PS04', Label: { value: 'With a permission set license' }, LicenseId: { value: '0PL000010000001AAA' } },
    { Id: '0PS05', Label: { value: 'License not readable' } }
  ]
});

describe('permission sets', () => {
  it.each([
    ['of another user license are left out', customerLicense, ['0PS01', '0PS02', '0PS04', '0PS05']],
    [
      'are all there where only the name of the license is known',
      { ...customerLicense, id: '' },
      ['0PS01', '0PS02', '0PS03', '0PS04', '0PS05']
    ],
    ['are all there where the license is not known', undefined, ['0PS01', '0PS02', '0PS03', '0PS04', '0PS05']]
  ])('%s', (_what, license, ids) => {
    expect(toPermissionSets({ data }, license)?.map(({ value }) => value)).toEqual(ids);
  });

  it('are shown with their labels', () => {
    expect(toPermissionSets({ data }, customerLicense)?.[0]).toEqual({ value: '0PS01', label: 'For anyone' });
  });

  it('are undefined until there is an answer', () => {
    expect(toPermissionSets({}, customerLicense)).toBeUndefined();
  });

  it('are an empty list where they are refused', () => {
    expect(toPermissionSets({ errors: [noAccess] }, customerLicense)).toEqual([]);
  });
});
