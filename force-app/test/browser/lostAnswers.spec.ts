import { fillInCustomer, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';

const creation = { method: 'POST', path: '/ui-api/records', times: 1 } as const;

/** Chrome by itself sends a request again when the connection that it reused breaks: so many times cover both. */
const ALL = 10;

test('a double click on Create User creates one user', async ({ page, localOrg, server }) => {
  await localOrg.addFault({ ...creation, effect: { kind: 'delay', milliseconds: 500 } });
  const dialog = await fillInCustomer(page, 'Amélie Dubois');
  await dialog.getByRole('button', { name: 'Create User' }).dblclick();

  await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
  const sent = (await localOrg.requests()).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/ui-api/records')
  );
  expect(sent).toHaveLength(1);
  expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(1);
});

for (const [answer, times] of [
  ['the only answer', ALL],
  ['the first answer, before the browser asks again by itself,', 1]
] as const) {
  test(`${answer} lost after the commit ends in the outcome, with one user`, async ({ page, localOrg, server }) => {
    await localOrg.addFault({ ...creation, times, effect: { kind: 'dropAfterCommit' } });
    const dialog = await fillInCustomer(page, 'Amélie Dubois');
    await press(dialog, 'Create User');

    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    await expect(dialog.getByText(/No second one was created/)).toBeVisible();
    expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(1);
  });
}

test('a request that is lost before the commit can be sent again', async ({ page, localOrg, server }) => {
  await localOrg.addFault({ ...creation, times: ALL, effect: { kind: 'dropBeforeCommit' } });
  const dialog = await fillInCustomer(page, 'Amélie Dubois');
  await press(dialog, 'Create User');
  await expect(dialog.getByText(/No answer came from Salesforce/)).toBeVisible();
  expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(0);

  await localOrg.clearFaults();
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
  expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(1);
});
