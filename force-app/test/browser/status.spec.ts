import { openAndStart } from '../../../scripts/shared/browser/enabling.ts';
import { expect, test } from './harness.ts';

test.use({ org: 'user-exists' });

test('a contact’s user is shown in place of the steps', async ({ page }) => {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await expect(dialog.getByRole('button', { name: 'Deactivate User' })).toBeVisible();
});
