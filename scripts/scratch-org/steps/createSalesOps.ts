import { textAt } from 'sf-cli/json';
import { CUSTOMER_PROFILE, INTERNAL_PROFILE } from '../demo.ts';
import { createRecord, query, quoted } from '../../shared/sf/records.ts';
import { done, refusedBy, type DemoStep } from '../demoStep.ts';
import { localeOf, USER_LOCALE_FIELDS } from '../userLocale.ts';

/** Somebody who is no administrator and has no role: the permission set is all that is added to a standard profile. */
export const createSalesOps: DemoStep = {
  name: 'salesOps',
  title: 'Create a sales-ops user',
  run: async (state, { sf }) => {
    const { username, orgId } = state;
    const salesOpsUsername = `sales.ops.${orgId.toLowerCase()}@example.com`;
    const names = [INTERNAL_PROFILE, CUSTOMER_PROFILE].map(quoted).join(', ');
    const found = await query(sf, username, `SELECT Id, Name FROM Profile WHERE Name IN (${names})`);
    if (found.kind === 'refused') return refusedBy(found);
    const profiles = Object.fromEntries(found.rows.map((row) => [textAt(row, 'Name'), textAt(row, 'Id')]));
    const users = await query(
      sf,
      username,
      `SELECT Id, Username, Email, ${USER_LOCALE_FIELDS} FROM User WHERE Username IN (${[username, salesOpsUsername].map(quoted).join(', ')})`
    );
    if (users.kind === 'refused') return refusedBy(users);
    const known = users.rows.find((row) => textAt(row, 'Username') === salesOpsUsername);
    const admin = users.rows.find((row) => textAt(row, 'Username') === username);
    const user =
      known === undefined
        ? await createRecord(sf, username, 'User', {
            Username: salesOpsUsername,
            FirstName: 'Sales',
            LastName: 'Ops',
            Alias: 'salesops',
            CommunityNickname: `salesops.${orgId}`,
            // What the org sends to this person is for whoever made the demo.
            Email: textAt(admin, 'Email'),
            ProfileId: profiles[INTERNAL_PROFILE] ?? '',
            ...localeOf(admin)
          })
        : { kind: 'created' as const, id: textAt(known, 'Id') };
    if (user.kind === 'refused') return refusedBy(user);
    return done({ ...state, profiles, salesOpsUsername, salesOpsId: user.id }, salesOpsUsername);
  }
};
