import { expect, test } from '@playwright/test';
import { ACTION, fillInCustomer, openContact, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { startServer } from '../../../scripts/shared/browser/server.ts';
import { buildProduct } from '../../../scripts/shared/product.ts';
import { deployProduct } from '../../../scripts/shared/sf/deployment.ts';
import { LOCAL, logInToLocalOrg } from '../../../scripts/shared/sf/localSf.ts';
import { assignPermissionSet } from '../../../scripts/shared/sf/permissionSet.ts';
import { inTemporaryFolder } from '../../../scripts/shared/temporaryFolder.ts';
import { cardOf } from './card.ts';
import { usersOf } from './records.ts';

/** The real CLI builds up an org from nothing: it starts four times, and tsc once. */
const TIMEOUT = 180_000;

test('what the sf CLI deployed to an org of nothing makes a user, and speaks the languages that came along', async ({
  browser
}) => {
  test.setTimeout(TIMEOUT);
  const server = await startServer(['--deployed']);
  try {
    const page = await browser.newPage({ baseURL: server.url });
    await openContact(page, 'Amélie Dubois');
    await expect(page.getByText('No action and no component was deployed to this org yet.')).toBeVisible();
    await expect(page.getByRole('button', { name: ACTION })).toBeHidden();

    await inTemporaryFolder(async (home) => {
      const sf = await logInToLocalOrg(home, server);
      expect(await buildProduct()).toBeNull();
      expect(await deployProduct(sf, LOCAL)).toMatchObject({ kind: 'deployed', isTranslated: true });
      const administrator = server.people.find(({ accessToken }) => accessToken === server.accessToken);
      expect(await assignPermissionSet(sf, LOCAL, [administrator?.username ?? ''])).toMatchObject({ kind: 'assigned' });
    });

    await page.reload();
    await expect(page.getByRole('button', { name: ACTION })).toBeVisible();
    await expect(cardOf(page)).toBeVisible();
    const dialog = await fillInCustomer(page, 'Amélie Dubois');
    const username = await dialog.getByRole('textbox', { name: 'Username' }).inputValue();
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ Username: username, IsActive: true }]);
    await press(dialog, 'Done');

    await page.goto(`${page.url()}?language=de`);
    await expect(page.getByRole('button', { name: 'Externen Benutzer aktivieren' })).toBeVisible();
  } finally {
    await server.stop();
  }
});
