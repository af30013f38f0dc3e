import { expect, test } from '@playwright/test';
import { openContact } from '../../../scripts/shared/browser/enabling.ts';
import { startServer, type Server } from '../../../scripts/shared/browser/server.ts';

/** Another repository's components, in plain JavaScript and unchanged, run beside ours. */

let server: Server;

test.beforeAll(async () => {
  server = await startServer(['--project', 'scripts/playground/__fixtures__/foreign']);
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

test('a record page component of another project is on the page with its defaults', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: server.url });
  await openContact(page, 'Amélie Dubois');
  await expect(page.getByText('Known as AMÉLIE DUBOIS')).toBeVisible();
  await page.close();
});
