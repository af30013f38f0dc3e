import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Download, Locator, Page } from '@playwright/test';
import { press } from '../../../scripts/shared/browser/enabling.ts';
import { onCreation } from './creation.ts';
import { expect, test } from './harness.ts';
import { tabTo } from './keyboard.ts';
import {
  BUTTON,
  chooseSeats,
  countsOf,
  createUsers,
  LIST,
  openPlan,
  planOf,
  READY,
  REFUSAL,
  REFUSED,
  SEATS
} from './massEnablement.ts';
import { query } from './records.ts';
import type { Server } from '../../../scripts/shared/browser/server.ts';

/** The list button enables many contacts: the org `list` has 69 of them and seats for 47 more customers. */

test.use({ org: 'list' });
test.slow();

const PLAN = { Ready: 56, 'Needs a decision': 1, Blocked: 7, 'Already users': 5 };

/** The rows of the downloaded file. */
async function rowsOf(download: Download): Promise<readonly Readonly<Record<string, string>>[]> {
  return parse(await readFile(await download.path(), 'utf8'), { bom: true, columns: true });
}

async function downloadFrom(page: Page): Promise<Download> {
  const download = page.waitForEvent('download');
  await press(planOf(page), 'Download CSV');
  return download;
}

interface ContactUser {
  readonly ContactId: string;
}

async function contactsWithUsers(server: Server): Promise<readonly string[]> {
  const users = await query<ContactUser>(server, 'SELECT ContactId FROM User WHERE ContactId != null');
  return users.map(({ ContactId }) => ContactId);
}

test('a list button asks for rows first', async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole('button', { name: BUTTON }).click();
  await expect(page.getByRole('alert')).toContainText('Select at least one record and try again.');
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
});

