import type { Page } from '@playwright/test';
import {
  chooseKind,
  chooseProfile,
  openAndStart,
  openContact,
  outcomeOf,
  press,
  startEnabling
} from '../../../scripts/shared/browser/enabling.ts';
import { cardOf } from './card.ts';
import { onCreation } from './creation.ts';
import { expect, expectAccessible, test } from './harness.ts';
import { expectNoSidewaysScroll } from './reflow.ts';

/** Each state has no violation and fits: in both themes, 320 px wide (WCAG 1.4.10 Reflow), and at 200 % zoom (1.4.4). */
const VIEWS = [
  ['in light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['in dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
  ['320 px wide', { colorScheme: 'light', viewport: { width: 320, height: 640 } }],
  // Zoom halves the CSS pixels of a 1280 px window and doubles their size.
  ['at 200 % in dark', { colorScheme: 'dark', viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }]
] as const;

async function check(page: Page, state: string): Promise<void> {
  await test.step(state, async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}

for (const [view, options] of VIEWS) {
  test.describe(view, () => {
    test.use(options);
    // axe-core checks every node of many states.
    test.slow();

    test('each state on the way to a user is accessible and fits', async ({ page, localOrg }) => {
      await page.clock.install();
      await localOrg.addFault({
        method: 'POST',
        path: '/graphql',
        operation: 'ExternalUserSites',
        times: 1,
        effect: { kind: 'hangBeforeCommit' }
      });
      await openContact(page, 'Jamal Okafor');
      const dialog = await startEnabling(page);
      await expect(dialog.getByText('Checking…')).toBeVisible();
      await check(page, 'checking');

      await localOrg.clearFaults();
      await expect(dialog.getByText('All 11 checks passed.')).toBeVisible();
      await check(page, 'ready');
      await press(dialog, 'Show checks');
      await expect(dialog.getByText('Live: Acme Help, Acme Partners.')).toBeVisible();
      await check(page, 'checks');
      await press(dialog, 'Next');

      await chooseKind(dialog, 'Partner');
      await press(dialog, 'Enable as Partner Account');
      await expect(
        dialog.getByRole('heading', { name: 'Enable Kisumu Traders Ltd as a partner account?' })
      ).toBeFocused();
      await check(page, 'question');

      await press(dialog, 'Cancel');
      await dialog.getByRole('textbox', { name: 'Username' }).fill('jamal');
      await press(dialog, 'Create User');
      await expect(dialog.getByText(/Fields that need attention: .*Username\./)).toBeVisible();
      await check(page, 'details with problems');

      await dialog.getByRole('textbox', { name: 'Username' }).fill('jamal@kisumu-traders.example');
      await chooseKind(dialog, 'Customer');
      await chooseProfile(dialog, 'Acme Customer Plus ·');
      await expect(dialog.getByText('Fields that need attention')).toHaveCount(0);
      await check(page, 'details');

      await localOrg.addFault(onCreation({ kind: 'hangBeforeCommit' }));
      await press(dialog, 'Create User');
      await expect(dialog.getByText('Creating the user…')).toBeVisible();
      await check(page, 'creating');

      await page.clock.fastForward(60_000);
      await expect(dialog.getByRole('alert')).toContainText('No answer came from Salesforce.');
      await dialog.getByText('Technical details').click();
      await check(page, 'failure, unfolded');

      await press(dialog, 'Create User');
      await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();
      await check(page, 'outcome');
    });

    test('the blockers, the status panel and the card are accessible and fit', async ({ page, localOrg }) => {
      await localOrg.reset('owner-without-role');
      const blocked = await openAndStart(page, 'Amélie Dubois');
      await expect(blocked.getByText('Not yet: 1 thing to fix')).toBeVisible();
      await check(page, 'blocked');

      await localOrg.reset('no-allow-list');
      const unreadable = await openAndStart(page, 'Amélie Dubois');
      await press(unreadable, 'Show checks');
      await expect(unreadable.getByText('We see only the profiles')).toBeVisible();
      await check(page, 'unknown');

      await localOrg.reset('right-to-left');
      const rightToLeft = await openAndStart(page, 'ليلى الحربي');
      await expect(rightToLeft.getByText(/\d+ checks passed/)).toBeVisible();
      await check(page, 'names from right to left');
      await chooseProfile(rightToLeft, 'Acme Customer ·');
      await press(rightToLeft, 'Create User');
      await expect(rightToLeft.getByText(/is taken, here or/)).toBeVisible();
      await check(page, 'refused at a field');

      await localOrg.reset('user-exists');
      await openContact(page, 'Amélie Dubois');
      await expect(cardOf(page)).toContainText('amelie.dubois@northwind-angstrom.example.acme');
      await expectAccessible(page);
      const status = await startEnabling(page);
      await expect(status.getByText('Customer Community, 16 of 20 seats left')).toBeVisible();
      await check(page, 'status');
      await press(status, 'Deactivate User');
      await expect(status.getByRole('heading', { name: 'Deactivate Amélie Dubois?' })).toBeFocused();
      await check(page, 'question before a deactivation');
    });
  });
}
