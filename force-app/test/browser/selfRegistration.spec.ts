import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './harness.ts';
import { expectNoSidewaysScroll } from './reflow.ts';
import { query } from './records.ts';
import { logIn, setPassword } from './site.ts';

const PASSWORD = 'correct horse 7';
const USERNAME = 'mina.okonkwo@mail.example';
const USERS = `SELECT Account.Name, Profile.Name, Contact.Email FROM User WHERE Username = '${USERNAME}'`;

const VIEWS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 768, 1280].map(
    (width) => [`in ${colorScheme}, ${width} px wide`, { colorScheme, viewport: { width, height: 800 } }] as const
  )
);

/** Takes a picture of a state, and expects it to be accessible and to fit. */
function checkOf(page: Page, view: string) {
  return (state: string): Promise<void> =>
    test.step(state, async () => {
      await page.screenshot({ path: test.info().outputPath(`${view} ${state}.png`) });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
}

/** Opens the registration page by the link on the log-in page. */
async function openRegistration(page: Page): Promise<void> {
  await page.goto('/acmehelp/login');
  await page.getByRole('link', { name: 'Not a member?' }).click();
  await expect(page).toHaveURL(/\/acmehelp\/s\/login\/SelfRegister$/);
}

async function signUp(page: Page, lastName: string, email: string): Promise<void> {
  await page.getByLabel('First Name').fill('Mina');
  await page.getByLabel('Last Name').fill(lastName);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Sign Up' }).click();
}

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

  for (const [view, options] of VIEWS) {
    test.describe(view, () => {
      test.use(options);

      test('each state of the pages is accessible and fits', async ({ page }) => {
        const check = checkOf(page, view);
        await page.goto('/acmehelp/login');
        await check('log-in');
        await openRegistration(page);
        await check('form');
        await signUp(page, 'O'.repeat(81), USERNAME);
        await expect(page.getByRole('alert')).toContainText('Last Name: data value too large');
        await check('refused value');
        await signUp(page, 'Lindqvist', 'freja.lindqvist@acme.example');
        await expect(page.getByRole('alert')).toContainText('Your request cannot be completed.');
        await check('taken');
        await signUp(page, 'Okonkwo', USERNAME);
        await expect(page.getByRole('heading', { name: 'Now, check your email' })).toBeVisible();
        await check('check your email');
      });
    });
  }
});

test.describe('where the sites are not live', () => {
  test.use({ org: 'no-live-site' });

  for (const [view, options] of VIEWS) {
    test.describe(view, () => {
      test.use(options);

      test('a visitor reads that the site is closed, and sees no form', async ({ page }) => {
        const check = checkOf(page, view);
        await page.goto('/acmehelp/s/login/SelfRegister');
        await expect(page.getByRole('heading', { name: 'Under Construction' })).toBeVisible();
        await expect(page.getByRole('textbox')).toHaveCount(0);
        await check('under construction');
        await page.goto('/acmepartners/s/login/SelfRegister');
        await expect(page.getByRole('heading', { name: 'Down For Maintenance' })).toBeVisible();
        await check('in maintenance');
      });
    });
  }
});

test('a site without self-registration has neither link nor page', async ({ page }) => {
  await page.goto('/acmehelp/login');
  await expect(page.getByRole('button', { name: 'Log In' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Not a member?' })).toHaveCount(0);
  await page.goto('/acmehelp/s/login/SelfRegister');
  await expect(page.getByRole('heading', { name: 'Page Not Found' })).toBeVisible();
  await expectAccessible(page);
});
