import type { BrowserContext, Locator, Page } from '@playwright/test';
import { ACTION, openContact, outcomeOf } from '../../../scripts/shared/browser/enabling.ts';
import { newTabLink } from './fixes.ts';
import { expect, test } from './harness.ts';
import { usersOf } from './records.ts';
import { saveSetup } from './setup.ts';
import { comeBack } from './tabs.ts';

/** How many clicks a path takes, and that what matters is in view without scrolling. */

async function expectInView(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 1 });
  const box = await what.boundingBox();
  // Not covered by the footer.
  const isOnTop = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('.slds-modal__footer, .modal-footer') === null,
    { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  );
  expect(isOnTop).toBe(true);
}

/** Counts the presses of a pointer on the page. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { clicks: 0 });
    document.addEventListener(
      'click',
      () => Object.assign(window, { clicks: Number(Reflect.get(window, 'clicks')) + 1 }),
      true
    );
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'clicks')));
}

test.describe('on a usual screen', () => {
  test.use({ org: 'allow-list', viewport: { width: 1280, height: 800 } });

  test('a ready contact takes two clicks and no scrolling', async ({ page }) => {
    await openContact(page, 'Amélie Dubois');
    const clicks = await countClicks(page);
    await page.getByRole('button', { name: ACTION }).click();
    const dialog = page.getByRole('dialog', { name: ACTION });
    const create = dialog.getByRole('button', { name: 'Create User', exact: true });
    await expect(dialog.getByText(/checks passed/)).toBeVisible();
    await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Customer');
    for (const what of [
      dialog.getByRole('heading', { name: 'Ready' }),
      dialog.getByRole('combobox', { name: 'Profile' }),
      dialog.getByRole('textbox', { name: 'Username' }),
      dialog.getByText('Name, email, language')
    ]) {
      await expectInView(page, what);
    }
    await create.click();
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    expect(await clicks()).toBe(2);
  });

  // As README and docs/standard-action.md say.
  test('a partner whose account is no partner takes two clicks more', async ({ page }) => {
    await openContact(page, 'Jamal Okafor');
    const clicks = await countClicks(page);
    await page.getByRole('button', { name: ACTION }).click();
    const dialog = page.getByRole('dialog', { name: ACTION });
    await dialog.getByText('Partner', { exact: true }).click();
    const enable = dialog.getByRole('button', { name: 'Enable as Partner Account', exact: true });
    await enable.waitFor();
    const before = await clicks();
    await enable.click();
    await dialog.getByRole('button', { name: 'Enable Partner Account', exact: true }).click();
    await expect(enable).toHaveCount(0);
    expect((await clicks()) - before).toBe(2);
    await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Partner');
    await dialog.getByRole('button', { name: 'Create User', exact: true }).click();
    await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();
  });
});

test.describe('where no seat is left', () => {
  test.use({ org: 'no-seats', viewport: { width: 1280, height: 800 } });

  // keyboard.spec goes the same way by keyboard alone.
  test('a seat is freed and the user created with six clicks in one window', async ({ page, server }) => {
    await openContact(page, 'Amélie Dubois');
    const clicks = await countClicks(page);
    const startedAt = Date.now();
    await page.getByRole('button', { name: ACTION }).click();
    const dialog = page.getByRole('dialog', { name: ACTION });
    await dialog
      .getByRole('button', { name: /^Deactivate (?!User$)/u })
      .first()
      .click();
    await dialog.getByRole('button', { name: 'Deactivate User', exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Profile' }).click();
    await dialog.getByRole('option').filter({ hasText: 'Acme Customer' }).first().click();
    await dialog.getByRole('button', { name: 'Create User', exact: true }).click();
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    test.info().annotations.push({ type: 'seconds', description: ((Date.now() - startedAt) / 1000).toFixed(1) });
    expect(await clicks()).toBe(6);
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: true }]);
  });
});

/** Counts the presses of a pointer on every page of every tab. */
async function countClicksOnAllPages(context: BrowserContext): Promise<() => number> {
  let clicks = 0;
  await context.exposeFunction('countClick', () => {
    clicks += 1;
  });
  await context.addInitScript(() => {
    const count = ({ detail }: MouseEvent): void => {
      const report: unknown = Reflect.get(window, 'countClick');
      // A key that presses a button makes a click without a detail.
      if (detail > 0 && typeof report === 'function') Reflect.apply(report, window, []);
    };
    document.addEventListener('click', count, true);
  });
  return () => clicks;
}

test.describe('where the account owner has no role', () => {
  test.use({ org: 'owner-without-role', viewport: { width: 1280, height: 800 } });

  test('the role is given on the owner’s page, and back in the tab nothing has to be rechecked', async ({
    page,
    server
  }) => {
    const clicks = await countClicksOnAllPages(page.context());
    await openContact(page, 'Amélie Dubois');
    const before = clicks();
    await page.getByRole('button', { name: ACTION }).click();
    const dialog = page.getByRole('dialog', { name: ACTION });
    const [owner] = await Promise.all([
      page.waitForEvent('popup'),
      newTabLink(dialog, 'Give Dana Whitfield a role').click()
    ]);
    await owner.getByRole('link', { name: 'User Detail' }).click();
    await owner.getByRole('link', { name: 'Edit', exact: true }).click();
    await owner.getByRole('combobox', { name: 'Role' }).selectOption('Nordic Sales');
    await saveSetup(owner, 'Save');
    await owner.close();
    await comeBack(page);
    await dialog.getByRole('combobox', { name: 'Profile' }).click();
    await dialog.getByRole('option').filter({ hasText: 'Acme Customer' }).first().click();
    await dialog.getByRole('button', { name: 'Create User', exact: true }).click();
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
    // Five until the role is saved, besides the list of roles itself, and three until the user is there.
    expect(clicks() - before).toBe(8);
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: true }]);
  });
});

for (const [width, height] of [
  [1280, 800],
  [390, 844]
] as const) {
  test.describe(`${String(width)} × ${String(height)}`, () => {
    test.use({ org: 'owner-without-role', person: 'Sales Ops', viewport: { width, height } });

    test('what blocks and every cure of it is in view', async ({ page }) => {
      await openContact(page, 'Amélie Dubois');
      await page.getByRole('button', { name: ACTION }).click();
      const dialog = page.getByRole('dialog', { name: ACTION });
      for (const what of [
        dialog.getByRole('heading', { name: 'Not yet: 1 thing to fix' }),
        dialog.getByText('The account owner has no role', { exact: true }),
        newTabLink(dialog, 'Give Dana Whitfield a role'),
        newTabLink(dialog, 'Change the owner')
      ]) {
        await expectInView(page, what);
      }
    });

    test('a question is asked in the footer, with its answers in view', async ({ page, localOrg }) => {
      await localOrg.reset('ready');
      await openContact(page, 'Jamal Okafor');
      await page.getByRole('button', { name: ACTION }).click();
      const dialog = page.getByRole('dialog', { name: ACTION });
      await dialog.getByText('Partner', { exact: true }).click();
      await dialog.getByRole('button', { name: 'Enable as Partner Account' }).click();
      for (const name of ['Cancel', 'Enable Partner Account']) {
        await expect(dialog.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
      }
      await expect(dialog.getByRole('button', { name: 'Create User' })).toHaveCount(0);
    });
  });
}
