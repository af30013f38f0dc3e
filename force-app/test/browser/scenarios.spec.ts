import type { Locator, Page } from '@playwright/test';
import { startingOrgNames } from 'sfdx-local-org';
import {
  chooseProfile,
  goOnAsCustomer,
  openAndStart,
  outcomeOf,
  press
} from '../../../scripts/shared/browser/enabling.ts';
import { askTo } from './activation.ts';
import { unfoldChecks } from './checks.ts';
import { collectErrors } from './errors.ts';
import { newTabLink } from './fixes.ts';
import { expect, test } from './harness.ts';
import { signIn } from './people.ts';
import { usersOf } from './records.ts';
import {
  activateSite,
  addMember,
  assign,
  changeRecord,
  editUser,
  saveSetup,
  sendWelcomeMail,
  setSeats
} from './setup.ts';
import { comeBack } from './tabs.ts';

/** What stands in the way in a scenario is fixed by hand, on the page to which the fix leads; then the user is created. */
interface Scenario {
  readonly contact: string;
  /** The button or link of the fix. */
  readonly fix: string;
  /** What a person does on the page, which has a tab of its own. */
  readonly act: (page: Page) => Promise<void>;
  /** What a person does in the action until the fix is shown; by default all checks are. */
  readonly before?: (dialog: Locator) => Promise<void>;
  /** How the form is filled in afterwards. */
  readonly fillIn?: (dialog: Locator) => Promise<void>;
  /** Creates the user by default. */
  readonly finish?: (dialog: Locator) => Promise<void>;
  /** How many mails are then sent. */
  readonly mails?: number;
}

const AMELIE = 'Amélie Dubois';
const MARIA = 'María José Núñez Peña';
const STANDARD = 'Customer Community User';

/** The warning is gone, so that nothing is left to read; the action shows the form, or its checks with Next. */
async function goOnFromChecks(dialog: Locator): Promise<void> {
  await expect(dialog.getByRole('heading', { name: 'Ready', exact: true })).toBeVisible();
  const next = dialog.getByRole('button', { name: 'Next', exact: true });
  await next.or(dialog.getByRole('button', { name: 'Create User', exact: true })).waitFor();
  if (await next.isVisible()) await next.click();
  await goOnAsCustomer(dialog);
}

/** The fixes by starting org, or the reason why a page can't make any. */
const SCENARIOS: Readonly<Record<string, readonly Scenario[] | string>> = {
  ready: [
    {
      contact: MARIA,
      fix: 'Change the owner',
      act: (page) => changeRecord(page, 'Change Owner', 'Owner', 'Freja Lindqvist')
    },
    {
      contact: MARIA,
      fix: 'Activate Piotr Nowak',
      act: (page) => editUser(page, () => page.getByText('Active', { exact: true }).click())
    }
  ],
  'contact-without-account': [
    {
      contact: AMELIE,
      fix: 'Edit Contact',
      act: (page) => changeRecord(page, null, 'Account', 'Northwind Ångström AB')
    }
  ],
  'dont-process': [
    {
      contact: '由紀 田中',
      fix: 'Edit Contact',
      act: (page) => changeRecord(page, null, 'Individual', '--None--'),
      fillIn: goOnFromChecks
    }
  ],
  'owner-without-role': [
    {
      contact: AMELIE,
      fix: 'Give Dana Whitfield a role',
      act: (page) =>
        editUser(page, async () => {
          await page.getByRole('combobox', { name: 'Role' }).selectOption('Nordic Sales');
        })
    }
  ],
  'no-seats': [
    {
      contact: AMELIE,
      fix: 'Open Company Information',
      act: (page) => setSeats(page, 'Customer Community', 4)
    }
  ],
  'login-license-full': [
    {
      contact: AMELIE,
      fix: 'Open Company Information',
      act: (page) => setSeats(page, 'Customer Community Login', 4)
    }
  ],
  'inactive-user-no-seat': [
    {
      contact: AMELIE,
      fix: 'Open Company Information',
      act: (page) => setSeats(page, 'Customer Community', 4),
      before: () => Promise.resolve(),
      fillIn: (dialog) => expect(dialog.getByRole('button', { name: 'Reactivate User' })).toBeEnabled(),
      finish: async (dialog) => press(await askTo(dialog, 'Reactivate', AMELIE), 'Reactivate')
    }
  ],
  'no-live-site': [
    {
      contact: AMELIE,
      fix: 'Open All Sites',
      act: (page) => activateSite(page, 'Acme Help'),
      fillIn: goOnFromChecks
    }
  ],
  'welcome-mail-off': [
    {
      contact: AMELIE,
      fix: 'Open All Sites',
      act: (page) => sendWelcomeMail(page, 'Acme Help'),
      fillIn: goOnFromChecks,
      mails: 1
    }
  ],
  'no-digital-experiences': [
    {
      contact: AMELIE,
      fix: 'Open Digital Experiences Settings',
      act: async (page) => {
        await page.getByText('Enable Digital Experiences', { exact: true }).click();
        await saveSetup(page, 'Save');
        await page.getByText(/^Allow using standard external profiles/u).click();
        await saveSetup(page, 'Save');
      },
      fillIn: (dialog) => chooseProfile(dialog, `${STANDARD} (standard profile)`)
    }
  ],
  'standard-profile-only': [
    {
      contact: AMELIE,
      before: (dialog) => chooseProfile(dialog, `${STANDARD} (standard profile)`),
      fix: 'Open Profiles',
      act: async (page) => {
        await page.getByRole('combobox', { name: 'Existing Profile' }).selectOption(`${STANDARD} (Customer Community)`);
        await page.getByRole('textbox', { name: 'Profile Name' }).fill('Our Customer');
        await saveSetup(page, 'Save');
        await addMember(page, 'Acme Help', 'Our Customer');
      },
      fillIn: (dialog) => chooseProfile(dialog, 'Our Customer')
    }
  ],
  'allow-list': 'Nothing stands in the way: profiles come from the list of the org.',
  automation: 'Nothing stands in the way; approval.spec approves contacts there.',
  bare: 'Who lacks the permission set is in the test at the end.',
  delegated: 'Another profile than the group’s takes an administrator; no page of the playground changes a group.',
  'hidden-setup': 'Nothing stands in the way: what can’t be seen is unknown.',
  'inactive-user': 'The user is reactivated in the action: status.spec.',
  list: 'Nothing stands in the way; list.spec works with its contacts.',
  'nickname-taken': 'The action itself chooses another nickname: ways.spec.',
  'no-allow-list': 'Nothing stands in the way: profiles come from the users there are.',
  'no-experiences': 'It differs from no-digital-experiences in deploys only.',
  'no-partner-accounts': 'Nothing stands in the way of customers.',
  'not-a-partner-account': 'The action itself enables the account: ways.spec.',
  'permission-set-assignments': 'Nothing stands in the way: the form offers permission sets.',
  'person-account': 'Nothing stands in the way: personAccounts.spec.',
  'private-users': 'What the person can’t see takes another permission; nothing on the contact can be fixed.',
  production: 'The action needs no flow; npm run deploy activates flows, and no page of the playground does.',
  'right-to-left': 'Nothing stands in the way: the names are written from right to left.',
  'self-registration': 'Visitors enable themselves: selfRegistration.spec.',
  'sender-unverified': 'No API tells the action of it [F-151]; npm run doctor does.',
  'user-exists': 'The contact has a user: status.spec.',
  'username-taken': 'The action itself suggests another username: ways.spec.'
};

