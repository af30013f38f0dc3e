import { textAt } from 'sf-cli/json';
import type { Sf } from 'sf-cli/sf';
import { ROLE } from '../demo.ts';
import { createRecord, query, quoted, updateRecord } from '../../shared/sf/records.ts';
import { done, refusedBy, type DemoStep } from '../demoStep.ts';

/** The administrator of a scratch org has no role, and owns what will be imported. */
export const giveRole: DemoStep = {
  name: 'role',
  title: 'Give the administrator a role',
  run: async (state, { sf }) => {
    const { username } = state;
    const users = await query(sf, username, `SELECT Id, UserRoleId FROM User WHERE Username = ${quoted(username)}`);
    if (users.kind === 'refused') return refusedBy(users);
    const [admin] = users.rows;
    if (textAt(admin, 'UserRoleId') !== '') return done(state, 'has one already');
    const role = await createRecord(sf, username, 'UserRole', {
      Name: ROLE.name,
      DeveloperName: ROLE.developerName
    });
    // Refused, as a run before this one made it?
    const roleId = role.kind === 'created' ? role.id : await findRole(sf, username);
    if (role.kind === 'refused' && roleId === '') return refusedBy(role);
    const refusal = await updateRecord(sf, username, 'User', textAt(admin, 'Id'), { UserRoleId: roleId });
    return refusal === null ? done(state, ROLE.name) : refusedBy(refusal);
  }
};

async function findRole(sf: Sf, username: string): Promise<string> {
  const soql = `SELECT Id FROM UserRole WHERE DeveloperName = ${quoted(ROLE.developerName)}`;
  const roles = await query(sf, username, soql);
  return roles.kind === 'refused' ? '' : textAt(roles.rows[0], 'Id');
}
