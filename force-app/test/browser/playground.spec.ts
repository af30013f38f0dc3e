import { collectErrors } from './errors.ts';
import { expect, expectAccessible, test } from './harness.ts';

/** The page around the components: the bar, the navigation, and what to try. */

const TITLE = 'Amélie Dubois';

test('a newcomer follows what to try, and chooses a scenario by its title and reason', async ({ page }) => {
  const errors = collectErrors(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  const tips = page.getByRole('region', { name: 'What to try' });
  await tips.getByRole('link', { name: 'Read the email that she gets' }).click();
  await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Scenario: A usual day' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /No seat is free.*LICENSE_LIMIT_EXCEEDED/u }).click();
  await expect(page.getByRole('button', { name: 'Scenario: No seat is free' })).toBeVisible();
  await expect(tips.getByRole('link', { name: 'See who uses the seats' })).toBeVisible();

  await tips.getByRole('button', { name: 'Close what to try' }).click();
  await expect(tips).toBeHidden();
  await page.getByRole('link', { name: 'Users and licenses' }).click();
  await expect(page.getByRole('heading', { name: 'Users and licenses', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Site log-in' }).click();
  await expect(page.getByRole('link', { name: 'Acme Beta (Preview)' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Show what to try' }).click();
  await expect(tips).toBeVisible();
  expect(errors).toEqual([]);
});

test('the first page keeps the language; the keyboard alone chooses the design system, and Escape closes the settings', async ({
  page
}) => {
  await page.goto('/?language=de');
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const settings = page.getByRole('button', { name: 'Settings' });
  const designSystem = page.getByRole('combobox', { name: 'Design system' });
  await settings.press('Enter');
  await expect(designSystem).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(designSystem).toBeHidden();
  await expect(settings).toBeFocused();
  await settings.press('Enter');
  // Language, theme, design system.
  for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab');
  await expect(designSystem).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-design-system', 'slds1');
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Flows' }).click();
  await page.getByRole('link', { name: 'Enable External Users' }).click();
  await expect(page).toHaveURL(/\/lightning\/o\/Contact\/list$/u);
});

test('a part that takes long to come is waited for on screen', async ({ page }) => {
  const everything = '**/*';
  const loading = page.getByText('Loading', { exact: true });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enable External User' })).toBeVisible();
  await expect(loading).toHaveCount(0);
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  await page.route(everything, async (route) => {
    if (route.request().resourceType() === 'script') await released;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(loading).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(loading).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('main').getByText('Loading the form…')).toBeVisible();
  release(undefined);
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await expect(page.getByText('Loading the form…')).toBeHidden();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('combobox', { name: 'Design system' })).toBeVisible();
});

test('a part that can’t be loaded says so, and a reload shows it', async ({ page }) => {
  const everything = '**/*';
  await page.goto('/');
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enable External User' })).toBeVisible();
  await page.route(everything, (route) =>
    route.request().resourceType() === 'script' ? route.abort() : route.continue()
  );
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'can’t be loaded' })).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('article').getByText('can’t be loaded')).toBeVisible();
  await page.getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Reload the page');
  await page.unroute(everything);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();
});
