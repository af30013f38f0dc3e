import { ACTION, outcomeOf } from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';
import { pressOn, tabTo } from './keyboard.ts';

test('a customer is enabled by keyboard alone', async ({ page }) => {
  await page.goto('/lightning/o/Contact/list');
  await pressOn(page, page.getByRole('link', { name: 'Amélie Dubois' }), 'Enter');
  await pressOn(page, page.getByRole('button', { name: ACTION }), 'Enter');
  const dialog = page.getByRole('dialog', { name: ACTION });
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });

  await pressOn(page, button('Next'), 'Enter');
  await tabTo(page, dialog.getByRole('radio', { name: 'Customer' }));
  await page.keyboard.press('Space');
  await pressOn(page, dialog.getByRole('combobox', { name: 'Profile' }), 'Enter');
  await dialog.getByRole('option', { name: 'Acme Customer ·' }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Profile' })).toContainText('Acme Customer ·');
  await pressOn(page, button('Create User'), 'Enter');
  await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();

  await pressOn(page, button('Done'), 'Enter');
  await expect(dialog).toBeHidden();
});

test('each step takes the focus along, and Escape closes the window', async ({ page }) => {
  await page.goto('/lightning/o/Contact/list');
  await pressOn(page, page.getByRole('link', { name: 'Amélie Dubois' }), 'Enter');
  await pressOn(page, page.getByRole('button', { name: ACTION }), 'Enter');
  const dialog = page.getByRole('dialog', { name: ACTION });
  await pressOn(page, dialog.getByRole('button', { name: 'Next', exact: true }), 'Enter');
  await expect(dialog.getByRole('heading', { name: /Details/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
