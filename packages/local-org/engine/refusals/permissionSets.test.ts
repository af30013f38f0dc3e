import type { Answer, Caller } from '../../testing/caller.ts';
import { edges, salesOpsOf } from '../../testing/salesOps.ts';

describe('permission-set-assignments', () => {
  const assign = (caller: Caller, permissionSet: string, assignee: unknown): Promise<Answer> => {
    const type = caller.localOrg.org.schema.object('PermissionSet');
    const found =
      type === undefined ? undefined : caller.localOrg.org.all(type).find(({ Label }) => Label === permissionSet);
    return caller.call('POST', '/ui-api/records', {
      apiName: 'PermissionSetAssignment',
      fields: { AssigneeId: assignee, PermissionSetId: found?.Id }
    });
  };

  it('assigns a permission set of the same license once, and refuses one of another license', async () => {
    const caller = salesOpsOf('permission-set-assignments');
    const customer = caller.named('User', 'Zoë Müller-Lüdenscheidt').Id;
    expect(await assign(caller, 'Acme Orders', customer)).toMatchObject({ status: 201 });
    expect(await assign(caller, 'Acme Orders', customer)).toMatchObject({
      status: 400,
      body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE' }] } }
    });
    expect(await assign(caller, 'Acme Deals', customer)).toMatchObject({
      status: 400,
      body: {
        output: {
          errors: [
            {
              errorCode: 'FIELD_INTEGRITY_EXCEPTION',
              message: expect.stringMatching(/^Can't assign permission set Acme Deals to user Zoë/)
            }
          ]
        }
      }
    });
    expect(await assign(caller, 'Acme Deals', caller.named('User', '민준 김').Id)).toMatchObject({ status: 201 });
  });

  it('lists permission sets with their license through GraphQL', async () => {
    const caller = salesOpsOf('permission-set-assignments');
    expect(
      await caller.graphql(
        '{ uiapi { query { PermissionSet(where: { Name: { like: "Acme\\\\_%" } }, orderBy: { Label: { order: ASC } }) { edges { node { Label { value } LicenseId { value } } } } } } }'
      )
    ).toMatchObject(
      edges('PermissionSet', [
        { Label: { value: 'Acme Deals' }, LicenseId: { value: caller.named('UserLicense', 'Partner Community').Id } },
        { Label: { value: 'Acme Orders' }, LicenseId: { value: null } }
      ])
    );
  });

  it('UI API does not support assignments in the org ready', async () => {
    const caller = salesOpsOf('ready');
    expect(await assign(caller, 'External User Partner Accounts', caller.localOrg.people[0]?.userId)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE' }]
    });
  });
});
