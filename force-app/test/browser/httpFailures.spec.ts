import { fillInCustomer, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { FAILURE_CODES, FAILURES } from '../cases/failures.ts';
import { countCreations, create, onCreation, onLookUp } from './creation.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';

/** Answers with nothing but an HTTP status arrive before or after the user was created. */

const NAME = 'Amélie Dubois';
const PAGE = '<!doctype html><title>Proxy</title><h1>Not Salesforce</h1>';
const LOOKED_UP = 'We looked: no user was created.';
const FOUND = 'so we looked: there is this one user.';
const LOST = `The answer got lost, ${FOUND}`;
const UNREADABLE = `The answer couldn’t be read, ${FOUND}`;

function errorCame(status: number): string {
  return `An error came back (HTTP ${String(status)}), ${FOUND}`;
}

/** The action retries these statuses three times. */
const PASSING = [429, 503];

/** Status 0 is a browser's sign for no answer, and Chrome resends a request on a reused connection after 408. */
const STATUSES = FAILURE_CODES.flatMap((code) =>
  (FAILURES[code].statuses ?? []).filter((status) => status !== 0 && status !== 408).map((status) => ({ code, status }))
);

test('a page instead of an answer is reported by its status, and no user is created', async ({
  page,
  localOrg,
  server
}) => {
  await page.clock.install();
  const dialog = await fillInCustomer(page, NAME);
  let sent = 0;
  // After the first unclear answer every later refusal reports the result of the look-up.
  let isOpen = false;
  for (const { code, status } of STATUSES) {
    await test.step(`HTTP ${String(status)} is ${code}`, async () => {
      const attempts = PASSING.includes(status) ? 4 : 1;
      await localOrg.addFault(onCreation({ kind: 'respond', status, body: PAGE }, attempts));
      await create(page, dialog);
      for (let attempt = 2; attempt <= attempts; attempt++) {
        await expect(dialog.getByText(`Trying again, ${String(attempt)} of 4.`)).toBeVisible();
        await page.clock.fastForward(5_000);
      }
      const alert = dialog.getByRole('alert');
      await expect(alert).toContainText(FAILURES[code].sentence);
      isOpen ||= FAILURES[code].isUnclear;
      await (isOpen ? expect(alert).toContainText(LOOKED_UP) : expect(alert).not.toContainText(LOOKED_UP));
      sent += attempts;
      expect(await countCreations(localOrg)).toBe(sent);
    });
  }
  expect(await usersOf(server, NAME)).toEqual([]);
});

for (const [what, status, body, says] of [
  [
    'the 404 of a record that can’t be read back',
    404,
    [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    errorCame(404)
  ],
  [
    'a server error',
    500,
    [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }],
    errorCame(500)
  ],
  ['a server that is away', 503, PAGE, errorCame(503)],
  ['half an answer', 201, '{"apiName":"User","fie', UNREADABLE],
  ['a page', 200, PAGE, UNREADABLE]
] as const) {
  test(`${what} after the creation ends in the outcome with one user`, async ({ page, localOrg, server }) => {
    await page.clock.install();
    await localOrg.addFault(onCreation({ kind: 'respondAfterCommit', status, body }));
    const dialog = await fillInCustomer(page, NAME);
    await create(page, dialog);
    await page.clock.fastForward(5_000);
    await expect(outcomeOf(dialog, NAME)).toBeVisible();
    await expect(dialog.getByText(says)).toBeVisible();
    expect(await countCreations(localOrg)).toBe(1);
    expect(await usersOf(server, NAME)).toHaveLength(1);
  });
}

test('the contact is looked up after a minute without an answer', async ({ page, localOrg, server }) => {
  await page.clock.install();
  await localOrg.addFault(onCreation({ kind: 'hangBeforeCommit' }));
  const dialog = await fillInCustomer(page, NAME);
  await press(dialog, 'Create User');
  await expect.poll(() => countCreations(localOrg)).toBe(1);
  await page.clock.fastForward(59_000);
  await expect(dialog.getByRole('status').filter({ hasText: 'Creating the user…' })).toBeVisible();
  await page.clock.fastForward(1_000);
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText(FAILURES.noAnswer.sentence);
  await expect(alert).toContainText(LOOKED_UP);
  expect(await usersOf(server, NAME)).toEqual([]);
});

test('a minute without an answer after the creation ends in the outcome', async ({ page, localOrg, server }) => {
  await page.clock.install();
  await localOrg.addFault(onCreation({ kind: 'hangAfterCommit' }));
  const dialog = await fillInCustomer(page, NAME);
  await press(dialog, 'Create User');
  await expect.poll(() => usersOf(server, NAME)).toHaveLength(1);
  await page.clock.fastForward(60_000);
  await expect(dialog.getByText(LOST)).toBeVisible();
  expect(await usersOf(server, NAME)).toHaveLength(1);
});

test('nothing is sent and nothing is claimed while the look-up fails', async ({ page, localOrg, server }) => {
  await page.clock.install();
  const dialog = await fillInCustomer(page, NAME);
  await localOrg.addFault(onCreation({ kind: 'respondAfterCommit', status: 500, body: PAGE }));
  await localOrg.addFault(onLookUp({ kind: 'respond', status: 500, body: PAGE }, 20));
  await create(page, dialog);
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('We don’t know whether a user was created: looking failed too.');

  await press(dialog, 'Create User');
  await expect(alert).toContainText(FAILURES.lookUpFailed.sentence);
  expect(await countCreations(localOrg)).toBe(1);

  await localOrg.clearFaults();
  await press(dialog, 'Create User');
  await expect(dialog.getByText(errorCame(500))).toBeVisible();
  expect(await countCreations(localOrg)).toBe(1);
  expect(await usersOf(server, NAME)).toHaveLength(1);
});

test('a temporary lock is waited for and shown', async ({ page, localOrg, server }) => {
  await page.clock.install();
  const lock = { errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record' };
  await localOrg.addFault(onCreation({ kind: 'respond', status: 400, body: [lock] }, 2));
  const dialog = await fillInCustomer(page, NAME);
  await press(dialog, 'Create User');
  const status = dialog
    .getByRole('status')
    .filter({ hasText: 'Another change holds the account Northwind Ångström AB' });
  for (const attempt of [2, 3]) {
    await expect(status).toContainText(`Trying again, ${String(attempt)} of 4.`);
    await page.clock.fastForward(3_000);
  }
  await expect(outcomeOf(dialog, NAME)).toBeVisible();
  expect(await countCreations(localOrg)).toBe(3);
  expect(await usersOf(server, NAME)).toHaveLength(1);
});

test('technical details can be unfolded and copied', async ({ page, context, localOrg }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await localOrg.addFault(
    onCreation({ kind: 'respond', status: 500, body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'ErrorId: 42-7' }] })
  );
  const dialog = await fillInCustomer(page, NAME);
  await create(page, dialog);
  const details = dialog.getByText('ErrorId: 42-7').and(dialog.locator('pre'));
  await expect(details).toBeHidden();
  await dialog.getByText('Technical details').click();
  await expect(details).toContainText('HTTP 500');
  await press(dialog, 'Copy');
  await expect(dialog.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await details.textContent());
});
