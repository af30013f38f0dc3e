import { textAt } from 'sf-cli/json';
import type { Sf } from 'sf-cli/sf';
import { failureOf } from '../../shared/sf/failure.ts';
import { createRecord, query, updateRecord } from '../../shared/sf/records.ts';
import { quoted } from '../../shared/soql.ts';
import { ROLE } from '../demo.ts';
import { done, type DemoStep, type PreparationTools } from '../demoStep.ts';

/** Gives the administrator a role: a new scratch org has none for the user who will own the imported accounts. */
export const giveRole: DemoStep<PreparationTools> = {
  name: 'role',
  title: 'Give the administrator a role',
  run: async (state, { sf }) => {
    const { username } = state;
    const users = await query(sf, username, `SELECT Id, UserRoleId FROM User WHERE Username = ${quoted(username)}`);
    if (users.kind === 'refused') return failureOf(users);
    const [admin] = users.value;
    if (textAt(admin, 'UserRoleId') !== '') return done(state, 'has one already');
    const role = await createRecord(sf, username, 'UserRole', {
      Name: ROLE.name,
      DeveloperName: ROLE.developerName
    });
    // The org refuses a role that an earlier run created.
    const roleId = role.kind === 'known' ? role.value : await findRole(sf, username);
    if (role.kind === 'refused' && roleId === '') return failureOf(role);
    const update = await updateRecord(sf, username, 'User', textAt(admin, 'Id'), { UserRoleId: roleId });
    return update.kind === 'refused' ? failureOf(update) : done(state, ROLE.name);
  }
};

async function findRole(sf: Sf, username: string): Promise<string> {
  const soql = `SELECT Id FROM UserRole WHERE DeveloperName = ${quoted(ROLE.developerName)}`;
  const roles = await query(sf, username, soql);
  return roles.kind === 'refused' ? '' : textAt(roles.value[0], 'Id');
}
