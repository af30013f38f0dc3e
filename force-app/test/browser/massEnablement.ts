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
  await expect(plan.getByRole('button', { name: /^Enable \d+ users$/ })).toBeVisible();
  return plan;
}

/** Returns the counts by name from a text such as `Created (44) · Failed (3)`. */
export async function countsOf(line: Locator): Promise<Readonly<Record<string, number>>> {
  const text = await line.innerText();
  return Object.fromEntries(
    [...text.matchAll(/([^·()]+) \((\d+)\)/g)].map(([, name = '', count]) => [name.trim(), Number(count)])
  );
}
