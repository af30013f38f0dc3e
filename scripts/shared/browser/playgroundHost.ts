import { ACTION, LIST_BUTTON, REVIEW, REVIEW_PAGE, type PageHost } from './pageHost.ts';

/** The pages of the playground. */
export const playgroundHost: PageHost = {
  openContact: async (page, { id, name }) => {
    await page.goto(`/lightning/r/Contact/${id}/view`);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  },
  startEnabling: async (page) => {
    await page.getByRole('button', { name: ACTION, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: ACTION });
    await dialog.waitFor();
    return dialog;
  },
  logInAs: async (page, { id }) => {
    await page.goto(`/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${id}?noredirect=1`)}`);
    await page.getByRole('button', { name: 'Login', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/lightning/setup'));
  },
  openPlan: async (page, contacts) => {
    await page.goto('/lightning/o/Contact/list');
    for (const { name } of contacts) {
      await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
    }
    await page.getByRole('button', { name: LIST_BUTTON, exact: true }).click();
    await page.waitForURL(/\/flow\/Enable_External_Users\?/u);
    return page.getByRole('main');
  },
  openReview: async (page) => {
    await page.goto(REVIEW_PAGE);
    await page.getByRole('heading', { name: REVIEW }).waitFor();
    return page.getByRole('main');
  }
};
