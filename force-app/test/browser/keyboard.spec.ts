import type { Locator, Page } from '@playwright/test';
import {
  ACTION,
  fillInCustomer,
  openAndStart,
  outcomeOf,
  press,
  startEnabling
} from '../../../scripts/shared/browser/enabling.ts';
import { countCreations, onCreation } from './creation.ts';
import { expect, test } from './harness.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { usersOf } from './records.ts';

async function startByKeyboard(page: Page, name: string): Promise<Locator> {
  await page.goto('/lightning/o/Contact/list');
  await pressOn(page, page.getByRole('link', { name, exact: true }), 'Enter');
  await pressOn(page, page.getByRole('button', { name: ACTION }), 'Enter');
  return page.getByRole('dialog', { name: ACTION });
}

test('a partner is enabled by keyboard alone, and Escape closes the question only', async ({ page }) => {
  const dialog = await startByKeyboard(page, 'Jamal Okafor');
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  const question = dialog.getByRole('heading', { name: 'Enable Kisumu Traders Ltd as a partner account?' });

  await tabTo(page, dialog.getByRole('radio', { name: 'Customer' }));
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Partner' })).toBeChecked();
  await pressOn(page, button('Enable as Partner Account'), 'Enter');
  await expect(question).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(dialog.getByRole('heading', { name: 'Ready' })).toBeFocused();

  await pressOn(page, button('Enable as Partner Account'), 'Enter');
  await expect(question).toBeFocused();
  await pressOn(page, button('Enable Partner Account'), 'Enter');
  await expect(button('Enable as Partner Account')).toHaveCount(0);

  await pressOn(page, dialog.getByRole('combobox', { name: 'Profile' }), 'Enter');
  await dialog.getByRole('option', { name: 'Acme Partner ·' }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Profile' })).toContainText('Acme Partner ·');
  await pressOn(page, button('Create User'), 'Enter');
  await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();

  await pressOn(page, button('Done'), 'Enter');
  await expect(dialog).toBeHidden();
});

test('each step moves the focus and is marked, and Escape closes the window', async ({ page }) => {
  const dialog = await startByKeyboard(page, 'Amélie Dubois');
  const current = dialog.locator('li[aria-current="step"]');
  await expect(current).toHaveText('Details');
  await pressOn(page, dialog.getByRole('button', { name: 'Check', exact: true }), 'Enter');
  await expect(dialog.getByRole('heading', { name: 'Ready' })).toBeFocused();
  await expect(current).toHaveText('Check');
  await pressOn(page, dialog.getByRole('button', { name: 'Next', exact: true }), 'Enter');
  await expect(dialog.getByRole('heading', { name: 'Ready' })).toBeFocused();
  await expect(current).toHaveText('Details');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('Escape closes an open list first and then the window', async ({ page }) => {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  const profile = dialog.getByRole('combobox', { name: 'Profile' });
  await pressOn(page, profile, 'Enter');
  await expect(profile).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(profile).toHaveAttribute('aria-expanded', 'false');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

for (const [when, effect] of [
  ['before the user is created', 'hangBeforeCommit'],
  ['after the user was created', 'hangAfterCommit']
] as const) {
  test(`the action says that a user is under way when it was closed ${when}`, async ({ page, localOrg, server }) => {
    await localOrg.addFault(onCreation({ kind: effect }));
    const dialog = await fillInCustomer(page, 'Amélie Dubois');
    await press(dialog, 'Create User');
    await expect(dialog.getByText('Creating the user…')).toBeVisible();
    const made = effect === 'hangAfterCommit' ? 1 : 0;
    await expect.poll(() => countCreations(localOrg)).toBe(1);
    await expect.poll(() => usersOf(server, 'Amélie Dubois')).toHaveLength(made);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const again = await startEnabling(page);
    await expect(again.getByText('The user was sent before this window was opened.')).toBeVisible();
    expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(made);
  });
}
