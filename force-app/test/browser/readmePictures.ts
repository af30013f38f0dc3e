import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { LocalOrgControl } from './localOrgControl.ts';
import { openPlan } from './massEnablement.ts';
import { ask, askFor, openReview } from './review.ts';
import { chooseKind, chooseProfile, openAndStart, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';

/** The README's pictures, of the running playground. */

const FOLDER = 'docs/images';

/** What is left of the page around the window, in CSS pixels. */
const MARGIN = 8;

/** Takes the part of a page that the first and the last of these elements span, with a margin around it. */
async function take(page: Page, name: string, first: Locator, last = first, margin = 0): Promise<void> {
  const [top, bottom] = [await first.boundingBox(), await last.boundingBox()];
  if (top === null || bottom === null) throw new Error(`Nothing is there to take a picture of ${name}.`);
  const x = Math.max(0, top.x - margin);
  const y = Math.max(0, top.y - margin);
  await page.screenshot({
    path: `${FOLDER}/${name}.png`,
    animations: 'disabled',
    caret: 'hide',
    clip: { x, y, width: top.x + top.width + margin - x, height: bottom.y + bottom.height + margin - y }
  });
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}

/** The window of the action, without the page behind it. */
async function takeDialog(page: Page, name: string, dialog: Locator): Promise<void> {
  await take(page, name, dialog.locator('.slds-modal__header'), dialog.locator('.slds-modal__footer'), MARGIN);
}

async function takeSteps(page: Page): Promise<void> {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await dialog.getByText('All 11 checks passed.').waitFor();
  await press(dialog, 'Show checks');
  await dialog.getByText('11 checks passed', { exact: true }).waitFor();
  await takeDialog(page, 'checks', dialog);
  await press(dialog, 'Next');
  await chooseKind(dialog, 'Customer');
  await chooseProfile(dialog, 'Acme Customer');
  await takeDialog(page, 'details', dialog);
  await press(dialog, 'Create User');
  await outcomeOf(dialog, 'Amélie Dubois').waitFor();
  await takeDialog(page, 'outcome', dialog);
}

async function takeBlocker(page: Page): Promise<void> {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await dialog.getByText(/The account owner has no role/).waitFor();
  await takeDialog(page, 'blocked', dialog);
}

async function takeStatus(page: Page): Promise<void> {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await dialog.getByRole('button', { name: 'Deactivate' }).waitFor();
  await takeDialog(page, 'status', dialog);
}

async function takeList(page: Page): Promise<void> {
  const plan = await openPlan(page);
  await chooseProfile(plan, 'Acme Customer');
  await plan
    .getByText(/seats short/)
    .first()
    .waitFor();
  await take(page, 'list', page.getByRole('main'));
}

async function takeReview(page: Page): Promise<void> {
  await askFor(page, 'Amélie Dubois', 'Orders for the whole region.');
  await openReview(page);
  await ask(page, 'Approve', 'Amélie Dubois');
  await take(page, 'review', page.getByRole('main'));
}

async function takeRegistration(page: Page): Promise<void> {
  await page.goto('/acmehelp/SelfRegister');
  await page.getByRole('textbox', { name: 'First Name' }).fill('Mina');
  await take(page, 'registration', page.getByRole('main'));
}

const PICTURES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  ready: takeSteps,
  'owner-without-role': takeBlocker,
  'user-exists': takeStatus,
  list: takeList,
  automation: takeReview,
  'self-registration': takeRegistration
};

/** The scenarios that the README has pictures of. */
export const PICTURED_SCENARIOS: readonly string[] = Object.keys(PICTURES);

/** Takes the pictures of some scenarios, and says the files. */
export async function takeReadmePictures(
  page: Page,
  control: LocalOrgControl,
  scenarios: readonly string[]
): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const [scenario, takePictures] of Object.entries(PICTURES)) {
    if (!scenarios.includes(scenario)) continue;
    await control.reset(scenario);
    await takePictures(page);
  }
}
