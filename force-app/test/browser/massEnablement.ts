import type { Locator, Page } from '@playwright/test';
import { expect } from './harness.ts';

export const LIST = '/lightning/o/Contact/list';
export const BUTTON = 'Enable External Users';

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
  await page.goto(LIST);
  for (const name of names) {
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  }
  await page.getByRole('button', { name: BUTTON }).click();
  await page.waitForURL(/\/flow\/Enable_External_Users\?/);
  const plan = planOf(page);
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

/** Answers the one question before anything is sent. */
export async function createUsers(plan: Locator, count: number): Promise<void> {
  const button = plan.getByRole('button', { name: `Create ${count} Users`, exact: true });
  await button.click();
  await expect(plan.getByRole('group', { name: `Create ${count} users?` })).toBeVisible();
  await button.click();
}
