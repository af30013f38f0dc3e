import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { controlLocalOrg, type LocalOrgControl } from './localOrgControl.ts';
import { openPlan } from './massEnablement.ts';
import { signIn } from './people.ts';
import { ask, askFor, openReview } from './review.ts';
import { takeStates } from './walks/takeStates.ts';
import { WALKS } from './walks/walks.ts';
import { chooseKind, chooseProfile, openAndStart, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { findBrowser } from '../../../scripts/shared/browser/findBrowser.ts';
import { startServer, type Server } from '../../../scripts/shared/browser/server.ts';

/**
 * `npm run screenshots` takes the README's pictures of the running playground into docs/images/; `-- list` only those of the
 * scenario list. `-- --states <folder>` takes pictures of each state of each screen into that folder; `list` after it only
 * those of the walk list.
 */

const FOLDER = 'docs/images';

/** Milliseconds; the first page may take minutes while the machine is busy. */
const PATIENCE = 180_000;

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

const PICTURES: readonly (readonly [scenario: string, takePictures: (page: Page) => Promise<void>])[] = [
  ['ready', takeSteps],
  ['owner-without-role', takeBlocker],
  ['user-exists', takeStatus],
  ['list', takeList],
  ['automation', takeReview],
  ['self-registration', takeRegistration]
];

const { values, positionals: named } = parseArgs({ options: { states: { type: 'string' } }, allowPositionals: true });
const { states } = values;

async function takeReadmePictures(browser: Browser, server: Server, control: LocalOrgControl): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({
    baseURL: server.url,
    viewport: { width: 1120, height: 1000 },
    deviceScaleFactor: 1.5
  });
  page.setDefaultTimeout(PATIENCE);
  for (const [scenario, takePictures] of PICTURES) {
    if (named.length > 0 && !named.includes(scenario)) continue;
    await control.reset(scenario);
    await takePictures(page);
  }
}

async function takeAllStates(browser: Browser, server: Server, control: LocalOrgControl, to: string): Promise<void> {
  for (const [name, walk] of Object.entries(WALKS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    // A walk may stop the clock of its page.
    const page = await browser.newPage({ baseURL: server.url });
    page.setDefaultTimeout(PATIENCE);
    await signIn(page.request, server, walk.person ?? 'System Administrator');
    await control.reset(walk.org);
    await takeStates(page, control, [name, walk], to);
    await page.close();
  }
}

const server = await startServer();
const browser = await chromium.launch(await findBrowser());
try {
  const control = controlLocalOrg(server.url);
  await (states === undefined
    ? takeReadmePictures(browser, server, control)
    : takeAllStates(browser, server, control, states));
} finally {
  await browser.close();
  await server.stop();
}
