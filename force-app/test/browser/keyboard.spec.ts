import type { BrowserContext, Locator, Page } from '@playwright/test';
import {
  ACTION,
  fillInCustomer,
  openAndStart,
  outcomeOf,
  press,
  startEnabling
} from '../../../scripts/shared/browser/enabling.ts';
import { countCreations, onCreation } from './creation.ts';
import { newTabLink } from './fixes.ts';
import { expect, test } from './harness.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { usersOf } from './records.ts';
import { askFor, openReview } from './review.ts';
import { comeBack } from './tabs.ts';

/** On the way from a blocked contact to its user; the header of each page is passed with Tab, too. */
const MOST_TABS = 120;

interface Presses {
  /** Without Tab. */
  readonly keys: number;
  readonly tabs: number;
  /** Of a pointer; a key that presses a button makes a click without a detail. */
  readonly clicks: number;
}

/** Counts what a person presses on every page that opens from now on. */
async function countPresses(context: BrowserContext): Promise<() => Presses> {
  const counts = { keys: 0, tabs: 0, clicks: 0 };
  await context.exposeFunction('countPress', (kind: keyof Presses) => {
    counts[kind] += 1;
  });
  await context.addInitScript(() => {
    const count = (kind: string): void => {
      const report: unknown = Reflect.get(window, 'countPress');
      if (typeof report === 'function') Reflect.apply(report, window, [kind]);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      count(key === 'Tab' ? 'tabs' : 'keys');
    };
    const onClick = ({ detail }: MouseEvent): void => {
      if (detail > 0) count('clicks');
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('click', onClick, true);
  });
  return () => counts;
}

async function startByKeyboard(page: Page, name: string): Promise<Locator> {
  await page.goto('/lightning/o/Contact/list');
  await pressOn(page, page.getByRole('link', { name, exact: true }), 'Enter');
  await pressOn(page, page.getByRole('button', { name: ACTION }), 'Enter');
  return page.getByRole('dialog', { name: ACTION });
}

test('a partner is enabled by keyboard alone, and Escape closes the question only', async ({ page }) => {
  const dialog = await startByKeyboard(page, 'Jamal Okafor');
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  const question = dialog.getByRole('heading', { name: 'Enable Kisumu Traders Ltd as a partner account?' });

  await tabTo(page, dialog.getByRole('radio', { name: 'Customer' }));
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Partner' })).toBeChecked();
  await pressOn(page, button('Enable as Partner Account'), 'Enter');
  await expect(question).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(dialog.getByRole('heading', { name: 'Ready' })).toBeFocused();

  await pressOn(page, button('Enable as Partner Account'), 'Enter');
  await expect(question).toBeFocused();
  await pressOn(page, button('Enable Partner Account'), 'Enter');
  await expect(button('Enable as Partner Account')).toHaveCount(0);

  await pressOn(page, dialog.getByRole('combobox', { name: 'Profile' }), 'Enter');
  await dialog.getByRole('option', { name: 'Acme Partner' }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Partner');
  await pressOn(page, button('Create User'), 'Enter');
  await expect(outcomeOf(dialog, 'Jamal Okafor')).toBeVisible();

  await pressOn(page, button('Done'), 'Enter');
  await expect(dialog).toBeHidden();
});

test('each step moves the focus and is marked, and Escape closes the window', async ({ page }) => {
  const dialog = await startByKeyboard(page, 'Amélie Dubois');
  const current = dialog.locator('li[aria-current="step"]');
  await expect(current).toHaveText('Details');
  await pressOn(page, dialog.getByRole('button', { name: 'Check', exact: true }), 'Enter');
  await expect(dialog.getByRole('heading', { name: 'Ready' })).toBeFocused();
  await expect(current).toHaveText('Check');
  await pressOn(page, dialog.getByRole('button', { name: 'Next', exact: true }), 'Enter');
  await expect(dialog.getByRole('heading', { name: 'Ready' })).toBeFocused();
  await expect(current).toHaveText('Details');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('Escape closes an open list first and then the window', async ({ page }) => {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  const profile = dialog.getByRole('combobox', { name: 'Profile' });
  await pressOn(page, profile, 'Enter');
  await expect(profile).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(profile).toHaveAttribute('aria-expanded', 'false');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

for (const [when, effect] of [
  ['before the user is created', 'hangBeforeCommit'],
  ['after the user was created', 'hangAfterCommit']
] as const) {
  test(`the action says that a user is under way when it was closed ${when}`, async ({ page, localOrg, server }) => {
    await localOrg.addFault(onCreation({ kind: effect }));
    const dialog = await fillInCustomer(page, 'Amélie Dubois');
    await press(dialog, 'Create User');
    await expect(dialog.getByRole('status').filter({ hasText: 'Creating the user…' })).toBeVisible();
    const made = effect === 'hangAfterCommit' ? 1 : 0;
    await expect.poll(() => countCreations(localOrg)).toBe(1);
    await expect.poll(() => usersOf(server, 'Amélie Dubois')).toHaveLength(made);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const again = await startEnabling(page);
    await expect(again.getByText('The user was sent before this window was opened.')).toBeVisible();
    expect(await usersOf(server, 'Amélie Dubois')).toHaveLength(made);
  });
}

test.describe('where no seat is free', () => {
  test.use({ org: 'no-seats' });

  test('a seat is freed and taken, and the user is deactivated and active again, by keyboard alone', async ({
    page,
    server
  }) => {
    const dialog = await startByKeyboard(page, 'Amélie Dubois');
    const button = (name: string) => dialog.getByRole('button', { name, exact: true });
    await pressOn(page, dialog.getByRole('button', { name: 'Deactivate Zoë Müller-Lüdenscheidt' }), 'Enter');
    await expect(dialog.getByRole('heading', { name: 'Deactivate Zoë Müller-Lüdenscheidt?' })).toBeFocused();
    await pressOn(page, button('Deactivate User'), 'Enter');
    // The only profile with a seat is chosen.
    await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Customer');
    await pressOn(page, button('Create User'), 'Enter');
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeFocused();
    await pressOn(page, button('Done'), 'Enter');
    await expect(dialog).toBeHidden();

    await pressOn(page, page.getByRole('button', { name: ACTION }), 'Enter');
    await pressOn(page, button('Deactivate User'), 'Enter');
    await expect(dialog.getByRole('heading', { name: 'Deactivate Amélie Dubois?' })).toBeFocused();
    await pressOn(page, button('Deactivate'), 'Enter');
    await expect(button('Undo')).toBeFocused();
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: false }]);
    await page.keyboard.press('Enter');
    await expect(button('Deactivate User')).toBeVisible();
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: true }]);
  });
});

