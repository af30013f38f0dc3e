import type { Locator } from '@playwright/test';

/** Presses the button of the plan, and answers the one question before anything is sent. */
export async function createUsers(plan: Locator, count: number): Promise<void> {
  const button = plan.getByRole('button', { name: `Create ${String(count)} Users`, exact: true });
  await button.click();
  await plan.getByRole('group', { name: `Create ${String(count)} users?` }).waitFor();
  await button.click();
}
