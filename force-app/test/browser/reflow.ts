import { expect, type Page } from '@playwright/test';

/** Expects nothing wider than the window, in the page or in a scrolling element (WCAG 1.4.10 Reflow). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width).toBe(0);
  const tooWide = await page
    .getByRole('dialog')
    .locator('*')
    .evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        const isOutside = own > 1 && (left < -1 || right > window.innerWidth + 1);
        const scrolls =
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
        return isOutside || scrolls ? [element.outerHTML.slice(0, 120)] : [];
      })
    );
  expect(tooWide).toEqual([]);
}
