import { openContact, press } from '../../../../scripts/shared/browser/enabling.ts';
import { expect } from '../harness.ts';
import { ask, askFor, confirm, openReview } from '../review.ts';
import type { Walk } from './walk.ts';

const NAME = 'Amélie Dubois';

/** The request on the record, and its decision in the review flow. */
export const REVIEW_WALK: Walk = {
  title: 'the request for a user and each screen of its review',
  org: 'automation',
  run: async (page, _localOrg, visit) => {
    const main = page.getByRole('main');
    await openContact(page, NAME);
    await press(main, 'Edit');
    await expect(page.getByRole('combobox', { name: 'Salutation' })).toBeFocused();
    await visit('form');
    await press(main, 'Cancel');
    await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused();
    await askFor(page, NAME, 'Orders for the whole region.');
    await visit('details');
    await openReview(page);
    await expect(page.getByRole('heading', { name: 'Waiting for you: 1' })).toBeVisible();
    await visit('list');
    await ask(page, 'Approve', NAME);
    await visit('question');
    await press(main, 'Cancel');
    await ask(page, 'Reject', NAME);
    await confirm(page, 'Reject');
    await expect(page.getByText('Give a reason.')).toBeVisible();
    await visit('reason that is missing');
    await page.getByRole('textbox', { name: 'Reason' }).fill('No contract yet.');
    await confirm(page, 'Reject');
    await expect(page.getByRole('link', { name: `Open ${NAME}` })).toBeVisible();
    await visit('decided');
  }
};
