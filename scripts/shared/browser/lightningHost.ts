import type { Locator, Page } from '@playwright/test';
import { ACTION, LIST_BUTTON, REVIEW, REVIEW_PAGE, type PageHost } from './pageHost.ts';

/**
 * The pages of Lightning Experience. Its components have synthetic shadow, through which Playwright's locators see, and it
 * keeps pages that were open before in the document, hidden: so a locator takes what is visible.
 */
export const lightningHost: PageHost = {
  openContact: async (page, { id }) => {
    await page.goto(`/lightning/r/Contact/${id}/view`);
    await findAction(page, ACTION);
  },
  startEnabling: async (page) => {
    await pressAction(page, ACTION);
    // The name of Salesforce's window is not known; the component in it is ours.
    const action = page.locator('c-enable-external-user').last();
    await action.getByRole('heading').first().waitFor();
    return action;
  },
  // The address is that of the button Login on the page of a user.
  logInAs: async (page, { id, orgId }) => {
    const query = new URLSearchParams({
      oid: orgId.slice(0, 15),
      suorgadminid: id.slice(0, 15),
      retURL: '/',
      targetURL: '/lightning/page/home'
    });
    await page.goto(`/servlet/servlet.su?${query.toString()}`, { waitUntil: 'domcontentloaded' });
  },
  openPlan: async (page, contacts) => {
    await page.goto('/lightning/o/Contact/list?filterName=AllContacts');
    for (const { name } of contacts) {
      const link = page.getByRole('link', { name, exact: true });
      const row = page.getByRole('row').filter({ has: link, visible: true });
      // The box itself is transparent, below the one that its label draws.
      await row.getByRole('checkbox').first().check({ force: true });
    }
    await pressAction(page, LIST_BUTTON);
    await page.waitForURL(/\/flow\/Enable_External_Users/u);
    return page.locator('body');
  },
  openReview: async (page) => {
    await page.goto(REVIEW_PAGE);
    await page.getByRole('heading', { name: REVIEW }).waitFor();
    return page.locator('body');
  }
};

function buttonOf(page: Page, label: string): Locator {
  return page.getByRole('button', { name: label, exact: true }).filter({ visible: true }).first();
}

/** The menu of the actions for which the header has no room. */
function overflowOf(page: Page): Locator {
  return page
    .getByRole('button', { name: /^Show (?:\d+ )?more actions$/iu })
    .filter({ visible: true })
    .first();
}

/** Resolves when the action has a button, or may be in the menu. */
async function findAction(page: Page, label: string): Promise<void> {
  await buttonOf(page, label).or(overflowOf(page)).first().waitFor();
}

async function pressAction(page: Page, label: string): Promise<void> {
  await findAction(page, label);
  if (await buttonOf(page, label).isVisible()) {
    await buttonOf(page, label).click();
    return;
  }
  await overflowOf(page).click();
  await page.getByRole('menuitem', { name: label, exact: true }).filter({ visible: true }).first().click();
}
