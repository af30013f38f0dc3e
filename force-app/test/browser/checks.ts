import { expect, type Locator } from '@playwright/test';
import { fixOf } from './fixes.ts';

/** The result of a check, which is the name of its icon. */
export type Standing = 'Ready' | 'Warning' | 'Blocked' | 'Unknown';

/** One line in a list of checks: its title, its result, its text and what leads to the fix. */
export interface Line {
  /** The name of the check; on a card, the problem. */
  readonly check: string | RegExp;
  readonly is: Standing;
  readonly says: string | RegExp;
  readonly fix?: string;
}

/** Shows the lines of all checks, also those that are folded. */
export async function unfoldChecks(dialog: Locator): Promise<void> {
  const link = dialog.getByRole('button', { name: 'Show checks', exact: true });
  await link.or(dialog.getByRole('button', { name: 'Check Again', exact: true })).waitFor();
  if (await link.isVisible()) {
    await link.click();
  }
  const folded = dialog.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) {
    await folded.first().click();
  }
}

/** The line of a check, such as `Account owner`, or the card of a problem. */
export function lineOf(dialog: Locator, check: string | RegExp): Locator {
  return dialog.getByRole('listitem').filter({ has: dialog.page().getByText(check, { exact: true }) });
}

/** The checks of a field, below it. */
export function notesOf(dialog: Locator, field: 'kind' | 'profile' | 'username' | 'nickname'): Locator {
  return dialog.locator(`c-external-user-notes[slot=${field}]`);
}

/** Shows the fields of the form that are folded. */
export async function unfoldForm(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Edit', exact: true }).click();
}

export async function expectLine(dialog: Locator, { check, is, says, fix }: Line): Promise<void> {
  const line = lineOf(dialog, check);
  await expect(line).toContainText(says);
  await expect(line.getByText(is, { exact: true })).toBeAttached();
  await (fix === undefined
    ? expect(line.getByRole('button').or(line.getByRole('link'))).toHaveCount(0)
    : expect(fixOf(line, fix)).toBeVisible());
}
