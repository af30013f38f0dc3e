import type { Locator, Page } from '@playwright/test';
import { chooseProfile, press } from '../../../scripts/shared/browser/enabling.ts';
import { LIST_BUTTON } from '../../../scripts/shared/browser/pageHost.ts';
import { playgroundHost } from '../../../scripts/shared/browser/playgroundHost.ts';
import { refusalOf } from './creation.ts';
import { expect } from './harness.ts';

export { createUsers } from '../../../scripts/shared/browser/planning.ts';

export const LIST = '/lightning/o/Contact/list';
export const BUTTON = LIST_BUTTON;

/** In the org `list`, so many contacts are ready, and so many seats are free. */
export const READY = 56;
export const SEATS = 47;

/** So many users are refused in a test of a fault. */
export const REFUSED = 3;

export const REFUSAL = refusalOf({
  errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  message: 'No users on Fridays.',
  field: null,
  draftField: null
});

/** The flow screen with the plan for the selected contacts. */
export function planOf(page: Page): Locator {
  return page.getByRole('main');
}

/** Selects every contact of the list and presses the list button; resolves once the plan is there. */
export async function openPlan(page: Page): Promise<Locator> {
  await page.goto(LIST);
  await page.getByRole('checkbox', { name: 'Select Amélie Dubois' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await page.getByRole('button', { name: BUTTON }).click();
  await page.waitForURL(/\/flow\/Enable_External_Users\?/);
  const plan = planOf(page);
  await expect(plan.getByRole('heading', { name: BUTTON })).toBeVisible();
  await expect(plan.getByRole('button', { name: /^Create \d+ Users$/ })).toBeVisible();
  return plan;
}

/** Selects these contacts of the list and presses the list button; resolves once the plan for all of them is there. */
export async function openPlanFor(page: Page, names: readonly string[]): Promise<Locator> {
  const plan = await playgroundHost.openPlan(
    page,
    names.map((name) => ({ name }))
  );
  await expect(plan.getByRole('button', { name: `Create ${names.length} Users` })).toBeVisible();
  return plan;
}

/** Returns the counts of the tabs by their names, such as `Created 44`. */
export async function countsOf(plan: Locator): Promise<Readonly<Record<string, number>>> {
  const names = await plan.getByRole('tab').allInnerTexts();
  return Object.fromEntries(
    names.map((name) => [name.replace(/\s*\d+$/, '').trim(), Number(/\d+$/.exec(name.trim())?.[0])])
  );
}

/** Selects as many contacts as the profile's license has free seats. */
export async function chooseSeats(plan: Locator): Promise<void> {
  await chooseProfile(plan, 'Acme Customer');
  await expect(plan.getByText(`Selected: ${READY}. ${READY - SEATS} seats short.`)).toBeVisible();
  await press(plan, `Select the first ${SEATS}`);
  await expect(plan.getByRole('button', { name: `Create ${SEATS} Users` })).toBeEnabled();
}
