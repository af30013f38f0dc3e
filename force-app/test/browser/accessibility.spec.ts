import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './harness.ts';
import { expectNoSidewaysScroll } from './reflow.ts';
import { showIn, VIEWS } from './views.ts';
import { WALKS } from './walks/walks.ts';

/** Each state has no violation of WCAG, fits, and has its buttons in reach, in each view. */

for (const { title, org, person, run } of Object.values(WALKS)) {
  test.describe(org, () => {
    test.use({ org, ...(person === undefined ? {} : { person }) });
    // axe-core checks every node of many states.
    test.slow();

    test(`${title}: accessible, and it fits`, async ({ page, localOrg }) => {
      await run(page, localOrg, async (state) => {
        for (const [name, view] of Object.entries(VIEWS)) {
          await test.step(`${state}, ${name}`, async () => {
            await showIn(page, view);
            await expectAccessible(page);
            await expectNoSidewaysScroll(page);
            await expectButtonsInReach(page);
          });
        }
      });
    });
  });
}

/** The buttons of a modal's footer, or below a list, can be seen without scrolling. */
async function expectButtonsInReach(page: Page): Promise<void> {
  const buttons = page.locator('.slds-modal__footer, c-external-user-actions').getByRole('button');
  const outside = await buttons.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { top, right, bottom, left } = element.getBoundingClientRect();
      const isInside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      return isInside ? [] : [element.outerHTML];
    })
  );
  expect(outside).toEqual([]);
}
