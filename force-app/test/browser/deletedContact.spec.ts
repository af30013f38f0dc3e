import { chooseProfile, fillInCustomer, openAndStart, press } from '../../../scripts/shared/browser/enabling.ts';
import { countCreations } from './creation.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { countsOf, createUsers, openPlanFor } from './massEnablement.ts';
import { idOf, query, remove, usersOf } from './records.ts';
import type { Server } from '../../../scripts/shared/browser/server.ts';

/** Somebody deletes the contact in another tab while its user is prepared here. */

const NAME = 'Amélie Dubois';
const OTHER = 'Björn Åkesson';
const REFUSED = 'The contact Amélie Dubois can’t be found any more. It was deleted, merged into another contact';
const GONE = 'This contact can’t be found. It was deleted, merged into another contact';

async function deleteContact(server: Server): Promise<void> {
  await remove(server, 'Contact', await idOf(server, 'Contact', NAME));
}

function contactUsers(server: Server): Promise<readonly unknown[]> {
  return query(server, 'SELECT Id FROM User WHERE ContactId != null');
}

test('a contact that is deleted before Create User gets no user, and the action says why', async ({ page, server }) => {
  const before = await contactUsers(server);
  const dialog = await fillInCustomer(page, NAME);
  await deleteContact(server);
  await press(dialog, 'Create User');

  const alert = dialog.getByRole('alert').first();
  await expect(alert).toContainText(REFUSED);
  await expect(alert).toContainText('Restore it from the Recycle Bin, or open the contact that is left.');
  await expect(alert).toContainText('Salesforce says: entity is deleted');
  await expectAccessible(page);
  expect(await contactUsers(server)).toEqual(before);
});

test('a contact that is deleted while its checks are open can’t be enabled after Check Again', async ({
  page,
  localOrg,
  server
}) => {
  const dialog = await openAndStart(page, NAME);
  await press(dialog, 'Show checks');
  await deleteContact(server);
  await press(dialog, 'Check Again');

  await expect(dialog.getByRole('alert')).toContainText(GONE);
  await expect(dialog.getByRole('button', { name: /^(?:Next|Create User)$/u })).toHaveCount(0);
  await expectAccessible(page);
  expect(await countCreations(localOrg)).toBe(0);
});

test('a contact that is deleted between plan and run of the list is told apart from the created ones', async ({
  page,
  server
}) => {
  const plan = await openPlanFor(page, [NAME, OTHER]);
  await chooseProfile(plan, 'Acme Customer');
  await deleteContact(server);
  await createUsers(plan, 2);

  await expect(plan.getByRole('status')).toContainText('1 of 2 users created.');
  expect(await countsOf(plan)).toEqual({ Created: 1, 'Not created': 1 });
  await expect(plan.getByRole('row').filter({ hasText: NAME })).toContainText(REFUSED);
  await expectAccessible(page);
  expect(await usersOf(server, OTHER)).toHaveLength(1);
  expect(await usersOf(server, NAME)).toEqual([]);
});