test('sixty contacts by keyboard: plan, run with a fault in the middle, pause, resume, retry', async ({
  page,
  localOrg,
  server
}) => {
  await page.goto(LIST);
  const all = page.getByRole('checkbox', { name: 'Select all rows' });
  await tabTo(page, all);
  await page.keyboard.press('Space');
  await expect(page.getByText('69 items • 69 selected')).toBeVisible();
  const button = page.getByRole('button', { name: BUTTON });
  // The button comes before the table in the tab order.
  await button.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/flow\/Enable_External_Users\?.*ids=003/);

  const plan = planOf(page);
  await expect(plan.getByRole('button', { name: `Create ${READY} Users` })).toBeDisabled();
  expect(await countsOf(plan)).toEqual(PLAN);
  await expectTabKeys(page, plan);
  await chooseSeats(plan);
  const before = await contactsWithUsers(server);

  await localOrg.addFault(onCreation({ kind: 'delay', milliseconds: 300 }, 12));
  await localOrg.addFault(onCreation(REFUSAL, REFUSED));
  await localOrg.addFault(onCreation({ kind: 'respondAfterCommit', status: 500, body: '' }));
  await plan.getByRole('button', { name: `Create ${SEATS} Users`, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(plan.getByRole('heading', { name: `Create ${SEATS} users?` })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(plan.getByRole('button', { name: `Create ${SEATS} Users`, exact: true })).toBeFocused();
  expect(await contactsWithUsers(server)).toEqual(before);
  await createUsers(plan, SEATS);
  await press(plan, 'Pause');
  await expect(plan.getByText(/^Paused\. \d+ of 47$/).first()).toBeVisible();
  await expectOneTruth(plan);
  const paused = await contactsWithUsers(server);
  expect(paused.length).toBeLessThan(before.length + SEATS);
  await press(plan, 'Resume');

  const leftOut = READY + 1 - SEATS;
  const others = { Blocked: 7, 'Already users': 5, 'Not selected': leftOut };
  await expect(plan.getByRole('status')).toContainText(`${SEATS - REFUSED} of ${SEATS} users created.`);
  expect(await countsOf(plan)).toEqual({ Created: SEATS - REFUSED, 'Not created': REFUSED, ...others });
  await expect(plan.getByText('No users on Fridays.')).toHaveCount(REFUSED);

  const rows = await rowsOf(await downloadFrom(page));
  expect(new Set(rows.map(({ ContactId }) => ContactId)).size).toBe(69);
  expect(Object.groupBy(rows, ({ Outcome = '' }) => Outcome)).toMatchObject({
    created: { length: SEATS - REFUSED },
    failed: { length: REFUSED },
    already: { length: 5 },
    blocked: { length: 7 },
    leftOut: { length: leftOut }
  });

  await press(plan, `Try Again (${REFUSED})`);
  await expect(plan.getByRole('status')).toContainText(`${SEATS} users created.`);
  expect(await countsOf(plan)).toEqual({ Created: SEATS, ...others });
  const retried = await rowsOf(await downloadFrom(page));

  const after = await contactsWithUsers(server);
  expect(after).toHaveLength(before.length + SEATS);
  expect(new Set(after).size).toBe(after.length);
  const created = retried.flatMap(({ Outcome, ContactId = '' }) => (Outcome === 'created' ? [ContactId] : []));
  expect(new Set(after).difference(new Set(before))).toEqual(new Set(created));

  await press(plan, 'Done');
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
  await expect(page.getByText('69 items')).toBeVisible();
});

test('the second click of a double click answers no question', async ({ page, server }) => {
  const plan = await openPlan(page);
  await chooseSeats(plan);
  const before = await contactsWithUsers(server);
  await plan.getByRole('button', { name: `Create ${SEATS} Users`, exact: true }).dblclick();
  await expect(plan.getByRole('heading', { name: `Create ${SEATS} users?` })).toBeVisible();
  expect(await contactsWithUsers(server)).toEqual(before);
});

test('five clicks lead from the plan to all users for whom there are seats', async ({ page }) => {
  const plan = await openPlan(page);
  let clicks = 0;
  await page.exposeFunction('countClick', () => clicks++);
  await page.evaluate("addEventListener('click', () => countClick(), true)");
  await chooseSeats(plan);
  await createUsers(plan, SEATS);
  await expect(plan.getByText(`${SEATS} users created.`)).toBeVisible();
  expect(clicks).toBe(5);
});

test('a selection that is too large for the screen is referred to the bulk command', async ({ page, localOrg }) => {
  await localOrg.populate({ accounts: 5, contacts: 140 });
  await page.goto(LIST);
  await expect(page.getByText('209 items')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: BUTTON }).click();
  await expect(planOf(page).getByRole('alert')).toContainText('npm run enable-users');
});

/** Arrow keys, Home and End open tabs; the Tab key leaves them. */
async function expectTabKeys(page: Page, plan: Locator): Promise<void> {
  const tab = (name: RegExp): Locator => plan.getByRole('tab', { name });
  await tab(/^Ready/).focus();
  for (const [key, name] of [
    ['ArrowRight', /^Needs a decision/],
    ['End', /^Already users/],
    ['ArrowLeft', /^Blocked/],
    ['Home', /^Ready/]
  ] as const) {
    await page.keyboard.press(key);
    await expect(tab(name)).toBeFocused();
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Tab');
  await expect(plan.getByRole('checkbox', { name: 'Select all' })).toBeFocused();
}

/** The sentence, the bar, the live region and the rows of a paused run say the same number. */
async function expectOneTruth(plan: Locator): Promise<void> {
  const done = await plan.getByRole('progressbar').getAttribute('aria-valuenow');
  const sentence = `Paused. ${done} of ${SEATS}`;
  await expect(plan.locator('.sentence')).toHaveText(sentence);
  await expect(plan.getByRole('status')).toContainText(sentence);
  const ended = plan.getByRole('row').filter({ hasText: /Created|Not created|Unclear/ });
  await expect(ended).toHaveCount(Number(done));
  await expect(plan.getByRole('row').filter({ hasText: 'Waiting' })).toHaveCount(SEATS - Number(done));
}
