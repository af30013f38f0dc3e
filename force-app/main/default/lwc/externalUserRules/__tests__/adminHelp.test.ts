import { findAdminTasks, type Finding, type FindingCode, type SetupPermission } from 'c/externalUserRules';

const record = { id: '005000010000004AAA', name: 'Freja Lindqvist' };

function blocked(code: FindingCode, changes: Partial<Finding> = {}): Finding {
  return { check: 'owner', code, status: 'blocked', record: null, words: [], fix: null, ...changes };
}

describe('findAdminTasks', () => {
  it.each<[FindingCode, SetupPermission]>([
    ['permissionMissing', 'AssignPermissionSets'],
    ['permissionCustomersOnly', 'AssignPermissionSets'],
    ['ownerWithoutRole', 'ManageInternalUsers'],
    ['ownerInactive', 'ManageInternalUsers'],
    ['experiencesOff', 'CustomizeApplication'],
    ['profileMissing', 'ManageProfilesPermissionsets']
  ])('needs an administrator for %s, unless the person has the permission %s', (code, permission) => {
    expect(findAdminTasks([blocked(code)], new Set())).toHaveLength(1);
    expect(findAdminTasks([blocked(code)], new Set([permission]))).toEqual([]);
  });

  it('names the permission that the fix takes, but not the one that assigns what the sentence asks for', () => {
    const tasks = findAdminTasks([blocked('permissionMissing'), blocked('ownerInactive')], new Set());
    expect(tasks.map(({ permission }) => permission)).toEqual([null, 'ManageInternalUsers']);
  });

  it('needs an administrator for more seats, which no permission gives', () => {
    const seats = blocked('seatsTaken');
    expect(findAdminTasks([seats], new Set(['ManageInternalUsers']))).toMatchObject([{ permission: null }]);
    expect(findAdminTasks([seats], new Set(['CustomizeApplication']))).toEqual([]);
  });

  it.each([
    ['a contact that a person can edit', blocked('accountMissing', { fix: 'editContact' })],
    ['a warning', blocked('permissionCustomersOnly', { status: 'warning' })]
  ])('needs none for %s', (_what, found) => {
    expect(findAdminTasks([found], new Set())).toEqual([]);
  });

  it('gives every way to fix it, also on pages of Setup that the person can’t open', () => {
    const otherFixes = [{ fix: 'changeOwner', record, words: ['x'] }] as const;
    const owner = blocked('ownerWithoutRole', { fix: 'giveRole', record, words: ['x'], otherFixes });
    const tasks = findAdminTasks([blocked('permissionMissing'), owner], new Set());
    expect(tasks.map(({ offers }) => offers.map(({ fix, record: of }) => [fix, of?.name]))).toEqual([
      [['setUpPermissions', undefined]],
      [
        ['giveRole', record.name],
        ['changeOwner', record.name]
      ]
    ]);
  });

  it.each<[FindingCode, string | undefined]>([
    ['permissionMissing', 'setUpPermissions'],
    ['permissionCustomersOnly', 'setUpPermissions'],
    ['experiencesOff', 'setUpExperiences'],
    ['profileMissing', 'setUpProfiles'],
    ['seatsTaken', 'setUpLicenses'],
    ['ownerWithoutRole', undefined]
  ])('offers for %s, which the person can’t fix, the page of Setup %s', (code, fix) => {
    const [task] = findAdminTasks([blocked(code)], new Set());
    expect(task?.offers).toEqual(fix === undefined ? [] : [{ fix, record: null, words: [] }]);
  });

  it('keeps the ways that the finding has itself', () => {
    const found = blocked('seatsTaken', { fix: 'setUpLicenses', words: ['Customer Community'] });
    expect(findAdminTasks([found], new Set())[0]?.offers).toEqual([found]);
  });
});