test.describe('where seats have to be added', () => {
  test.use({ org: 'no-seats' });

  test('it is done in another tab, and the window is ready on return, with a few keys and no pointer', async ({
    page,
    server
  }) => {
    const pressed = await countPresses(page.context());
    const dialog = await startByKeyboard(page, 'Amélie Dubois');
    const button = (name: string) => dialog.getByRole('button', { name, exact: true });
    await expect(dialog.getByRole('heading', { name: 'Not yet: 1 thing to fix' })).toBeVisible();
    const opened = page.waitForEvent('popup');
    await pressOn(page, newTabLink(dialog, 'Open Company Information'), 'Enter');
    const setup = await opened;
    await tabTo(setup, setup.getByRole('spinbutton', { name: 'Total Licenses: Customer Community', exact: true }));
    // Tab has selected the number.
    await setup.keyboard.type('4');
    await pressOn(setup, setup.getByRole('button', { name: 'Save', exact: true }), 'Enter');
    await expect(setup.getByRole('status')).toHaveText('Your changes are saved.');
    await expect(setup.getByRole('status')).toBeFocused();
    await setup.close();
    await comeBack(page);

    await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveText('Acme Customer');
    await pressOn(page, button('Create User'), 'Enter');
    await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeFocused();
    await pressOn(page, button('Done'), 'Enter');
    await expect(dialog).toBeHidden();
    expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ IsActive: true }]);
    const { keys, tabs, clicks } = pressed();
    test.info().annotations.push({ type: 'keys', description: `${String(keys)}, and ${String(tabs)} times Tab` });
    expect({ keys, clicks }).toEqual({ keys: 7, clicks: 0 });
    expect(tabs).toBeLessThanOrEqual(MOST_TABS);
  });
});

test.describe('where access was requested', () => {
  test.use({ org: 'automation' });

  test('a person approves and rejects by keyboard alone, and the focus goes to what is left', async ({ page }) => {
    await askFor(page, 'Amélie Dubois', 'Orders for the whole region.');
    await askFor(page, 'Jamal Okafor', 'Asked at the fair.');
    await openReview(page);
    const main = page.getByRole('main');
    const button = (name: string) => main.getByRole('button', { name, exact: true });
    await pressOn(page, button('Approve Amélie Dubois'), 'Enter');
    await expect(main.getByText('Approve Amélie Dubois? A user is created')).toBeFocused();
    await pressOn(page, button('Approve'), 'Enter');
    await expect(main.getByRole('heading', { name: 'Waiting for you: 1' })).toBeFocused();
    await pressOn(page, button('Reject Jamal Okafor'), 'Enter');
    await expect(main.getByRole('textbox', { name: 'Reason for rejecting Jamal Okafor' })).toBeFocused();
    await page.keyboard.type('No contract yet.');
    await pressOn(page, button('Reject'), 'Enter');
    await expect(main.getByRole('heading', { name: 'All done. Nobody is waiting for external access.' })).toBeFocused();
  });
});

test.describe('in forced colors', () => {
  test.use({ org: 'owner-without-role', contextOptions: { forcedColors: 'active' } });

  test('a fix has an outline while it has the focus, because its shadow is dropped', async ({ page }) => {
    const dialog = await openAndStart(page, 'Amélie Dubois');
    const fix = newTabLink(dialog, 'Give Dana Whitfield a role');
    await tabTo(page, fix);
    await expect(fix).toHaveCSS('outline-style', 'solid');
    await expect(fix).toHaveCSS('outline-width', '2px');
  });

  test('so has what a person fills in and presses in Setup', async ({ page }) => {
    await page.goto('/lightning/setup/EnhancedProfiles/home');
    for (const field of [
      page.getByRole('combobox', { name: 'Existing Profile' }),
      page.getByRole('textbox', { name: 'Profile Name' }),
      page.getByRole('button', { name: 'Save' })
    ]) {
      await tabTo(page, field);
      await expect(field).toHaveCSS('outline-style', 'solid');
    }
  });
});
