import { known, type Answer } from 'sf-cli/answer';
import { textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';
import { APPROVER_PERMISSION_SET, PARTNER_PERMISSION_SET, PERMISSION_SET } from '../../shared/product.ts';
import { failureOf } from '../../shared/sf/failure.ts';
import { assignPermissionSet } from '../../shared/sf/permissionSet.ts';
import { createRecord, query } from '../../shared/sf/records.ts';
import { quoted, quotedList } from '../../shared/soql.ts';
import { CUSTOMER_PROFILE, INTERNAL_PROFILE } from '../demo.ts';
import { done, type DemoStep } from '../demoStep.ts';
import { localeOf, USER_LOCALE_FIELDS } from '../userLocale.ts';

/** Creates a user who is no administrator and has no role, with a standard profile. */
export const createSalesOps: DemoStep = {
  name: 'salesOps',
  title: 'Create a sales-ops user',
  run: async (state, { sf }) => {
    const { username, orgId } = state;
    const salesOpsUsername = `sales.ops.${orgId.toLowerCase()}@example.com`;
    const names = quotedList([INTERNAL_PROFILE, CUSTOMER_PROFILE]);
    const found = await query(sf, username, `SELECT Id, Name FROM Profile WHERE Name IN (${names})`);
    if (found.kind === 'refused') return failureOf(found);
    const profiles = Object.fromEntries(found.value.map((row) => [textAt(row, 'Name'), textAt(row, 'Id')]));
    const users = await query(
      sf,
      username,
      `SELECT Id, Username, Email, ${USER_LOCALE_FIELDS} FROM User WHERE Username IN (${quotedList([username, salesOpsUsername])})`
    );
    if (users.kind === 'refused') return failureOf(users);
    const existing = users.value.find((row) => textAt(row, 'Username') === salesOpsUsername);
    const after = { ...state, profiles, salesOpsUsername };
    if (existing !== undefined) return done({ ...after, salesOpsId: textAt(existing, 'Id') }, salesOpsUsername);
    const admin = users.value.find((row) => textAt(row, 'Username') === username);
    const user = await createUser(sf, username, {
      Username: salesOpsUsername,
      FirstName: 'Sales',
      LastName: 'Ops',
      Alias: 'salesops',
      CommunityNickname: `salesops.${orgId}`,
      // The administrator gets the mails that the org sends to this user.
      Email: textAt(admin, 'Email'),
      ProfileId: profiles[INTERNAL_PROFILE] ?? '',
      ...localeOf(admin)
    });
    if (user.kind === 'refused') return failureOf(user);
    const { id, note } = user.value;
    return done({ ...after, salesOpsId: id }, note === '' ? salesOpsUsername : `${salesOpsUsername}; ${note}`);
  }
};

interface Created {
  readonly id: string;
  /** Why the CLI has no session of the user; empty where it has one. */
  readonly note: string;
}

/**
 * Lets the CLI create the user, which then has a session of it [F-166]. An org that gives no session, as to a CLI that logged
 * in by a certificate, still gets the user.
 */
async function createUser(
  sf: Sf,
  administrator: string,
  fields: Readonly<Record<string, string>>
): Promise<Answer<Created, SfRefusal>> {
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const answer = await sf(['org', 'create', 'user', ...pairs, '--target-org', administrator]);
  if (answer.kind === 'known') return known({ id: textAt(answer.value, 'fields', 'id'), note: '' });
  const note = `the CLI has no session of this user (${answer.message || answer.code})`;
  // The org may have made the user before it refused the session.
  const soql = `SELECT Id FROM User WHERE Username = ${quoted(fields['Username'] ?? '')}`;
  const existing = await query(sf, administrator, soql);
  if (existing.kind === 'refused') return existing;
  const [user] = existing.value;
  if (user !== undefined) return known({ id: textAt(user, 'Id'), note });
  const made = await createRecord(sf, administrator, 'User', fields);
  return made.kind === 'refused' ? made : known({ id: made.value, note });
}

export const assignPermissions: DemoStep = {
  name: 'permissionSet',
  title: 'Assign the permission sets to the administrator and to sales ops',
  run: async (state, { sf }) => {
    const usernames = [state.username, state.salesOpsUsername] as const;
    const permissionSets = [PERMISSION_SET, PARTNER_PERMISSION_SET, APPROVER_PERMISSION_SET];
    const assignment = await assignPermissionSet(sf, state.username, usernames, permissionSets);
    return assignment.kind === 'refused' ? failureOf(assignment) : done(state, assignment.value);
  }
};
