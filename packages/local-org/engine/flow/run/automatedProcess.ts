import { newRecord } from '../../effects/newRecord.ts';
import { textOf } from '../../storage/record.ts';
import { standardObject, type World } from '../../world/world.ts';
import type { Person } from '../../access/person.ts';

const USER_TYPE = 'AutomatedProcess';

/**
 * The user who runs the flows that a platform event triggers. It is created when it is needed for the first time.
 * Source: Salesforce Help, "Flow Run Context"; Object Reference, "User", UserType.
 */
export function automatedProcess(world: World): Person {
  const known = world.records.where('User', 'UserType', USER_TYPE)[0];
  const user = known ?? createUser(world);
  return { label: 'Automated Process', userId: user.Id, username: textOf(user, 'Username'), accessToken: '' };
}

function createUser(world: World): ReturnType<typeof newRecord> {
  const object = standardObject(world, 'User');
  const organization = world.records.all('Organization')[0]?.Id ?? '';
  const user = newRecord(world, object, world.systemUserId, {
    Username: `autoproc@${organization.toLowerCase()}`,
    LastName: 'Process',
    FirstName: 'Automated',
    Name: 'Automated Process',
    Alias: 'autoproc',
    Email: 'autoproc@example.com',
    UserType: USER_TYPE,
    IsActive: true
  });
  world.records.save(object, user);
  world.records.commit();
  return user;
}
