import { callerOf } from '../../testing/caller.ts';

const SOQL =
  'SELECT PermissionsManagePartners, PermissionsViewSetup, PermissionsModifyAllData FROM UserPermissionAccess';

describe('UserPermissionAccess', () => {
  it.each([
    ['ready', 'System Administrator', [true, true, true]],
    ['ready', 'Sales Ops', [true, true, false]],
    ['hidden-setup', 'Sales Ops', [true, false, false]],
    ['ready', 'Without permission', [false, false, false]]
  ])('in the org %s has one row with the permissions of %s', async (org, label, held) => {
    const [ManagePartners, ViewSetup, ModifyAllData] = held;
    const { body } = await callerOf(org).as(label).query(SOQL);
    expect(body).toMatchObject({
      totalSize: 1,
      records: [
        {
          PermissionsManagePartners: ManagePartners,
          PermissionsViewSetup: ViewSetup,
          PermissionsModifyAllData: ModifyAllData
        }
      ]
    });
  });

  it('has no field for a permission that does not exist', async () => {
    const { status, body } = await callerOf().query('SELECT PermissionsNoSuchThing FROM UserPermissionAccess');
    expect({ status, body }).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
  });
});
