import { callerOf } from '../../../testing/caller.ts';
import { deploy, failuresOf, manifest, metadata, type PackageFiles } from '../../../testing/deploy.ts';
import { card } from '../../../testing/greeting.ts';

const permission = (content = ''): string => metadata('CustomPermission', `<label>Eat Fruit</label>${content}`);
const permissionSet = (isEnabled: boolean): string =>
  metadata(
    'PermissionSet',
    `<customPermissions><enabled>${String(isEnabled)}</enabled><name>Eat_Fruit</name></customPermissions><label>Eaters</label>`
  );

const PERMISSION: PackageFiles = { 'customPermissions/Eat_Fruit.customPermission': permission() };

const eaters = (isEnabled = true): PackageFiles => ({
  'permissionsets/Eaters.permissionset': permissionSet(isEnabled)
});

describe('a custom permission', () => {
  it('is granted by an assigned permission set, until its file does not grant it', async () => {
    const caller = callerOf();
    const members = { CustomPermission: ['Eat_Fruit'], PermissionSet: ['Eaters'] };
    const deployed = await deploy(caller, { 'package.xml': manifest(members), ...PERMISSION, ...eaters() });
    expect(failuresOf(deployed)).toEqual([]);
    const [person] = caller.localOrg.people;
    if (person === undefined) throw new Error('The org has nobody');
    const has = (): boolean => caller.localOrg.org.access(person).hasCustomPermission('eat_fruit');
    const before = has();
    await caller.call('POST', '/sobjects/PermissionSetAssignment', {
      AssigneeId: person.userId,
      PermissionSetId: caller.named('PermissionSet', 'Eaters').Id
    });
    const assigned = has();
    await deploy(caller, { 'package.xml': manifest({ PermissionSet: ['Eaters'] }), ...eaters(false) });
    expect([before, assigned, has()]).toEqual([false, true, false]);
  });

  it('is a reference that must exist in a bundle and in a permission set', async () => {
    const caller = callerOf();
    const bundle = card("import may from '@salesforce/customPermission/Eat_Fruit';");
    const users = { LightningComponentBundle: ['card'], PermissionSet: ['Eaters'] };
    const files = { ...bundle, ...eaters() };
    expect(failuresOf(await deploy(caller, { 'package.xml': manifest(users), ...files }))).toEqual([
      expect.stringContaining('Invalid reference Eat_Fruit of type customPermission in file card.js'),
      expect.stringContaining('In field: customPermission - no CustomPermission named Eat_Fruit found')
    ]);
    const all = manifest({ CustomPermission: ['Eat_Fruit'], ...users });
    expect(failuresOf(await deploy(caller, { 'package.xml': all, ...PERMISSION, ...files }))).toEqual([]);
  });

  it('is refused in its own name when it requires another one', async () => {
    const required =
      '<requiredPermission><customPermission>Cook</customPermission><dependency>true</dependency></requiredPermission>';
    const files = { 'customPermissions/Eat_Fruit.customPermission': permission(required) };
    const deployed = await deploy(callerOf(), {
      'package.xml': manifest({ CustomPermission: ['Eat_Fruit'] }),
      ...files
    });
    expect(failuresOf(deployed)).toEqual([
      expect.stringMatching(
        /<requiredPermission> of a CustomPermission is not supported \(not modelled by this local org\)$/u
      )
    ]);
  });
});
