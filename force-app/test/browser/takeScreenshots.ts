import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { controlLocalOrg } from './localOrgControl.ts';
import { openPlan } from './massEnablement.ts';
import { ask, askFor, openReview } from './review.ts';
import { chooseKind, chooseProfile, openAndStart, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { findBrowser } from '../../../scripts/shared/browser/findBrowser.ts';
import { startServer } from '../../../scripts/shared/browser/server.ts';

/** `npm run screenshots` takes the README's pictures of the running playground into docs/images/. */

const FOLDER = 'docs/images';

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}

async function takeSteps(page: Page): Promise<void> {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await dialog.getByText('All 11 checks passed.').waitFor();
  await press(dialog, 'Show checks');
  await dialog.getByText('11 checks passed', { exact: true }).waitFor();
  await take(page, 'checks');
  await press(dialog, 'Next');
  await chooseKind(dialog, 'Customer');
  await chooseProfile(dialog, 'Acme Customer ·');
  await take(page, 'details');
  await press(dialog, 'Create User');
  await outcomeOf(dialog, 'Amélie Dubois').waitFor();
  await take(page, 'outcome');
}

async function takeBlocker(page: Page): Promise<void> {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await dialog.getByText(/The account owner has no role/).waitFor();
  await take(page, 'blocked');
}

async function takeStatus(page: Page): Promise<void> {
  const dialog = await openAndStart(page, 'Amélie Dubois');
  await dialog.getByRole('button', { name: 'Deactivate' }).waitFor();
  await take(page, 'status');
}

async function takeList(page: Page): Promise<void> {
  const plan = await openPlan(page);
  await chooseProfile(plan, 'Acme Customer ·');
  await plan
    .getByText(/seats short/)
    .first()
    .waitFor();
  await take(page, 'list');
}

async function takeReview(page: Page): Promise<void> {
  await askFor(page, 'Amélie Dubois', 'Orders for the whole region.');
  await openReview(page);
  await ask(page, 'Approve', 'Amélie Dubois');
  await take(page, 'review');
}

async function takeRegistration(page: Page): Promise<void> {
  await page.goto('/acmehelp/SelfRegister');
  await page.getByRole('textbox', { name: 'First Name' }).fill('Mina');
  await take(page, 'registration');
}

await mkdir(FOLDER, { recursive: true });
const server = await startServer();
const browser = await chromium.launch(await findBrowser());
try {
  const control = controlLocalOrg(server.url);
  const page = await browser.newPage({
    baseURL: server.url,
    viewport: { width: 1120, height: 800 },
    deviceScaleFactor: 1.5
  });
  await control.reset('ready');
  await takeSteps(page);
  await control.reset('owner-without-role');
  await takeBlocker(page);
  await control.reset('user-exists');
  await takeStatus(page);
  await control.reset('list');
  await takeList(page);
  await control.reset('automation');
  await takeReview(page);
  await control.reset('self-registration');
  await takeRegistration(page);
} finally {
  await browser.close();
  await server.stop();
}
