import { expect, test } from './harness.ts';

test('the page is in the language that was asked for', async ({ page }) => {
  await page.goto('/lightning/o/Contact/list?language=de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
