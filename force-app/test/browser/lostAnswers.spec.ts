import { fillInCustomer, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { ALL, countCreations, onCreation } from './creation.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';

const NAME = 'Amélie Dubois';

test('a double click on Create User creates one user', async ({ page, localOrg, server }) => {
  await localOrg.addFault(onCreation({ kind: 'delay', milliseconds: 500 }));
  const dialog = await fillInCustomer(page, NAME);
  await dialog.getByRole('button', { name: 'Create User' }).dblclick();

  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  expect(await countCreations(localOrg)).toBe(1);
  expect(await usersOf(server, NAME)).toHaveLength(1);
});

test('an answer lost after the commit ends in the outcome with one user', async ({ page, localOrg, server }) => {
  await localOrg.addFault(onCreation({ kind: 'dropAfterCommit' }, ALL));
  const dialog = await fillInCustomer(page, NAME);
  await press(dialog, 'Create User');

  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  await expect(dialog.getByText(/there is this one user/)).toBeVisible();
  expect(await usersOf(server, NAME)).toHaveLength(1);
});

test('a request that the browser sends twice ends with what the org said: there is a user', async ({
  page,
  localOrg,
  server
}) => {
  await localOrg.addFault(onCreation({ kind: 'dropAfterCommit' }, 1));
  const dialog = await fillInCustomer(page, NAME);
  await press(dialog, 'Create User');

  await expect(dialog.getByText(/already has the user .*, so no second one was created/)).toBeVisible();
  await expect(outcomeOf(dialog, NAME)).toBeHidden();
  expect(await usersOf(server, NAME)).toHaveLength(1);
});

test('a request lost before the commit can be sent again', async ({ page, localOrg, server }) => {
  await localOrg.addFault(onCreation({ kind: 'dropBeforeCommit' }, ALL));
  const dialog = await fillInCustomer(page, NAME);
  await press(dialog, 'Create User');
  await expect(dialog.getByText(/No answer came from Salesforce/)).toBeVisible();
  expect(await usersOf(server, NAME)).toEqual([]);

  await localOrg.clearFaults();
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  expect(await usersOf(server, NAME)).toHaveLength(1);
});
