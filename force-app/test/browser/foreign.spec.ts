import { expect, test } from '@playwright/test';
import { openContact } from '../../../scripts/shared/browser/enabling.ts';
import { startServer, type Server } from '../../../scripts/shared/browser/server.ts';
import { expectAccessible } from './harness.ts';

/** Unchanged JavaScript components of other repositories run beside ours. */

const FIXTURES = 'packages/playground/__fixtures__';

let server: Server;

test.beforeAll(async () => {
  server = await startServer(['--project', `${FIXTURES}/foreign`, '--project', `${FIXTURES}/mixed`]);
});

test.afterAll(async () => {
  await server.stop();
});

test('a JavaScript quick action of another project reads the contact, greets it and closes', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  await page.getByRole('button', { name: 'Greet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Greet' });
  await expect(dialog.getByText('Amélie Dubois')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Greeting' }).fill('Bonjour');
  await dialog.getByRole('button', { name: 'Greet' }).click();
  await expect(page.getByText('Bonjour, Amélie Dubois')).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.close();
});

test('a record page component of another project appears with its default values', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  await expect(page.getByText('Known as AMÉLIE DUBOIS')).toBeVisible();
  await page.close();
});

test('a component gets data by a GraphQL document that has other documents in it', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  await expect(page.getByText('Amélie Dubois is looked after by Ingrid Solberg')).toBeVisible();
  await page.close();
});

test('handlers of lwc:on are called on an element and on a component, and others after a change', async ({
  browser
}) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  const box = page.getByRole('button', { name: 'Box', exact: true });
  await box.hover();
  await expect(page.getByText('Heard: mouseenter')).toBeVisible();
  await box.focus();
  await expect(page.getByText('Heard: focus')).toBeVisible();
  await page.getByText('Hear what comes in').click();
  await box.focus();
  await box.blur();
  await expect(page.getByText('Heard: blur')).toBeVisible();
  await box.focus();
  await expect(page.getByText('Heard: blur')).toBeVisible();
  await page.close();
});

test('a component that fails has a card with its name, file and cause, and everything else goes on', async ({
  browser
}) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  const cards = page.getByRole('alert').filter({ hasText: 'The component c/brokenBadge failed' });
  // Once by itself, and once inside the component that has it in its template.
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText('Failed to resolve import "c/removedLevels"');
  await expect(cards.first()).toContainText(`${FIXTURES}/mixed/app/lwc/brokenBadge/brokenBadge.js:2:24`);
  await expect(page.getByText('Around the badge')).toBeVisible();
  await expect(page.getByText('Known as AMÉLIE DUBOIS')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enable External User' })).toBeVisible();
  await expectAccessible(page);
  await page.close();
});

test('what the local org does not have is refused by name, each in its place', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  const refused = page.getByRole('alert').filter({ hasText: 'was refused' });
  await expect(page.getByText('Beside the form')).toBeVisible();
  await expect(refused.filter({ hasText: 'The component lightning/recordForm' })).toContainText(
    'Record forms need page layouts: lightning/recordForm (not modelled by this local org)'
  );
  await expect(refused.filter({ hasText: 'The component c/listCard' })).toContainText('listCard.js:2');
  const layout = 'c-layout-card: getRecord with layoutTypes needs page layouts (not modelled by this local org)';
  await expect(page.getByText(`Layout: ${layout}`)).toBeVisible();
  const list = page.getByRole('region', { name: 'Not in this local org' });
  await expect(list.getByText(layout)).toBeVisible();
  await expect(list.getByText(/^Static resources .* @salesforce\/resourceUrl\/logo/)).toBeVisible();
  await expectAccessible(page);
  await page.close();
});

test('a screen flow of another project asks, validates, sums up and starts again', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/lightning/flow/Rate_Contact?flow__contactName=Ada');
  await expect(page.getByRole('textbox', { name: 'Whom did you meet?' })).toHaveValue('Ada');
  await expect(page.getByText('how it went')).toBeVisible();
  await expectAccessible(page);
  const next = page.getByRole('button', { name: 'Next' });
  await next.click();
  await expect(page.getByText('Complete this field.')).toBeVisible();
  await page.getByText('Mail', { exact: true }).first().click();
  await next.click();

  await expect(page.getByText('How was Ada?')).toBeVisible();
  await next.click();
  await expect(page.getByRole('alert')).toHaveText('Rate from 1 to 5.');
  await page.getByRole('spinbutton', { name: 'Rating' }).fill('5');
  await expect(page.getByText('Verdict: Good')).toBeVisible();
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(page.getByRole('radio', { name: 'Mail' })).toBeChecked();
  await next.click();
  await page.getByRole('button', { name: 'Send rating' }).click();

  await expect(page.getByText('Ada, mail: 5, Good')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Previous' })).toBeHidden();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('textbox', { name: 'Whom did you meet?' })).toHaveValue('Ada');
  await context.close();
});

test('a flow that was not deployed says what to ask for', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto('/flow/No_Such_Flow');
  await expect(page.getByRole('heading', { name: 'This flow can’t run' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Ask an administrator to deploy it first');
  await page.close();
});
