import { textAt, type Json } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import { createRecord, query } from '../../shared/sf/records.ts';
import { quoted, quotedList } from '../../shared/soql.ts';
import { CONTACT_WITH_INACTIVE_USER, CONTACT_WITH_USER, CUSTOMER_PROFILE } from '../demo.ts';
import { readDemoData } from '../demoData.ts';
import type { DemoState } from '../demoState.ts';
import { done, type DemoStep } from '../demoStep.ts';
import { localeOf, USER_LOCALE_FIELDS } from '../userLocale.ts';

const CASES = [
  { reference: CONTACT_WITH_USER, alias: 'zmueller', isActive: true },
  { reference: CONTACT_WITH_INACTIVE_USER, alias: 'hsato', isActive: false }
];

/** Creates the users of two contacts: an active one, and an inactive one. */
export const createExternalUsers: DemoStep = {
  name: 'externalUsers',
  title: 'Make users of two contacts, one of them inactive',
  run: async (state, { sf }) => {
    const { username, records } = state;
    const contactIds = CASES.map(({ reference }) => records[reference] ?? '');
    const users = await query(
      sf,
      username,
      `SELECT ContactId, Username, ${USER_LOCALE_FIELDS} FROM User WHERE Username = ${quoted(username)} OR ContactId IN (${quotedList(contactIds)})`
    );
    if (users.kind === 'refused') return failureOf(users);
    const admin = users.value.find((row) => textAt(row, 'Username') === username);
    const data = await readDemoData();
    const made: string[] = [];
    for (const { reference, alias, isActive } of CASES) {
      const contactId = records[reference] ?? '';
      if (users.value.some((row) => textAt(row, 'ContactId') === contactId)) continue;
      const contact = data.find((record) => record.reference === reference)?.fields ?? {};
      const user = await createRecord(sf, username, 'User', {
        ...userOf(contact, alias, state),
        ...localeOf(admin),
        ContactId: contactId,
        IsActive: String(isActive)
      });
      if (user.kind === 'refused') return failureOf(user);
      made.push(textAt(contact, 'LastName'));
    }
    return done(state, made.length === 0 ? 'there already' : made.join(', '));
  }
};

function userOf(contact: Json, alias: string, { orgId, profiles }: DemoState): Record<string, string> {
  return {
    Username: `${alias}.${orgId.toLowerCase()}@example.com`,
    FirstName: textAt(contact, 'FirstName'),
    LastName: textAt(contact, 'LastName'),
    Email: textAt(contact, 'Email'),
    Alias: alias,
    CommunityNickname: `${alias}.${orgId}`,
    ProfileId: profiles[CUSTOMER_PROFILE] ?? ''
  };
}