test('every starting org has its fixes', () => {
  expect(Object.keys(SCENARIOS).sort()).toEqual([...startingOrgNames()].sort());
});

for (const [org, scenarios] of Object.entries(SCENARIOS)) {
  for (const { contact, fix, act, before, fillIn = goOnAsCustomer, finish, mails } of typeof scenarios === 'string'
    ? []
    : scenarios) {
    test.describe(`in the org ${org}`, () => {
      test.use({ org });

      test(`${fix}: the page does so, and then ${contact} has a user`, async ({ page, server, localOrg }) => {
        const errors = collectErrors(page);
        const dialog = await openAndStart(page, contact);
        await (before ?? unfoldChecks)(dialog);
        const [tab] = await Promise.all([page.waitForEvent('popup'), newTabLink(dialog, fix).first().click()]);
        await act(tab);
        await tab.close();
        // The action looks again when the person comes back, unless something was typed.
        const looksAgain = before === undefined;
        if (looksAgain) await comeBack(page);
        const form = looksAgain ? dialog : await openAndStart(page, contact);
        await fillIn(form);
        if (finish === undefined) {
          await press(form, 'Create User');
          await expect(outcomeOf(form, contact)).toBeVisible();
        } else {
          await finish(form);
        }
        await expect.poll(() => usersOf(server, contact)).toMatchObject([{ IsActive: true }]);
        if (mails !== undefined) expect(await localOrg.outbox()).toHaveLength(mails);
        expect(errors).toEqual([]);
      });
    });
  }
}

test('once an administrator assigns the permission set, somebody without permission creates the user', async ({
  page,
  server
}) => {
  const errors = collectErrors(page);
  await assign(page, 'External User Enabler', 'Kofi Mensah');
  await signIn(page.request, server, 'Without permission');
  const dialog = await openAndStart(page, AMELIE);
  await goOnAsCustomer(dialog);
  await press(dialog, 'Create User');
  await expect(outcomeOf(dialog, AMELIE)).toBeVisible();
  expect(await usersOf(server, AMELIE)).toMatchObject([{ IsActive: true }]);
  expect(errors).toEqual([]);
});

test.describe('in the org bare', () => {
  test.use({ org: 'bare' });

  test('an administrator creates the user, because nothing is there to give to others', async ({ page, server }) => {
    const errors = collectErrors(page);
    const dialog = await openAndStart(page, AMELIE);
    await goOnAsCustomer(dialog);
    await press(dialog, 'Create User');
    await expect(outcomeOf(dialog, AMELIE)).toBeVisible();
    expect(await usersOf(server, AMELIE)).toMatchObject([{ IsActive: true }]);
    expect(errors).toEqual([]);
  });
});
