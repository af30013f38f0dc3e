import { expect, expectAccessible, test } from './harness.ts';
import { query } from './records.ts';
import { openRegistration, signUp } from './registration.ts';
import { logIn, setPassword } from './site.ts';

const PASSWORD = 'correct horse 7';
const USERNAME = 'mina.okonkwo@mail.example';
const USERS = `SELECT Account.Name, Profile.Name, Contact.Email FROM User WHERE Username = '${USERNAME}'`;

test.describe('where visitors may register', () => {
  test.use({ org: 'self-registration' });

  test('a visitor registers, gets the mail, sets a password and is logged in', async ({ page, localOrg, server }) => {
    await openRegistration(page);
    await signUp(page, 'Okonkwo', USERNAME);
    await expect(page.getByRole('heading', { name: 'Now, check your email' })).toBeVisible();

    const mails = await localOrg.outbox();
    expect(mails.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: `Mina Okonkwo <${USERNAME}>`, subject: 'Welcome to Acme Help' }
    ]);
    await setPassword(page, mails[0]?.link ?? '', PASSWORD);
    await expect(page.getByRole('heading', { name: 'Welcome, Mina Okonkwo!' })).toBeVisible();
    await expect(page.getByText('Acme Help Members')).toBeVisible();

    await page.getByRole('button', { name: 'Log Out' }).click();
    await logIn(page, 'acmehelp', USERNAME, PASSWORD);
    await expect(page.getByRole('heading', { name: 'Welcome, Mina Okonkwo!' })).toBeVisible();
    expect(await query(server, USERS)).toMatchObject([
      { Account: { Name: 'Acme Help Members' }, Profile: { Name: 'Acme Customer' }, Contact: { Email: USERNAME } }
    ]);
  });

  test('registration works without JavaScript', async ({ browser, localOrg, server }) => {
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await openRegistration(page);
    await signUp(page, 'Okonkwo', USERNAME);
    await expect(page.getByRole('heading', { name: 'Now, check your email' })).toBeVisible();
    expect(await localOrg.outbox()).toHaveLength(1);
    await context.close();
  });

  test('a missing value is reported at its field, and typed values stay', async ({ page, localOrg }) => {
    await openRegistration(page);
    await signUp(page, '', USERNAME);
    await expect(page.getByRole('alert')).toHaveText('Last name is required.');
    const lastName = page.getByLabel('Last Name');
    await expect(lastName).toHaveAttribute('aria-invalid', 'true');
    await expect(lastName).toHaveAccessibleDescription('Last name is required.');
    await expect(lastName).toBeFocused();
    await expect(page.getByLabel('Email')).toHaveValue(USERNAME);

    await signUp(page, 'Okonkwo', 'mina');
    await expect(page.getByRole('alert')).toHaveText('Email: invalid email address: mina');
    await expect(page.getByLabel('Email')).toBeFocused();
    expect(await localOrg.outbox()).toEqual([]);
  });

  test('a visitor with an existing user sees a general message, and no mail is sent', async ({ page, localOrg }) => {
    await openRegistration(page);
    await signUp(page, 'Lindqvist', 'freja.lindqvist@acme.example');
    await expect(page.getByRole('alert')).toContainText('Your request cannot be completed.');
    await page.getByRole('link', { name: 'Already have an account?' }).click();
    await expect(page.getByRole('button', { name: 'Log In' })).toBeVisible();
    expect(await localOrg.outbox()).toEqual([]);
  });

  test('the keyboard alone is enough: Tab goes through the form in order, and Enter sends it', async ({ page }) => {
    await openRegistration(page);
    const values = [
      ['First Name', 'Mina'],
      ['Last Name', 'Okonkwo'],
      ['Email', USERNAME]
    ] as const;
    for (const [label, value] of values) {
      await page.keyboard.press('Tab');
      await expect(page.getByLabel(label)).toBeFocused();
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Now, check your email' })).toBeVisible();
  });
});

test.describe('where the sites are not live', () => {
  test.use({ org: 'no-live-site' });

  test('a visitor reads that the site is closed, and sees no form', async ({ page }) => {
    await page.goto('/acmehelp/s/login/SelfRegister');
    await expect(page.getByRole('heading', { name: 'Under Construction' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.goto('/acmepartners/s/login/SelfRegister');
    await expect(page.getByRole('heading', { name: 'Down For Maintenance' })).toBeVisible();
  });
});

test('a site without self-registration has neither link nor page', async ({ page }) => {
  await page.goto('/acmehelp/login');
  await expect(page.getByRole('button', { name: 'Log In' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Not a member?' })).toHaveCount(0);
  await page.goto('/acmehelp/s/login/SelfRegister');
  await expect(page.getByRole('heading', { name: 'Page Not Found' })).toBeVisible();
  await expectAccessible(page);
});
