import type { Page } from '@playwright/test';
import { fillInCustomer, openAndStart, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { expect, expectAccessible, test } from './harness.ts';

/** The width that WCAG 1.4.10 Reflow asks for. */
const NARROW = { width: 320, height: 640 };

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const [size, viewport] of [
  ['on a desktop', { width: 1280, height: 900 }],
  ['320 px wide', NARROW]
] as const) {
  test.describe(size, () => {
    test.use({ viewport });

    test('every step is accessible and fits', async ({ page }) => {
      const check = async (): Promise<void> => {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      const first = await openAndStart(page, 'Amélie Dubois');
      await expect(first.getByRole('button', { name: 'Next', exact: true })).toBeEnabled();
      await check();
      await press(first, 'Close');

      const dialog = await fillInCustomer(page, 'Amélie Dubois');
      await check();
      await press(dialog, 'Create User');
      await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
      await check();
    });

    test('what is wrong with the details is accessible and fits', async ({ page }) => {
      const dialog = await fillInCustomer(page, 'Amélie Dubois');
      await dialog.getByRole('textbox', { name: 'Username' }).fill('amelie');
      await press(dialog, 'Create User');
      await expect(dialog.getByText('One field needs attention.')).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  });
}
