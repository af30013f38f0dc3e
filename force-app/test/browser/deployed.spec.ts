import { expect, test, type Page } from '@playwright/test';
import { ACTION, fillInCustomer, openContact, outcomeOf, press } from '../../../scripts/shared/browser/enabling.ts';
import { startServer, type Server } from '../../../scripts/shared/browser/server.ts';
import { APPROVER_PERMISSION_SET, buildProduct, PERMISSION_SET } from '../../../scripts/shared/product.ts';
import { AUTOMATION, deployProduct } from '../../../scripts/shared/sf/deployment.ts';
import { LOCAL, localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import { assignPermissionSet } from '../../../scripts/shared/sf/permissionSet.ts';
import { runOurCommand } from '../../../scripts/shared/testing/ourCommand.ts';
import { inTemporaryFolder } from '../../../scripts/shared/temporaryFolder.ts';
import { cardOf } from './card.ts';
import { controlLocalOrg } from './localOrgControl.ts';
import { BUTTON, LIST, countsOf, planOf } from './massEnablement.ts';
import { usersOf } from './records.ts';
import { ask, askFor, confirm, openReview, refreshUntil } from './review.ts';
import { setPassword } from './site.ts';

/**
 * Every way to a user works in an empty org after the real CLI has deployed the product, its flows and the demo's
 * metadata: the settings that switch the flows on, their profiles and the list button.
 */
test.describe.configure({ mode: 'serial', timeout: 600_000 });

const DEMO_METADATA = 'scripts/scratch-org/metadata';
const SITE = ['--site', 'Acme Help', '--profile', 'Demo Customer', '--account', 'Northwind Ångström AB'];
const PASSWORD = 'correct horse 7';

let server: Server;
let page: Page;

/** Returns the link in the last mail whose recipient address contains this text. */
async function mailedLink(to: string): Promise<string> {
  const mails = await controlLocalOrg(server.url).outbox();
  return mails.findLast((mail) => mail.to.includes(to))?.link ?? '';
}

test.beforeAll(async ({ browser }) => {
  server = await startServer(['--deployed']);
  page = await browser.newPage({ baseURL: server.url });
});

test.afterAll(async () => {
  await page.close();
  await server.stop();
});

test('an empty org shows nothing until the sf CLI has deployed to it', async () => {
  await openContact(page, 'Amélie Dubois');
  await expect(page.getByText('No action and no component was deployed to this org yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: ACTION })).toBeHidden();

  await inTemporaryFolder(async (home) => {
    const sf = await logInToLocalOrg(home, server);
    expect(await buildProduct()).toBeNull();
    const deployment = await deployProduct(sf, LOCAL, [AUTOMATION, DEMO_METADATA]);
    expect(deployment).toMatchObject({ kind: 'known', value: { isTranslated: true } });
    const administrator = server.people.find(({ accessToken }) => accessToken === server.accessToken)?.username ?? '';
    const permissionSets = [PERMISSION_SET, APPROVER_PERMISSION_SET];
    expect(await assignPermissionSet(sf, LOCAL, [administrator], permissionSets)).toMatchObject({ kind: 'known' });

    const options = ['--target-org', LOCAL, '--json', ...SITE];
    const environment = localEnvironment(home, server.accessToken);
    const { stdout } = await runOurCommand('self-registration', options, environment);
    expect(JSON.parse(stdout)).toMatchObject({ result: 'on', site: { selfRegistration: true } });
  });

  await page.reload();
  await expect(page.getByRole('button', { name: ACTION })).toBeVisible();
});

test('the quick action creates a user and shows the deployed languages', async () => {
  await openContact(page, 'Amélie Dubois');
  await expect(cardOf(page)).toBeVisible();
  const dialog = await fillInCustomer(page, 'Amélie Dubois');
  const username = await dialog.getByRole('textbox', { name: 'Username' }).inputValue();
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, 'Amélie Dubois')).toBeVisible();
  expect(await usersOf(server, 'Amélie Dubois')).toMatchObject([{ Username: username, IsActive: true }]);
  await press(dialog, 'Done');

  await page.goto(`${page.url()}?language=de`);
  await expect(page.getByRole('button', { name: 'Externen Benutzer aktivieren' })).toBeVisible();
  await page.goto(`${page.url()}?language=en_US`);
});

test('the list button creates users', async () => {
  await page.goto(LIST);
  await page.getByRole('checkbox', { name: 'Select Amélie Dubois' }).check();
  await page.getByRole('checkbox', { name: 'Select Björn Åkesson' }).check();
  await page.getByRole('button', { name: BUTTON }).click();
  const plan = planOf(page);
  await expect(plan.getByRole('tab', { name: 'Already users 1' })).toBeVisible();
  expect(await countsOf(plan)).toEqual({ Ready: 1, 'Already users': 1 });
  await press(plan, 'Create 1 User');
  await press(plan, 'Create 1 User');
  await expect(plan.getByRole('button', { name: 'Download CSV' })).toBeVisible();
  expect(await usersOf(server, 'Björn Åkesson')).toMatchObject([{ IsActive: true }]);
});

test('an approval creates a user who sets a password and logs in', async () => {
  await askFor(page, 'Jamal Okafor', 'Asked at the fair.');
  await openReview(page);
  await ask(page, 'Approve', 'Jamal Okafor');
  await confirm(page, 'Approve');
  await expect(page.getByRole('main')).toContainText(/Jamal Okafor · (?:Approved|Enabled)/u);
  await openContact(page, 'Jamal Okafor');
  const username = 'jamal.okafor@kisumu-traders.example';
  await refreshUntil(page, 'Enabled', `Jamal Okafor now has a user: ${username}.`);
  expect(await usersOf(server, 'Jamal Okafor')).toMatchObject([{ IsActive: true, Profile: { Name: 'Demo Customer' } }]);

  await setPassword(page, await mailedLink('Jamal Okafor'), PASSWORD);
  await expect(page.getByRole('heading', { name: 'Welcome, Jamal Okafor!' })).toBeVisible();
});

test('a visitor becomes a user by registering at the site', async ({ browser }) => {
  const visitor = await browser.newPage({ baseURL: server.url });
  await visitor.goto('/acmehelp/login');
  await visitor.getByRole('link', { name: 'Not a member?' }).click();
  await visitor.getByLabel('First Name').fill('Mina');
  await visitor.getByLabel('Last Name').fill('Okonkwo');
  await visitor.getByLabel('Email').fill('mina.okonkwo@mail.example');
  await visitor.getByRole('button', { name: 'Sign Up' }).click();
  await expect(visitor.getByRole('heading', { name: 'Now, check your email' })).toBeVisible();
  await setPassword(visitor, await mailedLink('mina.okonkwo@mail.example'), PASSWORD);
  await expect(visitor.getByRole('heading', { name: 'Welcome, Mina Okonkwo!' })).toBeVisible();
  expect(await usersOf(server, 'Mina Okonkwo')).toMatchObject([{ Profile: { Name: 'Demo Customer' } }]);
  await visitor.close();
});
