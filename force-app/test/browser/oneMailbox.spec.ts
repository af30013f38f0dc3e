import { chooseProfile } from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';
import { countsOf, createUsers, openPlanFor } from './massEnablement.ts';
import { idOf, insert, query } from './records.ts';

/** Contacts that share one email address get users with names of their own. */

const MAILBOX = 'office@inbox.example';
const FIRST_NAMES = ['Ann', 'Bob', 'Cyd', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Jon'];
const NAMES = FIRST_NAMES.map((first) => `${first} Inbox`);

interface Made {
  readonly Username: string;
  readonly CommunityNickname: string;
  readonly Contact: { readonly Name: string };
}

test('ten contacts of one mailbox become ten users by the list', async ({ page, server }) => {
  const AccountId = await idOf(server, 'Account', 'Northwind Ångström AB');
  for (const FirstName of FIRST_NAMES) {
    await insert(server, 'Contact', { FirstName, LastName: 'Inbox', Email: MAILBOX, AccountId });
  }
  const plan = await openPlanFor(page, NAMES);
  await chooseProfile(plan, 'Acme Customer');
  await createUsers(plan, NAMES.length);
  await expect(plan.getByRole('status')).toContainText('10 users created.');
  expect(await countsOf(plan)).toEqual({ Created: NAMES.length });

  const made = await query<Made>(
    server,
    "SELECT Username, CommunityNickname, Contact.Name FROM User WHERE Contact.LastName = 'Inbox' ORDER BY Contact.Name"
  );
  expect(made.map(({ Contact }) => Contact.Name)).toEqual(NAMES);
  for (const name of [({ Username }: Made) => Username, ({ CommunityNickname }: Made) => CommunityNickname]) {
    expect(new Set(made.map(name)).size).toBe(NAMES.length);
  }
  for (const { Username, Contact } of made) {
    await expect(plan.getByRole('row').filter({ hasText: Contact.Name })).toContainText(Username);
  }
});
